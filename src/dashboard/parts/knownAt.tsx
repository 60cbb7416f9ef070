/** What the graph is shown as known at: the control for it, and what is said of it above the page. */
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import { useChange, useKnownAt, useTo, useWrongKnownAt } from '../address.ts';
import { dayWords, momentWords } from '../dates.ts';
import { readKnownAt } from '../knownAt.ts';
import { useQuestion } from '../question.ts';
import { useLang, useWords } from '../words.ts';

/** The version that was the last one then: no changeset is later. */
const ThenKnown = graphql(`
  query Then {
    changesets(first: 1) {
      nodes {
        version
        at
      }
    }
  }
`);

interface Then {
  /** What the page is shown as known at, as the address says it; null: as it is now. */
  readonly asked: string | null;
  /** The version that this comes to, once it is known. */
  readonly version: number | null;
  /** The day of that version, or the one that was asked for. */
  readonly day: string | null;
  /** What is wrong with it. */
  readonly wrong: string | null;
}

/** What of the past is shown. */
export function useThen(): Then {
  const { known: words } = useWords();
  const lang = useLang();
  const known = useKnownAt();
  const unread = useWrongKnownAt();
  const { data, problem } = useQuestion(ThenKnown, {}, known === null);
  if (unread !== null) return { asked: unread, version: null, day: null, wrong: words.invalid(unread) };
  if (known === null) return { asked: null, version: null, day: null, wrong: null };
  const [last] = data?.changesets.nodes ?? [];
  const asked = 'version' in known ? String(known.version) : known.day;
  const version = 'version' in known ? known.version : (last?.version ?? null);
  const day = 'day' in known ? dayWords(known.day, lang) : last === undefined ? null : momentWords(last.at, lang);
  return { asked, version, day, wrong: problem?.kind === 'REFUSED' ? words.missing(asked) : null };
}

/** The last day that is over, by UTC. */
const yesterday = (): string => new Date(Date.now() - 86_400_000).toJSON().slice(0, 10);

/** Opens the choice of the day as known on which the page is shown: few need it. */
export function KnownAtButton() {
  const { known: words } = useWords();
  return (
    <button type="button" className="plain" popoverTarget="known" aria-label={words.label} title={words.label}>
      <span aria-hidden="true">↺</span>
    </button>
  );
}

/** What the button opens. */
export function KnownAtChoice() {
  const { known: words } = useWords();
  const to = useTo();
  const changeAddress = useChange();
  const known = useKnownAt();
  const day = known !== null && 'day' in known ? known.day : '';
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The address may change by another way.
    if (input.current !== null && input.current.value !== day) input.current.value = day;
  }, [day]);
  return (
    <div id="known" role="dialog" aria-label={words.label} popover="auto" className="known-choice">
      <label htmlFor="known-at">{words.label}</label>{' '}
      <input
        id="known-at"
        ref={input}
        type="date"
        min="2000-01-01"
        max={yesterday()}
        defaultValue={day}
        onChange={({ target: { value } }) => {
          // A year that is still being typed is a date to the browser: 0002-05-07.
          if (value >= '2000' && readKnownAt(value) !== null) changeAddress({ knownAt: value }, true);
        }}
      />
      <p className="hint">{words.hint}</p>
      <Link href={to('/changes')}>{words.changes}</Link>
    </div>
  );
}

/** Says that the graph is shown as it was, with a way back; or that the address names nothing that is kept. */
export function Known({ then: { asked, version, day, wrong } }: { then: Then }) {
  const { known: words } = useWords();
  const changeAddress = useChange();
  if (asked === null) return null;
  return (
    <div className={wrong === null ? 'viewing known' : 'viewing trouble'} role={wrong === null ? 'status' : 'alert'}>
      {wrong === null ? <span>{words.viewing(day, version)}</span> : <h1 className="wrong">{wrong}</h1>}{' '}
      <button type="button" onClick={() => changeAddress({ knownAt: null }, true)}>
        {words.back}
      </button>
      {wrong === null && <small>{words.since}</small>}
    </div>
  );
}
