/**
 * A date must follow from what it rests on: a stated one from the cues or the day of the article, one from elsewhere
 * from the words of its citation, a derived one from its rule.
 */
import type { Place } from '../validation/problem.ts';
import { addDays, daysIn, endsOf, format, type PartialDay, says } from './days.ts';
import {
  type DatedValue,
  datesOf,
  datesOfRelationship,
  daysOfWords,
  publicationsOf,
  type Report,
  supporting,
  type World,
} from './facts.ts';
import { derive } from './rules.ts';

/** Reports dates that contradict their rule, which are mistakes, and those that do not follow from what they rest on. */
export function checkDates(world: World, report: Report, warn: Report): void {
  const { entities, relationships } = world.records;
  const dated: Dated[] = [
    ...entities.flatMap((entity) => datesOf(entity).map((value) => ({ place: entity.place, ...value }))),
    ...relationships.flatMap((one) => datesOfRelationship(one).map((value) => ({ place: one.place, ...value }))),
  ];
  const settled = dated.filter((one) => objectionTo(one, world, []) === null).flatMap(({ date }) => endsOf(date.edtf));
  const known = new Set(settled.map(format));
  for (const one of dated) {
    const objection = one.evidence.length === 0 ? null : objectionTo(one, world, known);
    if (objection === null) continue;
    const say = contradiction(one, world) === null ? warn : report;
    say(one.place, `${one.key} ${one.date.edtf}: ${objection}`);
  }
}

interface Dated extends DatedValue {
  readonly place: Place;
}

/** @param known days that other records are sure of, of which a rule in free words may speak. */
function objectionTo(dated: Dated, world: World, known: Iterable<string>): string | null {
  switch (dated.date.basis) {
    case 'STATED':
      return objectionToStated(dated, world);
    case 'EXTERNAL':
      return objectionToExternal(dated);
    case 'DERIVED':
      return objectionToDerived(dated, world, new Set(known));
  }
}

const missing = (ends: readonly PartialDay[], said: readonly PartialDay[]): PartialDay | undefined =>
  ends.find((end) => !said.some((day) => says(day, end)));

function objectionToStated({ key, date, evidence }: Dated, world: World): string | null {
  const pieces = supporting(evidence, key);
  const cited = publicationsOf(evidence, world);
  // What is known from elsewhere alone holds as of the day of some article.
  const published = cited.length > 0 ? cited : [...world.published.values()];
  const absent = missing(endsOf(date.edtf), [...daysOfWords(pieces), ...published]);
  if (absent === undefined) return null;
  return `no cue says ${format(absent)}, nor is it the day of an article; add the cue, or say by which rule it follows`;
}

function objectionToExternal({ date, evidence }: Dated): string | null {
  const citation = date.note ?? '';
  const named = daysIn(citation);
  const said = named.flatMap((day) => (day.day === undefined ? [day] : [day, addDays(day, 1), addDays(day, -1)]));
  const isClosed = /^\[\d.*\d\]$/.test(date.edtf);
  const exact = isClosed ? said : named;
  const absent = missing(endsOf(date.edtf), [...exact, ...weekdayIn(citation, named)]);
  if (absent !== undefined) return `the citation does not say ${format(absent)}; write it into its words`;
  const cited = evidence.some(
    ({ articleId, note }) => articleId === null && note !== null && citation.startsWith(note),
  );
  return cited ? null : `no evidence of the record cites "${citation}"; add it, or cite both in the same words`;
}

/** `the Tuesday after … 7 May 2015` */
function weekdayIn(citation: string, named: readonly PartialDay[]): PartialDay[] {
  const rule = /the \w+day (?:before|after) .*$/i.exec(citation)?.[0];
  const base = named.at(-1);
  if (rule === undefined || base === undefined) return [];
  return derive(`${rule} ${format(base)}`, []).flatMap((one) =>
    one !== null && 'edtf' in one ? endsOf(one.edtf) : [],
  );
}

/** The rule can be followed, and gives the date. */
const isFollowed = ({ date, evidence }: Dated, world: World): boolean =>
  derive(date.note ?? '', publicationsOf(evidence, world)).some(
    (one) => 'edtf' in one && one.edtf === date.edtf.replace(/~/g, ''),
  );

/** What a rule that can be followed gives instead of the date, or what is wrong with the rule itself. */
function contradiction({ date, evidence }: Dated, world: World): string | null {
  if (date.basis !== 'DERIVED') return null;
  const rule = date.note ?? '';
  const results = derive(rule, publicationsOf(evidence, world));
  const dates = results.flatMap((one) => ('edtf' in one ? [one.edtf] : []));
  if (dates.includes(date.edtf.replace(/~/g, ''))) return null;
  if (dates[0] !== undefined) return `by its rule (${rule}) it is ${dates.join(' or ')}`;
  const wrong = results.find((one) => 'wrong' in one);
  return wrong === undefined ? null : `its rule (${rule}) is wrong: ${wrong.wrong}`;
}

function objectionToDerived(dated: Dated, world: World, known: ReadonlySet<string>): string | null {
  const { key, date, evidence } = dated;
  const rule = date.note ?? '';
  const followed = contradiction(dated, world);
  if (followed !== null || isFollowed(dated, world)) return followed;
  const years = endsOf(date.edtf).map(({ year }) => year);
  const stray = daysIn(rule).find(({ year }) => year !== undefined && !years.includes(year));
  if (stray !== undefined) return `its rule (${rule}) names ${format(stray)}, of another year`;
  const words = [...daysIn(rule), ...daysOfWords(supporting(evidence, key))];
  const eves = words.flatMap((day) =>
    day.year !== undefined && day.day !== undefined ? [addDays(day, -1), addDays(day, 1)] : [],
  );
  const published = publicationsOf(evidence, world);
  const unknown = endsOf(date.edtf).filter((end) => !known.has(format(end)));
  const absent = missing(unknown, [...words, ...eves, ...published]);
  if (absent === undefined) return null;
  return `neither its rule (${rule}) nor a record says ${format(absent)}; name the day in the rule, or use one that can be followed`;
}
