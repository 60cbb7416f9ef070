/** Who changed the graph, when, why and in which way. */
import { Link } from 'wouter';
import { changePath, useTo } from '../address.ts';
import { capital } from '../vocabulary.ts';
import { useLang } from '../words.ts';
import type { Head } from './change.ts';
import { timeWords, useChangesWords } from './said.ts';

/** Why; of a change past the program, that it was one. */
export function useReason({ message }: Pick<Head, 'message'>): string {
  const said = useChangesWords();
  return capital(message ?? said.pastProgram);
}

/** A moment, for the eye and for programs. */
export function Time({ at }: { at: string }) {
  return <time dateTime={at}>{timeWords(at, useLang())}</time>;
}

/** A version, leading to what made it. */
export function VersionLink({ version }: { version: number }) {
  const said = useChangesWords();
  const to = useTo();
  return <Link href={to(changePath(version))}>{said.version(version)}</Link>;
}

/** A changeset in a list: why, leading to its page, and who, when, how. */
export function ChangesetLine({ head }: { head: Head }) {
  const said = useChangesWords();
  const to = useTo();
  const { version, origin, author, at } = head;
  return (
    <>
      <h3>
        <Link href={to(changePath(version))}>{useReason(head)}</Link>
      </h3>
      <p className="made">
        <span>{said.version(version)}</span>
        <Time at={at} />
        <bdi>{author}</bdi>
        <span>{said.origins[origin]}</span>
      </p>
      <Undone head={head} />
    </>
  );
}

/** Which changeset it undoes, and which undid it. */
export function Undone({ head: { reverts, revertedBy } }: { head: Head }) {
  const said = useChangesWords();
  if (reverts === null && revertedBy.length === 0) return null;
  return (
    <p className="undone">
      {reverts !== null && (
        <span>
          {said.undoes} <VersionLink version={reverts.version} />
        </span>
      )}
      {revertedBy.map(({ version }) => (
        <span key={version}>
          {said.undoneBy} <VersionLink version={version} />
        </span>
      ))}
    </p>
  );
}
