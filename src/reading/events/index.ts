/** Events: what happened, is due, or was possible, by the words of the field. */

import { groupBy } from '../groupBy.ts';
import type { Rules } from '../rules.ts';
import type { Article, DateFound, EventFound, Mention, Named, Paragraph, Span, Statement } from '../types.ts';
import { agreementRules } from './agreementRules.ts';
import { type Cast, castOf } from './cast.ts';
import { courtRules } from './courtRules.ts';
import { disputeRules } from './disputeRules.ts';
import { isDoubtful, statusOf } from './doubts.ts';
import { helpersAtWork, talksWithHelpers } from './helpers.ts';
import { offerRules } from './offerRules.ts';
import { partiesOf } from './parties.ts';
import { lawRules, publicRules } from './publicRules.ts';
import { referenceRules } from './referenceRules.ts';
import { compile, outlet, programme } from './rule.ts';
import { statementRules } from './statementRules.ts';
import { tableRules } from './tableRules.ts';

const table = [
  ...tableRules,
  ...offerRules,
  ...agreementRules,
  ...disputeRules,
  ...lawRules,
  ...courtRules,
  ...publicRules,
  ...statementRules,
  ...referenceRules,
];

const compiled = table.map((rule) => ({
  rule,
  patterns: rule.patterns.map(compile),
  unless: (rule.unless ?? []).map((pattern) => new RegExp(compile(pattern).source, 'i')),
}));
type Compiled = (typeof compiled)[number];
const followed = new Map(table.flatMap(({ name, follows }) => (follows === undefined ? [] : [[name, follows]])));

/** The rules by which events are found. */
export const eventRules: Rules = {
  ...Object.fromEntries(table.map(({ name, says, confidence }) => [name, { says, confidence }])),
  'talks-with-helper': {
    says: 'Talks with a mediator or a conciliator whom the article names are mediation or conciliation.',
    confidence: 0.8,
  },
  'helper-at-work': {
    says: 'A mediator, a conciliator or an arbitrator whom the article names is appointed, reports or decides.',
    confidence: 0.8,
  },
  'decision-of-arbitrator': {
    says: '"The decision" in an article that names an arbitrator, and tells of no decision of a court.',
    confidence: 0.8,
  },
};

/** How far around a match is looked for what rules it out. */
const around = { before: 40, after: 60 };

/**
 * The events that an article tells of: at most one for each paragraph and type. What is arranged or put off counts as
 * much as what took place; what is only wished, feared, supposed or denied does not.
 */
export function findEvents(
  article: Article,
  found: {
    readonly entities: readonly Named[];
    readonly mentions: readonly Mention[];
    readonly dates: readonly DateFound[];
    readonly statements: readonly Statement[];
  },
): EventFound[] {
  const cast = castOf(article, found.entities, found.mentions, found.statements);
  const datesOf = groupBy(found.dates, ({ p }) => p);
  const all = article.paragraphs
    .filter(({ role }) => role !== 'BOILERPLATE' && role !== 'DATELINE')
    .flatMap((paragraph) => {
      const text = matchable(paragraph, cast);
      const dates = datesOf.get(paragraph.number) ?? [];
      const rules = rulesFor(text);
      return paragraph.sentences.flatMap((sentence) =>
        eventsIn(paragraph, text, sentence, rules, dates, cast, article),
      );
    });
  const told = withReferences(all);
  return merge([...told, ...talksWithHelpers(all, article, cast), ...helpersAtWork(told, article, cast)]);
}

/** Words in the names of programmes; a newspaper's name has others. */
const onAir =
  /\b(?:morning|breakfast|matin|today|tonight|radio|show|hour|live|newsnight|newshour|programme|program|drive|question|power|panorama|podcast|row|file|midday|evening|this week|as it happens)\b(?!.*\b(?:post|herald|times|gazette|courier)\b)/i;

/** The text with plain quotation marks, and with the names of news outlets as marks: places stay the same. */
function matchable(paragraph: Paragraph, cast: Cast): string {
  const plain = paragraph.text
    .replace(/[’‘]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s/g, ' ')
    .replace(/[‑‐]/g, '-');
  const outlets = cast.mentions(paragraph).filter(({ entity }) => cast.kindOf(entity) === 'NEWS_OUTLET');
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of [...outlets].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const mark = onAir.test(plain.slice(start, end)) ? programme : outlet;
    pieces.push(plain.slice(at, start), mark.repeat(end - start));
    at = end;
  }
  return pieces.join('') + plain.slice(at);
}

/** The rules, and of each the patterns, that can match in a paragraph: few; the others need not be tried on each sentence. */
function rulesFor(text: string): Compiled[] {
  return compiled.flatMap((one) => {
    const patterns = one.patterns.filter((pattern) => /[$^]/.test(pattern.source) || text.search(pattern) >= 0);
    return patterns.length > 0 ? [{ ...one, patterns }] : [];
  });
}

function eventsIn(
  paragraph: Paragraph,
  text: string,
  sentence: Span,
  rules: readonly Compiled[],
  dates: readonly DateFound[],
  cast: Cast,
  article: Article,
): EventFound[] {
  const words = text.slice(sentence.start, sentence.end);
  const within = dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return rules.flatMap((one) =>
    matchesOf(one, words, within.length > 0).map((match) => {
      const place = { start: sentence.start + match.start, end: sentence.start + match.end };
      const date = nearest(within, place);
      return {
        p: paragraph.number,
        ...place,
        type: one.rule.type,
        parties: partiesOf(cast, one.rule.parties, paragraph, sentence, place, words.slice(match.start, match.end)),
        status: statusOf(words, match, date?.edtf, article.published),
        date,
        rule: one.rule.name,
      };
    }),
  );
}

/** The first match of each pattern of a rule in a sentence that nothing rules out. */
function matchesOf({ rule, patterns, unless }: Compiled, words: string, hasDate: boolean): Span[] {
  const holds = (match: Span): boolean => {
    const context = words.slice(Math.max(0, match.start - around.before), match.end + around.after);
    return !unless.some((not) => not.test(context)) && !isDoubtful(words, match, rule.despite ?? [], hasDate);
  };
  return patterns.flatMap((pattern) => firstMatch(pattern, words, holds) ?? []);
}

/** As `matchAll`, which copies the expression at each call: there are hundreds for each sentence. */
function firstMatch(pattern: RegExp, words: string, holds: (match: Span) => boolean): Span | undefined {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(words); found !== null; found = pattern.exec(words)) {
    const match = { start: found.index, end: found.index + found[0].length };
    if (holds(match)) return match;
    if (found[0] === '') pattern.lastIndex += 1;
  }
  return undefined;
}

function nearest(dates: readonly DateFound[], { start, end }: Span): DateFound | undefined {
  const distance = (date: DateFound): number => (date.start >= end ? date.start - end : start - date.end + 10);
  return [...dates].sort((a, b) => distance(a) - distance(b))[0];
}

/** References get the type of what they refer to: the last before them of the types that they may have, or else the first. */
function withReferences(events: readonly EventFound[]): EventFound[] {
  const told = events.filter(({ type }) => type !== '');
  const candidates = new Map(
    [...followed].map(([rule, types]) => [rule, told.filter(({ type }) => types.includes(type))]),
  );
  return events.flatMap((event) => {
    const those = candidates.get(event.rule);
    if (those === undefined) return [event];
    const to = those.findLast(({ p }) => p <= event.p) ?? those[0];
    return to === undefined ? [] : [{ ...event, type: to.type }];
  });
}

/** The events of each paragraph and type as one: the surest of them, with the parties of all. */
function merge(events: readonly EventFound[]): EventFound[] {
  const confidence = ({ rule }: EventFound): number => eventRules[rule]?.confidence ?? 0;
  return [...groupBy(events, ({ p, type }) => `${p} ${type}`).values()].flatMap((group) => {
    const [best] = [...group].sort((a, b) => confidence(b) - confidence(a) || a.start - b.start);
    return best === undefined ? [] : [{ ...best, parties: [...new Set(group.flatMap(({ parties }) => parties))] }];
  });
}
