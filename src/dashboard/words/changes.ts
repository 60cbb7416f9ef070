/** What the pages of changes have to say. They load when they are opened, and their words with them. */
import type { ChangeKind, ChangesetOrigin, FactSort } from '../../generated/operations/graphql.ts';

export interface ChangesWords
  extends Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'all'
      | 'corrections'
      | 'correctionsLead'
      | 'none'
      | 'noCorrections'
      | 'pages'
      | 'when'
      | 'who'
      | 'why'
      | 'how'
      | 'undoes'
      | 'undoneBy'
      | 'pastProgram'
      | 'unknown'
      | 'unknownHint'
      | 'facts'
      | 'noFacts'
      | 'before'
      | 'after'
      | 'nothing'
      | 'yes'
      | 'no'
      | 'asAfter'
      | 'asBefore'
      | 'fromStart'
      | 'history'
      | 'versions'
      | 'historyLead'
      | 'derived'
      | 'removed',
      string
    >
  > {
  readonly origins: Readonly<Record<ChangesetOrigin, string>>;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  /** The sort of a fact, before what it belongs to. */
  readonly sorts: Readonly<Record<FactSort, string>>;
  readonly version: (version: number) => string;
  readonly count: (count: number) => string;
  readonly factCount: (count: number) => string;
  readonly revisionCount: (count: number) => string;
  readonly historyOf: (name: string) => string;
  readonly paragraph: (number: string) => string;
  /** Of a change that has more facts than are looked through. */
  readonly looked: (looked: number, all: number) => string;
  /** A correction: what we said until a day, in which `before` stands between these, and `after` at the end. */
  readonly weSaid: (day: string) => string;
  readonly itIs: string;
  readonly weDidNotSay: (day: string) => string;
  readonly weNoLongerSay: string;
  readonly because: (message: string) => string;
  readonly onDay: (day: string) => string;
  /** Of a change in what was looked through of which nothing was corrected. */
  readonly notAll: (day: string) => string;
  /** Fields of facts that are no attributes. */
  readonly fields: Readonly<Record<string, string>>;
  /** What is said of another field: `startBasis`. */
  readonly ofField: Readonly<Record<'Basis' | 'Note' | 'Fraction', (field: string) => string>>;
}
