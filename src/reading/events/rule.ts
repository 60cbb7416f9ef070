/** What a rule for events is, and the words that the patterns of several rules share. */
/** Words before (or right after) a match by which what it tells of did not take place, and is not arranged either. */
export type Doubt = 'IF' | 'WISHED' | 'FEARED' | 'DENIED' | 'MODAL';

/**
 * Who takes part: both sides; both with whoever helps or decides; both with the court that is named, or the article's; the side that acts, which is named last before the
 * match; the owner, which is named last before its end ("the company's offer"); the employees' (of a protest, with whoever
 * else is its subject), the employer's or the
 * legislator's side; legislators with both sides, whom they order;
 * the parties and governments that are elected; whoever speaks.
 */
export type Taking =
  | 'BOTH'
  | 'HELPED'
  | 'JUDGED'
  | 'ACTOR'
  | 'OWNER'
  | 'UNION'
  | 'PROTESTERS'
  | 'EMPLOYER'
  | 'LEGISLATOR'
  | 'ORDERED'
  | 'ELECTED'
  | 'SPEAKER';

/** By what words an event of one type is known. */
export interface EventRule {
  readonly name: string;
  /** Of a rule with `follows`, empty. */
  readonly type: string;
  /** The rule in plain words. */
  readonly says: string;
  readonly confidence: number;
  readonly parties: Taking;
  /** Regular expressions without regard to case, in which `{name}` stands for one of `words`. */
  readonly patterns: readonly string[];
  /** What rules a match out where it is found in the words just before, the match itself, or those just after. */
  readonly unless?: readonly string[];
  /** Doubts that do not rule it out. */
  readonly despite?: readonly Doubt[];
  /** An event that is only referred to: of the first of these types that the article tells of by another rule. */
  readonly follows?: readonly string[];
}

/** Stand for each character of a news outlet's or a programme's name in the text that patterns look at. */
export const outlet = '\u0001';
export const programme = '\u0002';

const numbers = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|several';
const kindsOfDeal =
  'collective|collective bargaining|labou?r|wage|wages|pay|salary|employment|enterprise|union|bargaining|new|current|' +
  'previous|last|present|existing|old|expired|interim|first|final|tentative|proposed|negotiated|national|provincial|' +
  'federal|master|local|common|framework|working|two-tier|latest|fair|historic|record|improved';
const kindsOfTalks =
  'contract|labou?r|collective|wage|pay|salary|bargaining|formal|informal|face-to-face|last-ditch|last-minute|marathon|' +
  'bilateral|direct|exploratory|new|further|fresh|more|intensive|round-the-clock|overnight|weekend|crunch|crisis|peace|' +
  'mediated|conciliated|central|local|provincial|national|union|joint|these|those|pension|strike|contentious|scheduled|' +
  'planned|protracted|lengthy|renewed|stalled|current|ongoing|latest';

const share =
  '(?:(?:\\d[\\d.,-]{0,6}|(?:zero|half a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?: and a half)?)(?:%|[ -]?per ?cent\\b| percentage))';

/** Pieces of patterns. All repeats are bounded: the time that a pattern takes grows with the text alone. */
export const words: Readonly<Record<string, string>> = {
  /** A few words, or none. */
  few: '(?:[^\\s;:]{1,30} ){0,3}?',
  some: '(?:[^\\s;:]{1,30} ){0,6}?',
  gap: '[^;]{0,60}?',
  number: `(?:(?:${numbers})|\\d[\\d,.]{0,8})`,
  percent: share,
  /** A share, a sum, or the figure alone of a share. */
  pay: `(?:${share}|[$£€]\\d|\\d{1,2}\\.\\d{1,2}\\b(?! (?:million|billion)))`,
  /** What a side asks or offers. */
  terms:
    `(?:${share}|[$£€]\\d|(?:raises?|increases?|hikes?|freezes?|parity|two-tier|lump[- ]sums?|bonus(?:es)?|payments?|wages?|pay|salar(?:y|ies)|` +
    'staffing|pensions?|ratios?|sick (?:pay|leave|days)|days off|premiums?|overtime|severance|job security|benefits?|(?:split|longer|shorter) shifts|retroactive|' +
    'rollbacks?|cuts?|caps?|guarantees?|limits?|class sizes?|seniority|buyouts?)\\b)',
  workers:
    '(?:workers|employees|members|membership|staff|nurses|doctors|physicians|professors|faculty|academics|paramedics|' +
    'police|crews?|clerks|assistants|tradespeople|public servants|civil servants|servants|unions?|locals?|midwives|postal \\w+|' +
    'ambulance \\w+|longshore\\w*|railway\\w*|deckhands|guards|pilots|attendants|mechanics|residents|interns|' +
    '(?!numbers|others|papers|offers|orders|matters|ministers|premiers|leaders|employers|owners|managers|doors|errors|factors|' +
    'letters|quarters|rumou?rs|councillors|governors|mayors|lawyers|investors|customers|passengers|commuters|negotiators|' +
    'powers|terms|years|committees)[a-z]{2,16}(?:ers|ors|ians|ists)|' +
    'teamsters|men|women)',
  sides: '(?:(?:both|the|two|opposing|bargaining|negotiating|rival) ){0,3}(?:sides|parties|teams|negotiators)',
  talks: `(?:(?:${kindsOfTalks}) ){0,3}(?:talks|negotiations|bargaining|discussions)`,
  session:
    '(?:bargaining|negotiating|negotiation|contract|talks|marathon|mediation|conciliation) (?:sessions?|meetings?|dates?|rounds?)',
  table: '(?:(?:the|their|its|that) )?(?:bargaining |negotiating |negotiation |negotiations )?table\\b(?! for)',
  deal: `(?:(?:${kindsOfDeal}|(?:${numbers}|\\d{1,2})-year|multi-?year) ){0,4}(?:deal|agreement|contract|pact|settlement|accord)s?`,
  bill: '(?:(?:[^\\s;:]{1,20} ){0,4}?(?:bill|legislation|law|act|statute|ordinance|amendments?)s?\\b|Bill [A-Z]?-?\\d{1,4})',
  /** Where a pattern begins with it: the word alone. */
  law: '(?:(?:bill|legislation|law|act|statute|ordinance|amendment)s?(?: [A-Z]{0,2}-?\\d{1,4})?)',
  outlet: `[${outlet}${programme}]{1,80}`,
  programme: `${programme}{1,80}`,
  pact: '(?:deal|agreement|contract|pact|settlement|accord)s?',
  the: "(?:the|a|an|its|their|his|her|our|this|that|these|those|any|some|another|[\\w.-]{1,30}'s?)",
  year: '(?:19|20)\\d\\d',
  court:
    '(?:court|judge|justice|tribunal|labou?r board|relations board|labou?r relations board|employment board|' +
    'industrial relations board|board|commission|appeals? panel|judges)',
};

/** A pattern with its words put in, to be looked for anywhere in a text. */
export function compile(pattern: string): RegExp {
  const filled = pattern.replace(/\{([a-z]+)\}/gi, (whole, name: string) => words[name] ?? whole);
  return new RegExp(`\\b(?:${filled})`, 'gi');
}
