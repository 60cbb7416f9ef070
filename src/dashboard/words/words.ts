/** What the interface has to say, in whichever language. */
import type { FieldWords } from '../../registry/words/en.ts';

export interface Words extends FieldWords {
  readonly language: string;
  readonly otherLanguage: string;
  /** Of a text that the data have in the other language alone. */
  readonly inOtherLanguage: Readonly<Record<'hint' | 'note', string>>;
  /** Between what something is called and what it is, with the spaces that the language has there. */
  readonly colon: string;
  readonly labelled: (label: string, value: string) => string;
  /** In the quotation marks of the language. */
  readonly quoted: (text: string) => string;
  readonly nav: Readonly<
    Record<'label' | 'overview' | 'map' | 'path' | 'lists' | 'explorer' | 'exports' | 'skip', string>
  >;
  readonly theme: Readonly<Record<'label' | 'light' | 'dark' | 'auto', string>>;
  readonly search: {
    readonly label: string;
    readonly placeholder: string;
    readonly none: (query: string) => string;
    readonly title: (query: string) => string;
    readonly all: string;
    readonly count: (count: number) => string;
    readonly reasons: Readonly<Record<string, string>>;
  };
  readonly asOf: Readonly<
    Record<
      | 'label'
      | 'allDays'
      | 'clear'
      | 'possible'
      | 'hint'
      | 'outside'
      | 'back'
      | 'undatedMap'
      | 'showUndated'
      | 'exports',
      string
    >
  > & {
    readonly viewing: (day: string) => string;
    readonly allDaysShown: (day: string) => string;
    readonly invalid: (text: string) => string;
    readonly nothing: (day: string) => string;
    readonly undated: (count: number) => string;
    readonly uncertain: (count: number) => string;
    readonly later: (day: string, start: string) => string;
    readonly startUnknown: (day: string) => string;
    readonly on: (day: string) => string;
    /** Of a status: when and by whom it was reported. */
    readonly lastReported: (where: string) => string;
  };
  /** Of the graph as it was known, and of what changed in it. */
  readonly known: Readonly<Record<'label' | 'hint' | 'since' | 'back' | 'changes' | 'history', string>> & {
    /** `day`, `version`: null where it is not known yet. */
    readonly viewing: (day: string | null, version: number | null) => string;
    readonly invalid: (text: string) => string;
    readonly missing: (text: string) => string;
  };
  readonly states: {
    readonly loading: string;
    readonly slow: string;
    readonly empty: string;
    readonly unreachable: string;
    readonly busy: string;
    readonly refused: string;
    readonly askAgain: string;
    readonly offline: string;
    readonly stale: string;
    readonly correlation: (id: string) => string;
  };
  readonly tools: Readonly<
    Record<
      | 'label'
      | 'query'
      | 'embed'
      | 'cite'
      | 'csv'
      | 'svg'
      | 'copy'
      | 'copied'
      | 'close'
      | 'whole'
      | 'embedHint'
      | 'more'
      | 'preparing',
      string
    >
  > & {
    readonly citation: (title: string, sources: string, version: number, digest: string, address: string) => string;
  };
  readonly truncated: Readonly<Record<'rest' | 'failed', string>> & {
    /** That lists are shown in part; which, as `list` says. */
    readonly some: (lists: string) => string;
    /** `all`: null where nobody counted them. */
    readonly list: (name: string, shown: number, all: number | null) => string;
    readonly shown: (shown: number, all: number | null) => string;
    /** `ofDay`: what is shown of them is that of a day. */
    readonly first: (count: number, all: number | null, ofDay: boolean) => string;
    /** Lists of an answer by their names in it. */
    readonly names: Readonly<Record<string, string>>;
  };
  readonly evidence: Readonly<
    Record<
      | 'title'
      | 'close'
      | 'none'
      | 'stated'
      | 'derived'
      | 'external'
      | 'notSupplied'
      | 'howToSupply'
      | 'differs'
      | 'verified'
      | 'anchors'
      | 'openArticle'
      | 'updated',
      string
    >
  > & {
    readonly sources: (count: number) => string;
    /** Of a list that was cut; `all`: null where nobody counted them. */
    readonly sourcesOf: (shown: number, all: number | null) => string;
    readonly of: (what: string) => string;
    readonly paragraph: (number: number) => string;
    readonly attribute: (name: string) => string;
  };
  readonly dates: Readonly<Record<'notStated' | 'unknown' | 'derived' | 'external' | 'ongoing', string>> & {
    readonly before: (day: string) => string;
    readonly after: (day: string) => string;
    readonly between: (from: string, to: string) => string;
    readonly about: (day: string) => string;
    readonly on: (day: string) => string;
    /** It held on the one day and on the other, and between them; neither start nor end is known. */
    readonly onAndStill: (first: string, last: string) => string;
    readonly since: (day: string) => string;
    readonly until: (day: string) => string;
    readonly fromTo: (from: string, to: string) => string;
    /** Ends of a term that no article states; who states them follows. */
    readonly leftOpen: (ends: 'from' | 'until' | 'both', articles: number) => string;
  };
  readonly overview: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'inGraph'
      | 'open'
      | 'openHint'
      | 'disputes'
      | 'rounds'
      | 'challenges'
      | 'deadlines'
      | 'noDeadlines'
      | 'events'
      | 'eventsHint'
      | 'earlier'
      | 'voices'
      | 'voicesHint'
      | 'speaker'
      | 'total'
      | 'noIssue'
      | 'articles',
      string
    >
  > & {
    readonly deadlinesAhead: (day: string) => string;
    readonly covered: (covered: number, all: number) => string;
    /** How many events no month can be told of. */
    readonly undated: (count: number) => string;
    /** How many issues have no column. */
    readonly issuesLeftOut: (count: number) => string;
    /** How many of those counted may be of a later day. */
    readonly possibly: (count: number) => string;
  };
  readonly pages: Readonly<Record<'label' | 'first' | 'previous' | 'next', string>> & {
    /** `counted`: how many there are of what, `309 entries`. */
    readonly range: (from: number, to: number, counted: string) => string;
  };
  readonly list: Readonly<
    Record<
      | 'title'
      | 'kind'
      | 'anyKind'
      | 'any'
      | 'words'
      | 'order'
      | 'byName'
      | 'byDateAsc'
      | 'byDateDesc'
      | 'byId'
      | 'name'
      | 'subtype'
      | 'status'
      | 'when'
      | 'summary'
      | 'apply'
      | 'remove'
      | 'from'
      | 'to'
      | 'noDate'
      | 'none'
      | 'more'
      | 'withoutDate'
      | 'side'
      | 'anySide'
      | 'article'
      | 'chooseArticle',
      string
    >
  > & {
    readonly count: (count: number) => string;
    readonly filters: Readonly<Record<string, string>>;
    /** What a filter does with what has no date. */
    readonly undated: Readonly<Record<string, string>>;
  };
  readonly entity: Readonly<
    Record<
      | 'alsoKnown'
      | 'elsewhere'
      | 'notStated'
      | 'notStatedHint'
      | 'related'
      | 'timeline'
      | 'statements'
      | 'claims'
      | 'claimsPutForward'
      | 'sources'
      | 'around'
      | 'onMap'
      | 'pathFrom'
      | 'unknown'
      | 'unknownHint'
      | 'removedHint'
      | 'facts'
      | 'accordingTo'
      | 'acting'
      | 'wholeMap',
      string
    >
  > & {
    /** How an attribute is known that the articles leave open, by its basis. */
    readonly knownBy: Readonly<Record<'STATED' | 'DERIVED' | 'EXTERNAL', string>>;
  };
  readonly story: Readonly<Record<StoryWord, string>> & {
    /** Of a value for several years. */
    readonly together: (years: number) => string;
    readonly yearsTogether: (first: number, last: number) => string;
    /** Of a value for several years, in one of them. */
    readonly average: (amount: string) => string;
  };
  readonly article: Readonly<
    Record<'paragraphs' | 'carriesNone' | 'said' | 'role' | 'noText' | 'published' | 'updated' | 'covers', string>
  > & { readonly facts: (count: number) => string };
  readonly map: Readonly<
    Record<
      | 'title'
      | 'whole'
      | 'of'
      | 'depth'
      | 'kinds'
      | 'types'
      | 'truncated'
      | 'expand'
      | 'open'
      | 'nodes'
      | 'edges'
      | 'hint'
      | 'hubs'
      | 'list'
      | 'choose'
      | 'all'
      | 'layout'
      | 'noWebgl'
      | 'below'
      | 'possible'
      | 'chosen'
      | 'unchoose'
      | 'centre'
      | 'show'
      | 'showAll'
      | 'only'
      | 'zoomIn'
      | 'zoomOut'
      | 'fit',
      string
    >
  > & {
    readonly counts: (nodes: number, edges: number) => string;
    readonly around: (name: string) => string;
    readonly first: (count: number) => string;
  };
  readonly path: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'from'
      | 'to'
      | 'find'
      | 'swap'
      | 'none'
      | 'onlyHubs'
      | 'gaveUp'
      | 'throughHubs'
      | 'sentence'
      | 'same'
      | 'choose'
      | 'sidesOnly'
      | 'types'
      | 'anyType'
      | 'picture',
      string
    >
  > & {
    readonly steps: (count: number) => string;
    readonly ways: (count: number) => string;
    readonly way: (number: number, steps: number) => string;
    readonly only: (types: string) => string;
    /** A relationship's label as a verb. */
    readonly verb: (label: string) => string;
    /** The pronoun that goes on from an entity of a kind. */
    readonly pronoun: (kind: string) => string;
  };
  readonly explorer: Readonly<Record<'examples', string>>;
  readonly notFound: Readonly<Record<'title' | 'hint', string>>;
  readonly footer: Readonly<Record<'what' | 'data' | 'source', string>>;
}

type StoryWord =
  | 'parties'
  | 'issues'
  | 'gap'
  | 'gapHint'
  | 'ask'
  | 'offer'
  | 'imposed'
  | 'notStated'
  | 'year'
  | 'proposals'
  | 'terms'
  | 'deadlines'
  | 'consequence'
  | 'extendedTo'
  | 'decidedBy'
  | 'decisionExpected'
  | 'rebuttals'
  | 'asserted'
  | 'disputed'
  | 'denied'
  | 'qualified'
  | 'supported'
  | 'unanswered'
  | 'legislation'
  | 'stages'
  | 'provisions'
  | 'challenges'
  | 'figure'
  | 'events'
  | 'holders'
  | 'offices'
  | 'positions'
  | 'answers'
  | 'answeredBy'
  | 'sameMeasure'
  | 'noYear'
  | 'nothingReported'
  | 'termsNotStated'
  | 'decision'
  | 'issue'
  | 'about'
  | 'noHolder'
  | 'certain'
  | 'ourSummary'
  | 'byYear';
