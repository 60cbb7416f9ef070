/** The percentages, sums of money, numbers of people, and numbers of days and years that an article gives. */
import { approximationAt } from './approximations.ts';
import { endOfPeople, isPerson } from './peopleWords.ts';
import { type Quantity, quantitiesIn, round } from './quantities.ts';
import type { Rules } from './rules.ts';
import type { Article, Figure, FigureUnit, Paragraph } from './types.ts';

export const figureRules = {
  percentage: { says: 'A number before "per cent", "%" or "percentage points".', confidence: 0.99 },
  fraction: { says: 'A share as a fraction: "two-thirds", "half of the members".', confidence: 0.99 },
  ratio: { says: 'A share as so many in so many: "one in five".', confidence: 0.9 },
  money: { says: 'A number with a sign of dollars, or before "dollars" or "cents".', confidence: 0.99 },
  'bare-money': {
    says: 'Millions of nothing that is named, in an article that gives sums of money.',
    confidence: 0.85,
  },
  duration: { says: 'A number before "days" or "years".', confidence: 0.99 },
  people: { says: 'A number before a noun for people or jobs.', confidence: 0.98 },
  'people-before': {
    says: 'A number that counts the same people as one before it: "and 28 in high school".',
    confidence: 0.85,
  },
  'people-by-verb': { says: 'A number after "represents", "a crowd of", or before "were laid off".', confidence: 0.9 },
  series: { says: 'A number that shares the unit of the one beside it: "1.75, 2 and 2 per cent".', confidence: 0.99 },
} as const satisfies Rules;

type FigureRule = keyof typeof figureRules;

/** What a number counts, and where the words end that say so. */
interface Reading {
  readonly unit: FigureUnit;
  readonly rule: FigureRule;
  readonly end: number;
  /** Where it is not that of the quantity. */
  readonly value?: number;
}

type Found = Reading & { readonly start: number; readonly value: number };

/**
 * Finds the figures of an article, once for each paragraph, value and unit, in the order of the text. Other currencies,
 * ages, and counts of what is not people, money, days or years are none.
 */
export function findFigures(article: Article): Figure[] {
  const hasMoney = article.paragraphs.some(({ text }) => /\$ ?\d|\d ?\$|dollars/.test(text));
  return article.paragraphs.flatMap((paragraph) => figuresOf(paragraph, hasMoney));
}

function figuresOf({ text, number: p }: Paragraph, hasMoney: boolean): Figure[] {
  const quantities = quantitiesIn(text);
  const read = readQuantities(text, quantities, hasMoney);
  const ratios = read.filter(({ rule }) => rule === 'ratio');
  const others = read
    .reverse()
    .filter(({ start }) => !ratios.some((ratio) => start > ratio.start && start < ratio.end));
  const counted = [...others, ...peopleBefore(text, quantities, others)];
  const found = [...counted, ...fractionsIn(text)].sort((a, b) => a.start - b.start);
  const seen = new Set<string>();
  return found.flatMap(({ start, end, value, unit, rule }) => {
    const key = `${value} ${unit}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const approximation = approximationAt(text, start, end, unit);
    return [{ p, start, end, text: text.slice(start, end), value, unit, approximation, rule }];
  });
}

/** From the last to the first, since a number may share the unit of the next. */
function readQuantities(text: string, quantities: readonly Quantity[], hasMoney: boolean): Found[] {
  const found: Found[] = [];
  let next: { quantity: Quantity; reading: Reading | undefined } | undefined;
  for (let index = quantities.length - 1; index >= 0; index -= 1) {
    const quantity = quantities[index];
    if (quantity === undefined) continue;
    const around = surroundings(text, quantity);
    const reading = isNumbered(around.before, quantity)
      ? undefined
      : (readAlone(quantity, around, hasMoney) ?? readSeries(text, quantity, next));
    if (reading !== undefined)
      found.push({ value: quantity.value, ...spread(text, quantity, next, reading), start: quantity.start });
    next = { quantity, reading };
  }
  return found;
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const surroundings = (text: string, { start, end }: { start: number; end: number }): Surroundings => ({
  before: text.slice(Math.max(0, start - 60), start),
  after: text.slice(end, end + 100),
});

/** "Local 79", "Bill 115", "May 12", "C-59", "£5": the number is a name, or of something else. */
const numbered =
  /(?:(?:^|[^\p{L}])(?:Locals?|Bills?|Sections?|No\.|Nos\.|Number|Highway|Hwy\.?|Grades?|Room|Units?|Articles?|Level|Step|Route|District|Ward|Chapter|Phase|Division|Tables?|Page|Group|Class|Zone|Terminal|Gate|Pier|Line|Schedule|Appendix|Clause|Region|Lodge|Branch|Council|Lot|Bus|Flight|Channel|[Cc]hapter|[Ss]ection|[Ll]ocal|[Aa]rticle|[Gg]rades?|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) |[£€¥#§]\s?)$/u;

/** Of other countries: "US$5", where the sign of dollars is no longer part of the number, and "US $5". */
const foreignDollars = /(?<!\p{L})(?:(?:US|AU|A|NZ|HK|R|S|MX|NT)\$ ?|(?:US|AU|NZ|HK) ?)$/u;

/** The longest word of those before a number, with what stands before it. */
const longestName = 16;

function isNumbered(before: string, quantity: Quantity): boolean {
  if (quantity.inWords) return false;
  const foreign = foreignDollars.exec(before)?.[0] ?? '';
  return (
    foreign.includes('$') ||
    (foreign !== '' && quantity.isMoney) ||
    (!quantity.isMoney && numbered.test(before.slice(-longestName)))
  );
}

const percentAfter =
  /^[\s\u00a0\u202f-]?(?:%|(?:per[- ]?cent|percent|pct|percentage[- ]points?|points? de pourcentage|pour cent)(?![\p{L}]))/iu;
const dollarsAfter =
  /^(?:[\s\u00a0\u202f]?(?:\$(?! ?(?:US|\d))|(?:Canadian |de |canadiens )?dollars?(?![\p{L}]))|-dollar(?![\p{L}]))/iu;
const centsAfter = /^(?:[ -]cents?(?![\p{L}])|¢)/iu;
const foreignAfter =
  /^[\s\u00a0-]?(?:(?:million |billion )?(?:US|USD|U\.S\.|American|Australian|AUD|NZD|pounds|euros?|pence|sterling|yen|pesos|rand|francs|€|£)(?![\p{L}]))/u;
const durationAfter =
  /^(?:[ \u00a0-](?:(?:more|additional|extra|consecutive|straight|full|long|whole|paid|unpaid|sick|working|work|business|calendar|vacation|personal|school|teaching|class|strike|solid|further|other|annual|floating|family|medical|emergency|statutory|leave|non-working|professional|lost|rotating|instructional)[ -]){0,3}|[ \u00a0](?:(?:or more|or so|plus) ))(?<unit>years?|yrs?|days?|ans|années|jours)(?![\p{L}])/iu;
const ageAfter = /^[ -](?:years?|ans)(?:[ -]olds?| of age|[ -]ago| earlier| later| younger| older)(?![\p{L}])/iu;

function readAlone(quantity: Quantity, around: Surroundings, hasMoney: boolean): Reading | undefined {
  const { after, before } = around;
  const to = (unit: FigureUnit, rule: FigureRule, length: number): Reading => ({
    unit,
    rule,
    end: quantity.end + length,
  });
  if (foreignAfter.test(after)) return undefined;
  const percent = percentAfter.exec(after);
  if (percent !== null) return to('PERCENT', 'percentage', percent[0].length);
  if (quantity.isMoney) return to('CAD', 'money', 0);
  const dollars = dollarsAfter.exec(after);
  if (dollars !== null) return to('CAD', 'money', dollars[0].length);
  const cents = centsAfter.exec(after);
  if (cents !== null) return { ...to('CAD', 'money', cents[0].length), value: round(quantity.value / 100) };
  return (
    readDuration(quantity, around) ??
    readRatio(quantity, around) ??
    readPeople(quantity, around) ??
    (hasMoney && quantity.scale >= 1e6 && isBare(before, after) ? to('CAD', 'bare-money', 0) : undefined) ??
    // "by 87 per cent to 13"
    (/(?:per ?cent|%) (?:to|against) $/i.test(before) && /^(?:[.,;:)”"]|$)/.test(after)
      ? to('PERCENT', 'series', 0)
      : undefined)
  );
}

/** Idioms that count no days: "one day they will", "the day". */
const oneDay = /(?:for|by|of|in|within|lasted|last|lose|loses|after|just|only|than|lost|least|every) $/i;

function readDuration({ value, end, isLikeYear }: Quantity, { before, after }: Surroundings): Reading | undefined {
  if (isLikeYear || ageAfter.test(after) || /âgée?s? de $|aged? (?:of )?$/i.test(before)) return undefined;
  const duration = durationAfter.exec(after);
  const unit = duration?.groups?.['unit']?.toLowerCase();
  if (duration === null || unit === undefined) return undefined;
  if (/^(?:days?|jours)$/.test(unit)) {
    if (value === 1 && duration[0] === ' day' && !oneDay.test(before)) return undefined;
    if (value === 7 && /^ (?:days )?a week/.test(after.slice(duration[0].length))) return undefined;
    if (value === 7 && /24 hours a day, $/.test(before)) return undefined;
    return { unit: 'DAYS', rule: 'duration', end: end + duration[0].length };
  }
  return { unit: 'YEARS', rule: 'duration', end: end + duration[0].length };
}

const inSoMany =
  /^ (?:in|out of|of every|sur) (?:every )?(?<of>\d{1,3}(?![\d,.]\d|\d)|two|three|four|five|six|seven|eight|nine|ten|trois|quatre|cinq|dix)(?![\p{L}\p{N}%])(?! ?-?(?:years?|days?|weeks?|months?|hours?|minutes|per|%|ans|p\.m|a\.m))/iu;

/** "nine out of ten". */
function readRatio({ value, end }: Quantity, { after }: Surroundings): Reading | undefined {
  const ratio = inSoMany.exec(after);
  const [of] = quantitiesIn(ratio?.groups?.['of'] ?? '');
  if (ratio === null || of === undefined || !(value > 0 && value < of.value && of.value <= 100)) return undefined;
  return { unit: 'PERCENT', rule: 'ratio', value: share(value, of.value), end: end + ratio[0].length };
}

const share = (part: number, whole: number): number => Number(((100 * part) / whole).toFixed(4));

const verbBefore =
  /(?:represent(?:s|ed|ing)?|employ(?:s|ed|ing)?|la(?:y|ys|id|ying) off|laid-off|hire[sd]?|workforce of|staff of|membership of|crowd of|unit of|group of|team of|local of|army of)(?: (?:about|around|some|nearly|almost|more than|over|roughly|approximately|up to|at least|close to|fewer than|less than|another|an estimated|an additional))? $/i;
const verbAfter =
  /^ (?:(?:others?|more|of them|of whom|of those|in all) )?(?:(?:were|are|was|have been|had been|will be|would be|being) (?:also |then |still |now )?(?:laid off|let go|fired|injured|hurt|killed|locked out|arrested|hired|on strike|on the picket|out of work|off the job|unionized|suspended|sent home|charged)|(?:suspended|injured|arrested|dismissed|fired|laid-off|striking|locked-out)(?![\p{L}-])|out of work|on strike|have quit|quit|lost their|would lose their|will lose their|walked off|walked out|gathered|attended|protested|picketed|took part|turned out|marched|rallied|showed up|off the job|on the picket)/iu;
const ofThem =
  /^ of (?:(?:the|its|their|his|her|our|those|these|them)(?: (?:about|some|roughly|more than|nearly))?(?: \d[\d,]{0,9})?|us|whom)(?![\p{L}])/iu;
/** What millions may be that no noun follows. */
const bare =
  /^(?:$|["”'’.,;:)—–-]| (?:is|was|in|a|over|for|to|from|and|more|less|that|will|would|has|had|per|annually|we|they|it|on|at|but|by|each|this|last|next|could|short|which|of (?:cuts|savings|funding|it|that|new))(?![\p{L}]))/u;

const isBare = (before: string, after: string): boolean => !/[£€]$/.test(before) && bare.test(after);

function readPeople(
  { value, end, isLikeYear, isMoney, inWords, scale }: Quantity,
  { before, after }: Surroundings,
): Reading | undefined {
  const isYear = isLikeYear && !/(?:some|about|nearly|almost|than|represents|employs|around|roughly) $/.test(before);
  if (isYear || isMoney || !Number.isInteger(value) || value === 0 || (value === 1 && scale === 1)) return undefined;
  const people = (length: number, rule: FigureRule = 'people'): Reading => ({
    unit: 'PEOPLE',
    rule,
    end: end + length,
  });
  const hyphened = /^-(?<noun>[a-z]{3,14})(?![\p{L}])/u.exec(after);
  if (hyphened !== null) {
    const noun = hyphened.groups?.['noun'] ?? '';
    return noun === 'strong' || (isPerson(noun) && value > 20) ? people(hyphened[0].length) : undefined;
  }
  // In French, "1,5 million de personnes".
  const link = scale >= 1e6 ? (/^ d(?=e |[’'])[e’']/.exec(after)?.[0].length ?? 0) : 0;
  const length = endOfPeople(after.slice(link));
  if (length !== undefined) return people(link + length);
  const of = ofThem.exec(after);
  if (of !== null) {
    if (/ (?:them|us|whom)$/.test(of[0])) return inWords && value < 10 ? undefined : people(0);
    const rest = endOfPeople(after.slice(of[0].length));
    if (rest !== undefined) return people(0);
  }
  if (inWords && value < 10) return undefined;
  return (verbBefore.test(before.slice(-45)) && !/^[ -](?:[\p{L}-]+)s(?![\p{L}])/u.test(after)) || verbAfter.test(after)
    ? people(0, 'people-by-verb')
    : undefined;
}

const ofTheSame =
  /^ (?:in|at|from|of whom|of them|(?:have|has|were|are|had|will|would|voted|did) (?:be |been )?\p{L}+(?:ed|ing)|have|will|voted)(?![\p{L}])/u;

/** Numbers of the people whom the sentence has counted before: "of the 98,000 members, about 31,000 have been". */
function peopleBefore(text: string, quantities: readonly Quantity[], found: readonly Found[]): Found[] {
  const starts = new Set(found.map(({ start }) => start));
  let people: Found | undefined;
  let next = 0;
  return quantities.flatMap((quantity) => {
    const { start, end, value } = quantity;
    for (; (found[next]?.start ?? Number.POSITIVE_INFINITY) < start; next += 1) {
      if (found[next]?.unit === 'PEOPLE') people = found[next];
    }
    if (
      people === undefined ||
      starts.has(start) ||
      quantity.isLikeYear ||
      quantity.isMoney ||
      start - people.end > 120
    )
      return [];
    const { before, after } = surroundings(text, quantity);
    const between = text.slice(people.end, start);
    const isLed =
      /(?:^|[\s,])(?:and|,|but|while)(?: (?:about|some|another|nearly|almost|roughly|only|just|as many as|more than))? $/.test(
        between,
      ) || /, (?:about |some |only |nearly )?$/.test(between);
    const isSame = isLed && !/[.;!?] /.test(between) && ofTheSame.test(after) && !isNumbered(before, quantity);
    return isSame && Number.isInteger(value) && value > 1
      ? [{ start, end, value, unit: 'PEOPLE', rule: 'people-before' }]
      : [];
  });
}

const joints: Readonly<Record<FigureUnit, RegExp>> = {
  PERCENT: /^(?:,? (?:and|or|to|et|ou|à|then|and then) (?:then |by |only )?|, |[-–/]| ?[–-] ?)$/,
  YEARS: /^(?: (?:and|or|to|et|ou|à) |[-–]|-to-)$/,
  DAYS: /^(?: (?:and|or|to|et|ou|à) |[-–]|-to-|, )$/,
  CAD: /^(?: (?:to|or|et|ou|à|and) |[-–]|, )$/,
  PEOPLE:
    /^(?: (?:to|or|ou|à) |[-–]| (?:full-time|part-time|permanent|temporary|unionized|non-union|casual|seasonal|inside|outside|male|female|senior|junior|contract|salaried|hourly) (?:and|or) (?:about )?)$/,
};

/** "3 to 5 per cent": the first is a percentage too. */
function readSeries(
  text: string,
  { end, value, isLikeYear }: Quantity,
  next: { quantity: Quantity; reading: Reading | undefined } | undefined,
): Reading | undefined {
  if (next?.reading === undefined || isLikeYear) return undefined;
  const { unit, rule } = next.reading;
  if (rule === 'ratio' || (rule === 'money' && next.quantity.isMoney)) return undefined;
  const between = text.slice(end, next.quantity.start);
  const isPair =
    unit === 'PEOPLE' &&
    between === ' and ' &&
    /between (?:about )?$/.test(text.slice(0, end).slice(-40).replace(/\S+$/, ''));
  if (!joints[unit].test(between) && !isPair) return undefined;
  const scaled = next.quantity.scale >= 1e3 && value < 1e3 ? value * next.quantity.scale : value;
  const cents =
    unit === 'CAD' && next.reading.value !== undefined && next.reading.value < next.quantity.value
      ? value / 100
      : scaled;
  return { unit, rule: 'series', value: round(cents), end };
}

/** "$38 to $41 million": millions, both. */
function spread(
  text: string,
  quantity: Quantity,
  next: { quantity: Quantity; reading: Reading | undefined } | undefined,
  reading: Reading,
): Reading {
  if (!quantity.isMoney || quantity.scale > 1 || next === undefined || next.quantity.scale < 1e6) return reading;
  const isRange = /^(?: to | and |[-–]| or )\$?$/.test(text.slice(quantity.end, next.quantity.start));
  const isSmaller = quantity.value < next.quantity.value / next.quantity.scale;
  return isRange && isSmaller ? { ...reading, value: round(quantity.value * next.quantity.scale) } : reading;
}

const wholes = new Map(
  Object.entries({
    half: 2,
    third: 3,
    tiers: 3,
    quarter: 4,
    quart: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    tenth: 10,
  }),
);
const partsOf = new Map(
  Object.entries({
    a: 1,
    one: 1,
    un: 1,
    le: 1,
    two: 2,
    deux: 2,
    three: 3,
    trois: 3,
    four: 4,
    five: 5,
    seven: 7,
    nine: 9,
  }),
);
const noTime =
  '(?! of (?:an?|the|this|next|last) (?:hour|century|year|day|mile|season|game|inning|kilomet|fiscal|match|month|decade|cent))';
const fractions = new RegExp(
  '(?<![\\p{L}\\d-])(?:' +
    `(?<parts>two|three|four|five|seven|nine|deux|trois)[- ](?<whole>thirds|quarters|fifths|sixths|sevenths|eighths|tenths|tiers|quarts)(?![\\p{L}-])${noTime}|` +
    `(?<one>one-)(?<single>half|third|quarter|fifth|sixth|eighth|tenth)(?![\\p{L}-])${noTime}|` +
    `(?<article>an?|one|un|le) (?<some>third|quarter|fifth|sixth|eighth|tenth|tiers|quart)(?= of (?!an? )| less| more| higher| lower| des? |[.,;:!?)”"]|$| (?:said|say|are|were|have)(?!\\p{L})|(?<=(?:by|nearly|almost|about|over|than|least) \\p{L}{1,3} \\p{L}{4,7}) (?:since|in|over|from|to|when|after|on|and)(?!\\p{L}))${noTime}|` +
    '(?<half>(?:one )?half)(?= of (?!an?(?!\\p{L})|(?:the|this|next|last) (?:year|game|season|day|century|match|month|decade|fiscal))| (?:the|its|their|his|her|our|those|these|all|my|as) (?!battle|time|century|hour|fun|price|an?(?!\\p{L}))| (?:said|say|are|were|have|had|will|would|did|do)(?!\\p{L}))|' +
    '(?<=(?:nearly|more than|almost|about|over|less than|at least|by|in|roughly|fewer than|the other|to) )(?<alone>half)(?=[.,;:!?)”"]|$| (?:since|from|in|over|by|when|after|on|and|next|last|this|that)(?!\\p{L}))|' +
    '(?<=la )(?<moitie>moitié))',
  'giu',
);
/** What stands before a "half" or "third" that is none: "the first half", "and a half". */
const noShare = /(?:first|second|third|third and|back|front|and a|top|bottom|latter|better|lower|upper) $/i;

/** "two-thirds", "half of the members". */
function fractionsIn(text: string): Found[] {
  return [...text.matchAll(fractions)].flatMap((match) => {
    const { 0: words, index: start } = match;
    const groups = match.groups ?? {};
    const { before, after } = surroundings(text, { start, end: start + words.length });
    if (noShare.test(before)) return [];
    const whole = (
      groups['whole']?.replace(/s$/, '').replace(/^tier$/, 'tiers') ??
      groups['single'] ??
      groups['some'] ??
      'half'
    ).toLowerCase();
    const part = partsOf.get(groups['parts']?.toLowerCase() ?? 'one') ?? 1;
    const percent = /^ (?:of )?(?:an?|one) (?:per ?cent|percentage point)(?![\p{L}])/iu.exec(after);
    const value = share(part, wholes.get(whole) ?? 2);
    const end = start + words.length + (percent?.[0].length ?? 0);
    return [
      {
        start,
        end,
        unit: 'PERCENT' as const,
        rule: 'fraction' as const,
        value: percent === null ? value : value / 100,
      },
    ];
  });
}
