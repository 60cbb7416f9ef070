/** What a panel shows when it has no answer: it waits, there is nothing, or something went wrong. */
import type { ReactNode } from 'react';
import type { Problem } from '../problem.ts';
import { useWords } from '../words.ts';

/** While an answer is awaited. `slow`: it has taken more than a second, and words say so. */
/** @param again what was there before is still shown. */
export function Waiting({ slow, again = false }: { slow: boolean; again?: boolean }) {
  const { states } = useWords();
  return (
    <div className={again ? 'waiting again' : 'waiting'} role="status">
      <span className="bar" />
      <span className={slow ? undefined : 'unseen'}>{slow ? states.slow : states.loading}</span>
    </div>
  );
}

/** There is an answer, and nothing in it. */
export function Empty({ children }: { children?: ReactNode }) {
  const { states } = useWords();
  return <p className="empty">{children ?? states.empty}</p>;
}

/** What went wrong and what is done about it. `stale`: what is shown was read before. */
export function Trouble({ problem, stale, askAgain }: { problem: Problem; stale: boolean; askAgain: () => void }) {
  const { states } = useWords();
  const offline = problem.kind === 'UNREACHABLE' && !navigator.onLine;
  const said = {
    UNREACHABLE: offline ? states.offline : states.unreachable,
    BUSY: states.busy,
    REFUSED: states.refused,
  };
  return (
    <div className="trouble" role="alert">
      <p>
        {said[problem.kind]} {problem.message}
      </p>
      {problem.correlationId !== null && <p>{states.correlation(problem.correlationId)}</p>}
      {stale && <p>{states.stale}</p>}
      <button type="button" onClick={askAgain}>
        {states.askAgain}
      </button>
    </div>
  );
}
