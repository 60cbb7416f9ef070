/** The interface in English. `Words` is what a language has to say; `fr.ts` says the same. */
import { type FieldWords, words } from '../../registry/words/en.ts';

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

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** True of “by 2015” and the like, before and after which “to” would be read as another word. */
const isPhrase = (date: string): boolean => /^(by|between|about|date) | or later$/.test(date);

/** “on May 7, 2015”, “in May 2015”, “in 2015”. */
const onOrIn = (date: string): string => (/ \d{1,2}, /.test(date) ? `on ${date}` : `in ${date}`);

export const en: Words = {
  language: 'English',
  otherLanguage: 'Français',
  inOtherLanguage: {
    hint: 'In French: there is no English version',
    note: 'Texts marked “fr” have no English version and are shown in French.',
  },
  colon: ': ',
  labelled: (label, value) => `${label}: ${value}`,
  quoted: (text) => `“${text}”`,
  nav: {
    label: 'Main',
    overview: 'Overview',
    map: 'Map',
    path: 'Connections',
    lists: 'Lists',
    explorer: 'Explorer',
    exports: 'Exports',
    skip: 'Skip to the content',
  },
  theme: { label: 'Colours', light: 'Light', dark: 'Dark', auto: 'As the system' },
  search: {
    label: 'Search',
    placeholder: 'A name, an acronym, a word',
    none: (query) => `Nothing is found for “${query}”.`,
    title: (query) => `Search: ${query}`,
    all: 'All results',
    count: (count) => plural(count, 'result', 'results'),
    reasons: {
      SAME_IDENTIFIER: 'the identifier',
      SAME_NAME: 'the name',
      NAME_BEGINS: 'the name begins so',
      WORDS_IN_NAME: 'in the name',
      SYNONYMS_IN_NAME: 'other words for it, in the name',
      HOLDS_OFFICE: 'holds or held the office',
      SPELLED_ALIKE: 'spelled alike',
      WORDS_IN_SUMMARY: 'in the summary',
      WORDS_IN_ANCHORS: 'among the key terms',
      WORDS_IN_PASSAGE: 'in a passage',
    },
  },
  asOf: {
    label: 'As of',
    allDays: 'all days',
    clear: 'Show all days',
    possible: 'possibly',
    hint: 'The sources do not settle whether this held on that day.',
    outside: 'an outside source',
    back: 'Back to all days',
    undatedMap: 'They are left out of the map.',
    showUndated: 'Show what has no date too',
    exports: 'In the exports, relationships are those of this day; all else is of all days.',
    viewing: (day) => `Viewing ${day}`,
    allDaysShown: (day) => `All days: this is not limited to ${day}.`,
    invalid: (text) => `“${text}” is not a date. Write it as year-month-day, for example 2015-05-12.`,
    nothing: (day) => `Nothing is recorded here for ${day}.`,
    undated: (count) => `${count} without a date`,
    uncertain: (count) => `${count} without a date, or not known to have begun by then`,
    later: (day, start) => `Not there yet on ${day}: ${start}.`,
    startUnknown: (day) => `Whether it was there on ${day} is not known: the sources give no date for its start.`,
    on: (day) => `as of ${day}`,
    lastReported: (where) => `as last reported, ${where}`,
  },
  states: {
    loading: 'Loading',
    slow: 'This takes longer than usual. Still waiting for the answer.',
    empty: 'Nothing is recorded here.',
    unreachable: 'The service is not responding. The page retries automatically.',
    busy: 'The service is busy. The page retries automatically.',
    refused: 'This view could not load:',
    askAgain: 'Retry',
    offline: 'You are offline. What is on the page was read before.',
    stale: 'What is shown was read before the service stopped answering.',
    correlation: (id) => `Quote ${id} if you report it.`,
  },
  tools: {
    label: 'Share and download',
    query: 'The query behind it',
    embed: 'Embed',
    cite: 'Cite',
    csv: 'Table as CSV',
    svg: 'Chart as SVG',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
    whole: 'Open the whole page',
    embedHint: 'Paste this code into your page. It updates automatically.',
    more: 'Show more',
    preparing: 'Preparing the file',
    citation: (title, sources, version, digest, address) =>
      `Labourgraph, “${title}”, ${address}; data version ${version}, digest ${digest}${sources === '' ? '' : `; from ${sources}`}.`,
  },
  truncated: {
    rest: 'Show the rest',
    failed: 'The next ones could not be loaded.',
    some: (lists) => `Not everything is shown: ${lists}.`,
    list: (name, shown, all) => `${name} (${all === null ? `${shown} and more` : `${shown} of ${all}`})`,
    shown: (shown, all) => (all === null ? `${shown} shown, there are more` : `${shown} of ${all} shown`),
    first: (count, all, ofDay) =>
      `The first ${count}${all === null ? '; there are more' : ` of ${all}`}${ofDay ? ' (of all days)' : ''}`,
    names: {
      proposalsWithoutTerms: 'proposals whose content is not stated',
      evidence: 'sources',
      assertedBy: 'who asserts it',
      supportedBy: 'who supports it',
      disputedBy: 'who disputes it',
      deniedBy: 'who denies it',
      qualifiedBy: 'who qualifies it',
      sayings: 'statements behind a claim',
      answers: 'claims that it answers',
      answeredBy: 'claims that answer it',
      sameMeasureAs: 'figures that measure the same',
      about: 'what a claim is about',
      putForward: 'proposals with claims about them',
      claims: 'claims about what was put forward',
      parties: 'parties',
      deadlines: 'deadlines',
      set: 'deadlines',
      events: 'events',
      gap: 'rows of terms',
      ask: 'demands',
      offer: 'offers',
      imposed: 'imposed terms',
      terms: 'terms',
      proposedBy: 'who made a proposal',
      related: 'proposals',
      stages: 'stages',
      provisions: 'provisions',
      affects: 'who or what is affected',
      relationships: 'relationships',
      holders: 'holders of an office',
      offices: 'offices',
      names: 'names',
      identifiers: 'identifiers',
      notStated: 'what is left open',
      mentionedIn: 'articles',
      articles: 'articles',
      disputes: 'disputes',
      bargainingRounds: 'rounds',
      legalChallenges: 'court challenges',
      paragraphs: 'paragraphs',
      matches: 'places where it was found',
      segments: 'pieces of a passage',
      keys: 'values',
      steps: 'steps',
      buckets: 'counts',
      timeline: 'entries',
      search: 'results',
      entities: 'entries',
      edges: 'relationships',
    },
  },
  evidence: {
    title: 'Sources',
    close: 'Close the sources',
    none: 'No source is recorded for this.',
    stated: 'Stated in the passage',
    derived: 'Inferred',
    external: 'From an outside source',
    notSupplied: 'The text of this article is not available here.',
    howToSupply:
      'Whoever has the article can show its passages: put its text into a folder and start the service with --articles and the folder’s name.',
    differs: 'The text available here differs from the one that the fact was taken from.',
    verified: 'Checked against the text',
    anchors: 'Key terms in the passage:',
    openArticle: 'The whole article',
    updated: 'updated',
    sources: (count) => plural(count, 'source', 'sources'),
    sourcesOf: (shown, all) => (all === null ? `${shown} sources, there are more` : `${shown} of ${all} sources`),
    of: (what) => `Sources: ${what}`,
    paragraph: (number) => `paragraph ${number}`,
    attribute: (name) => `on ${name}`,
  },
  dates: {
    notStated: 'not stated',
    unknown: 'date not stated',
    derived: 'inferred',
    external: 'from an outside source',
    ongoing: 'no end stated',
    before: (day) => `by ${day}`,
    after: (day) => `${day} or later`,
    between: (from, to) => `between ${from} and ${to}`,
    about: (day) => `about ${day}`,
    on: (day) => `${onOrIn(day)}; start and end not reported`,
    onAndStill: (first, last) => `${onOrIn(first)}, still ${onOrIn(last)}; start and end not reported`,
    since: (day) => (isPhrase(day) ? `start: ${day}` : `since ${day}`),
    until: (day) => (isPhrase(day) ? `end: ${day}` : `until ${day}`),
    fromTo: (from, to) => (isPhrase(from) || isPhrase(to) ? `${from} – ${to}` : `${from} to ${to}`),
    leftOpen: (ends, articles) => {
      const what = ends === 'both' ? 'start and end' : ends === 'from' ? 'start' : 'end';
      return `${what} not reported by the ${articles === 1 ? 'article' : 'articles'}; source:`;
    },
  },
  overview: {
    title: 'Labour relations, fact by fact',
    lead: 'Who bargained with whom, over what, what was said and what became law. Every fact opens the passage that it comes from.',
    inGraph: 'In the graph',
    open: 'Unresolved when last reported',
    openHint: 'The sources end there: what was settled later is not recorded.',
    disputes: 'Disputes not settled',
    rounds: 'Rounds without an agreement',
    challenges: 'Challenges before the courts',
    deadlines: 'Deadlines ahead',
    noDeadlines: 'No deadline is recorded after that day.',
    events: 'Events by month',
    eventsHint: 'Each bar leads to the events that it counts.',
    voices: 'Who spoke most on which issue',
    voicesHint: 'Statements by speaker and issue. A statement on two issues counts under both.',
    speaker: 'Speaker',
    total: 'All',
    noIssue: 'no issue',
    articles: 'Articles',
    deadlinesAhead: (day) => `Deadlines after ${day}`,
    covered: (covered, all) => `${covered} of ${all} paragraphs carry facts`,
    earlier: 'Scroll to the left for earlier months.',
    possibly: (count) => `(${count} possibly)`,
    issuesLeftOut: (count) =>
      `${plural(count, 'other issue has', 'other issues have')} no column here; “All” counts them, and so does the table as CSV.`,
    undated: (count) =>
      `${plural(count, 'more event stands', 'more events stand')} in no month: the sources do not date ${count === 1 ? 'it' : 'them'} so exactly.`,
  },
  pages: {
    label: 'Pages of the list',
    first: 'First page',
    previous: 'Previous page',
    next: 'Next page',
    range: (from, to, counted) => `${from}–${to} of ${counted}`,
  },
  list: {
    title: 'Lists',
    kind: 'Type',
    anyKind: 'any type',
    any: 'any',
    words: 'Contains',
    order: 'Sort by',
    byName: 'name',
    byDateAsc: 'earliest first',
    byDateDesc: 'latest first',
    byId: 'id',
    name: 'Name',
    subtype: 'Subtype',
    status: 'Status',
    when: 'When',
    summary: 'Summary',
    apply: 'Apply',
    remove: 'Remove',
    from: 'From',
    to: 'To',
    noDate: '',
    none: 'No entry matches these filters. Remove a filter to see more.',
    count: (count) => plural(count, 'entry', 'entries'),
    filters: {
      kinds: 'type',
      types: 'subtype',
      statuses: 'status',
      jurisdiction: 'jurisdiction',
      issue: 'issue',
      party: 'party',
      speaker: 'speaker',
      text: 'contains',
      from: 'from',
      to: 'to',
      notStated: 'not stated',
      undated: 'entries without a date',
      sides: 'side',
      article: 'reported in',
    },
    undated: { INCLUDE: 'included', EXCLUDE: 'left out', ONLY: 'only these' },
    more: 'More filters',
    withoutDate: 'Entries without a date',
    side: 'Side',
    anySide: 'either',
    article: 'Reported in the article',
    chooseArticle: 'Headline or outlet',
  },
  entity: {
    alsoKnown: 'Also',
    elsewhere: 'Elsewhere',
    notStated: 'Not reported by the articles',
    notStatedHint: 'not stated',
    knownBy: {
      STATED: 'the date shown is only a bound',
      DERIVED: 'the value shown is inferred',
      EXTERNAL: 'the value shown is from an outside source',
    },
    related: 'All relationships',
    timeline: 'Timeline',
    statements: 'What was said',
    claims: 'Claims and rebuttals',
    claimsPutForward: 'Claims about proposals',
    sources: 'Sources',
    around: 'Network',
    onMap: 'On the map',
    pathFrom: 'How is it connected with …',
    unknown: 'There is no such entity',
    unknownHint: 'No entity has this id. Search finds entities by any of their names.',
    facts: 'Key facts',
    accordingTo: 'according to',
    acting: 'acting',
    wholeMap: 'Open the map',
  },
  story: {
    parties: 'Parties',
    issues: 'Issues',
    gap: 'Demand, offer and imposed terms',
    gapHint: 'By year of the agreement. What is not stated is shown as such, and is not zero.',
    ask: 'Demand',
    offer: 'Offer',
    imposed: 'Imposed',
    notStated: 'not stated',
    year: 'Year',
    proposals: 'Proposals',
    terms: 'Terms',
    deadlines: 'Deadlines',
    consequence: 'Otherwise',
    extendedTo: 'May be extended to',
    decidedBy: 'decided by',
    decisionExpected: 'decision expected',
    rebuttals: 'Rebuttals',
    asserted: 'Asserted by',
    disputed: 'Disputed by',
    denied: 'Denied by',
    qualified: 'Qualified by',
    supported: 'Supported by',
    unanswered: 'No rebuttal in these sources.',
    legislation: 'Legislation',
    stages: 'Stages',
    provisions: 'Provisions',
    challenges: 'Court challenges',
    figure: 'Figure',
    events: 'What happened',
    holders: 'Holders',
    offices: 'Offices',
    positions: 'Positions',
    answers: 'Answers',
    answeredBy: 'Answered by',
    sameMeasure: 'Measures the same',
    noYear: 'No year given',
    nothingReported: 'nothing is reported',
    termsNotStated: 'what it says is not stated',
    decision: 'Who decides',
    issue: 'Issue',
    about: 'About',
    noHolder: 'No holder recorded.',
    certain: 'for certain',
    ourSummary: 'Our summary:',
    byYear: 'By year: what several years have together is shown as our average of them',
    yearsTogether: (first, last) => `Years ${first}–${last} together`,
    average: (amount) => `${amount} on average`,
    together: (years) => `over ${years} years together`,
  },
  article: {
    paragraphs: 'Paragraph by paragraph',
    carriesNone: 'Carries no fact:',
    said: 'What it says about them',
    role: 'Role',
    noText: 'The texts are not available here; the facts of each paragraph are.',
    published: 'Published',
    updated: 'Updated',
    covers: 'Coverage',
    facts: (count) => plural(count, 'fact', 'facts'),
  },
  map: {
    title: 'Map',
    whole: 'The whole graph',
    of: 'Around',
    depth: 'Steps away',
    kinds: 'Kinds shown',
    types: 'Relationships shown',
    truncated: 'There is more than is shown: choose fewer kinds, or an entity to begin from.',
    expand: 'Expand',
    open: 'Open its page',
    nodes: 'Entities',
    edges: 'Relationships',
    hint: 'Select an entity or a line for its details.',
    hubs: 'Include links through articles, outlets, jurisdictions and issues',
    list: 'View as list',
    choose: 'Choose an entity',
    all: 'all',
    layout: 'Arranging the map',
    noWebgl: 'This browser cannot draw the map. The lists below show the same.',
    below: 'below the map',
    possible: 'A paler line may not have held on the chosen day: the sources do not settle it.',
    chosen: 'Selection',
    unchoose: 'Clear the selection',
    centre: 'Centre here',
    show: 'Show',
    showAll: 'Show all',
    only: 'only',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show the whole map',
    around: (name) => `Around ${name}`,
    first: (count) => `The first ${count} are shown.`,
    counts: (nodes, edges) =>
      `${plural(nodes, 'entity', 'entities')}, ${plural(edges, 'relationship', 'relationships')}`,
  },
  path: {
    title: 'How are they connected?',
    lead: 'The shortest paths between two entities, with the source of every step.',
    from: 'From',
    to: 'To',
    find: 'Find',
    swap: 'Swap',
    none: 'There is no path between them.',
    onlyHubs: 'The only paths lead through what connects everything: articles, outlets, jurisdictions or issues.',
    gaveUp: 'The search was stopped: there are too many paths to examine.',
    throughHubs: 'Include them',
    sentence: 'In words',
    same: 'Both are the same entity.',
    choose: 'Choose two entities.',
    sidesOnly: 'Through offices and the bargaining table only',
    types: 'Through',
    anyType: 'Through any relationship',
    picture: 'As a picture',
    steps: (count) => plural(count, 'step', 'steps'),
    ways: (count) => plural(count, 'path', 'paths'),
    way: (number, steps) => `Path ${number}: ${plural(steps, 'step', 'steps')}`,
    only: (types) => `Only through: ${types}`,
    // Some labels are participles or phrases: “held by”, “at stake in”.
    verb: (label) => (/^(\w+s|may|saw|published$)(\s|$)/.test(label) ? label : `is ${label}`),
    pronoun: (kind) => (kind === 'PERSON' ? 'who' : 'which'),
  },
  explorer: { examples: 'Questions to start from' },
  notFound: { title: 'There is no such page', hint: 'The address may be mistyped. Search finds what there is.' },
  footer: {
    what: 'Every fact leads to its passage; what is not stated is never made up.',
    data: 'Data version',
    source: 'Open data',
  },
  ...words,
};
