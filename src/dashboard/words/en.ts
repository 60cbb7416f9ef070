/** The interface in English. `Words` is what a language has to say; `fr.ts` says the same. */
import { type FieldWords, words } from '../../graph/registry/words/en.ts';

export interface Words extends FieldWords {
  readonly language: string;
  readonly otherLanguage: string;
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
  readonly asOf: Readonly<Record<'label' | 'allDays' | 'clear' | 'possible' | 'hint', string>> & {
    readonly on: (day: string) => string;
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
      | 'cues'
      | 'openArticle'
      | 'updated',
      string
    >
  > & {
    readonly sources: (count: number) => string;
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
    readonly since: (day: string) => string;
    readonly until: (day: string) => string;
    readonly fromTo: (from: string, to: string) => string;
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
    readonly otherTypes: (types: string) => string;
    /** How many events no month can be told of. */
    readonly undated: (count: number) => string;
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
      | 'sort'
      | 'status'
      | 'when'
      | 'summary'
      | 'apply'
      | 'next'
      | 'first'
      | 'remove'
      | 'from'
      | 'to'
      | 'noDate',
      string
    >
  > & {
    readonly count: (count: number) => string;
    readonly filters: Readonly<Record<string, string>>;
  };
  readonly entity: Readonly<
    Record<
      | 'alsoKnown'
      | 'notStated'
      | 'notStatedHint'
      | 'related'
      | 'timeline'
      | 'statements'
      | 'claims'
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
  >;
  readonly story: Readonly<Record<StoryWord, string>> & {
    /** Of a value for several years. */
    readonly together: (years: number) => string;
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
      | 'cut'
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
  | 'decision'
  | 'issue'
  | 'cut'
  | 'about'
  | 'noHolder'
  | 'certain';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** True of “by 2015” and the like, before and after which “to” would be read as another word. */
const isPhrase = (date: string): boolean => /^(by|between|about|date) | or later$/.test(date);

export const en: Words = {
  language: 'English',
  otherLanguage: 'Français',
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
      SAME_NAME: 'the name',
      NAME_BEGINS: 'the name begins so',
      WORDS_IN_NAME: 'in the name',
      SPELLED_ALIKE: 'spelled alike',
      WORDS_IN_SUMMARY: 'in the summary',
      WORDS_IN_PASSAGE: 'in a passage',
    },
  },
  asOf: {
    label: 'As of',
    allDays: 'all days',
    clear: 'Show all days',
    possible: 'possibly',
    hint: 'The sources do not settle whether this held on that day.',
    on: (day) => `as of ${day}`,
  },
  states: {
    loading: 'Loading',
    slow: 'This takes longer than usual. Still waiting for the answer.',
    empty: 'The sources say nothing of this.',
    unreachable: 'The service does not answer. The page asks again by itself.',
    busy: 'The service is busy. The page asks again by itself.',
    refused: 'The service refused the question:',
    askAgain: 'Ask again now',
    offline: 'You are offline. What is on the page was read before.',
    stale: 'What is shown was read before the service stopped answering.',
    correlation: (id) => `Quote ${id} if you report it.`,
  },
  tools: {
    label: 'Take it away',
    query: 'The query behind it',
    embed: 'Embed it',
    cite: 'Cite it',
    csv: 'Table as CSV',
    svg: 'Chart as SVG',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
    whole: 'Open the whole page',
    embedHint: 'Paste this where the panel is to stand. It follows the data.',
    more: 'Show more',
    preparing: 'Preparing the file',
    citation: (title, sources, version, digest, address) =>
      `Labourgraph, “${title}”, ${address}; data version ${version}, digest ${digest}${sources === '' ? '' : `; from ${sources}`}.`,
  },
  evidence: {
    title: 'Where it comes from',
    close: 'Close the sources',
    none: 'No source is recorded for this.',
    stated: 'Stated in the passage',
    derived: 'Derived',
    external: 'From another source',
    notSupplied: 'The text of this article is not at hand here.',
    howToSupply:
      'Whoever has the article can show its passages: put its text into a folder and start the service with --articles and the folder’s name.',
    differs: 'The text at hand is another than the one that the fact was taken from.',
    verified: 'Checked against the text',
    cues: 'Must stand in the passage:',
    openArticle: 'The whole article',
    updated: 'updated',
    sources: (count) => plural(count, 'source', 'sources'),
    of: (what) => `Sources: ${what}`,
    paragraph: (number) => `paragraph ${number}`,
    attribute: (name) => `on ${name}`,
  },
  dates: {
    notStated: 'not stated',
    unknown: 'date not stated',
    derived: 'derived',
    external: 'from another source',
    ongoing: 'no end stated',
    before: (day) => `by ${day}`,
    after: (day) => `${day} or later`,
    between: (from, to) => `between ${from} and ${to}`,
    about: (day) => `about ${day}`,
    on: (day) => `held on ${day}`,
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    fromTo: (from, to) => (isPhrase(from) || isPhrase(to) ? `${from} – ${to}` : `${from} to ${to}`),
  },
  overview: {
    title: 'Labour relations, fact by fact',
    lead: 'Who bargained with whom, over what, what was said and what became law. Every fact opens the passage that it comes from.',
    inGraph: 'In the graph',
    open: 'What is open',
    openHint: 'As last reported; what the sources do not report on is not known to be closed.',
    disputes: 'Disputes not settled',
    rounds: 'Rounds without an agreement',
    challenges: 'Challenges before the courts',
    deadlines: 'Deadlines ahead',
    noDeadlines: 'No deadline is known after that day.',
    events: 'Events by month',
    eventsHint: 'Each bar leads to the events that it counts.',
    voices: 'Who said most on what',
    voicesHint: 'Statements by speaker and issue. A statement on two issues counts under both.',
    speaker: 'Speaker',
    total: 'All',
    noIssue: 'no issue',
    articles: 'Articles',
    deadlinesAhead: (day) => `Deadlines after ${day}`,
    covered: (covered, all) => `${covered} of ${all} paragraphs carry facts`,
    earlier: 'Scroll to the left for earlier months.',
    otherTypes: (types) => `other types: ${types}`,
    undated: (count) =>
      `${plural(count, 'more event stands', 'more events stand')} in no month: the sources do not date ${count === 1 ? 'it' : 'them'} so exactly.`,
  },
  list: {
    title: 'Lists',
    kind: 'Kind',
    anyKind: 'of any kind',
    any: 'any',
    words: 'Words',
    order: 'Order',
    byName: 'by name',
    byDateAsc: 'earliest first',
    byDateDesc: 'latest first',
    byId: 'by id',
    name: 'Name',
    sort: 'Sort',
    status: 'State',
    when: 'When',
    summary: 'Summary',
    apply: 'Show',
    next: 'Next page',
    first: 'First page',
    remove: 'Take out',
    from: 'From',
    to: 'To',
    noDate: '',
    count: (count) => plural(count, 'entry', 'entries'),
    filters: {
      kinds: 'kind',
      type: 'sort',
      status: 'state',
      jurisdiction: 'jurisdiction',
      issue: 'issue',
      party: 'party',
      speaker: 'speaker',
      text: 'words',
      from: 'from',
      to: 'to',
      notStated: 'not stated',
    },
  },
  entity: {
    alsoKnown: 'Also',
    notStated: 'Left open by the sources',
    notStatedHint: 'not stated',
    related: 'How it is related',
    timeline: 'In order of time',
    statements: 'What was said',
    claims: 'Claims and what stands against them',
    sources: 'Sources',
    around: 'What lies around it',
    onMap: 'On the map',
    pathFrom: 'How is it connected with …',
    unknown: 'There is no such entity',
    unknownHint: 'No entity has this id. Search finds entities by any of their names.',
    facts: 'In short',
    accordingTo: 'according to',
    acting: 'acting',
    wholeMap: 'Open the map',
  },
  story: {
    parties: 'Parties',
    issues: 'Issues',
    gap: 'The gap',
    gapHint: 'What was asked, offered and imposed, by year. What is not stated is shown as such, and is not zero.',
    ask: 'Ask',
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
    rebuttals: 'What stands against it',
    asserted: 'Asserted by',
    disputed: 'Disputed by',
    denied: 'Denied by',
    qualified: 'Qualified by',
    supported: 'Supported by',
    unanswered: 'Nothing against it is reported.',
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
    noYear: 'Tied to no year',
    nothingReported: 'nothing is reported',
    decision: 'Who decides',
    issue: 'Issue',
    cut: 'Only the first are shown; the query behind the panel gives the rest.',
    about: 'About',
    noHolder: 'The sources name nobody.',
    certain: 'for certain',
    together: (years) => `over ${years} years together`,
  },
  article: {
    paragraphs: 'Paragraph by paragraph',
    carriesNone: 'Carries no fact:',
    said: 'What it says of them',
    role: 'Role',
    noText: 'The texts are not at hand here; what each paragraph carries is.',
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
    cut: 'There is more than is shown: choose fewer kinds, or an entity to begin from.',
    expand: 'Show what is around it',
    open: 'Open its page',
    nodes: 'Entities',
    edges: 'Relationships',
    hint: 'Choose an entity or a line to see what it is.',
    hubs: 'Lead through articles, outlets, jurisdictions and issues too',
    list: 'The same as lists',
    choose: 'Choose an entity',
    all: 'all',
    layout: 'Arranging the map',
    noWebgl: 'This browser cannot draw the map. The lists below say the same.',
    below: 'below the map',
    possible: 'A paler line may not have held on the chosen day: the sources do not settle it.',
    chosen: 'What is chosen',
    unchoose: 'Choose nothing',
    centre: 'Put it in the middle',
    show: 'Show',
    showAll: 'Show all',
    only: 'only',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fit: 'Show the whole map',
    around: (name) => `Around ${name}`,
    first: (count) => `The first ${count} are shown.`,
    counts: (nodes, edges) =>
      `${plural(nodes, 'entity', 'entities')}, ${plural(edges, 'relationship', 'relationships')}`,
  },
  path: {
    title: 'How are they connected?',
    lead: 'The shortest ways between two entities, with the source of every step.',
    from: 'From',
    to: 'To',
    find: 'Find',
    swap: 'Turn round',
    none: 'No way leads from one to the other.',
    onlyHubs: 'A way leads only through what connects everything: articles, outlets, jurisdictions or issues.',
    gaveUp: 'The search was given up: there are too many ways to look through.',
    throughHubs: 'Lead through them too',
    sentence: 'In words',
    same: 'These are one and the same.',
    choose: 'Choose two entities.',
    sidesOnly: 'Through offices and the bargaining table only',
    types: 'Through',
    anyType: 'Through any relationship',
    picture: 'As a picture',
    steps: (count) => plural(count, 'step', 'steps'),
    ways: (count) => plural(count, 'way', 'ways'),
    way: (number, steps) => `Way ${number}, ${plural(steps, 'step', 'steps')}`,
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
