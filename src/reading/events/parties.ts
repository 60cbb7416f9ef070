/** Who takes part in an event, by the names and words of its sentence, its paragraph and its article. */
import type { Paragraph, Span } from '../types.ts';
import { type Cast, helperStem, legislature, type Participant, type Side } from './cast.ts';
import type { Taking } from './rule.ts';

/** Who takes part in what is matched in a sentence of a paragraph; places count from the paragraph. */
export function partiesOf(
  cast: Cast,
  taking: Taking,
  paragraph: Paragraph,
  sentence: Span,
  match: Span,
  words: string,
): string[] {
  const { all, distinct } = cast.participants(paragraph);
  const near = within(all, sentence);
  const of = (side: Side, otherwise: readonly string[]): readonly string[] => {
    for (const some of [near, distinct]) {
      const keys = some.filter((one) => one.side === side).flatMap(({ keys }) => keys);
      if (keys.length > 0) return withCounterpart(cast, side, keys);
    }
    return otherwise;
  };
  const unique = (...keys: readonly (readonly string[])[]): string[] => [...new Set(keys.flat())];
  const stem = words.match(helperStem)?.[0]?.toLowerCase();
  const helpers = cast.helpers.filter((helper) => helper.stem === stem).map(({ key }) => key);
  const third = near.filter(({ side }) => side === 'THIRD' || side === 'PERSON').flatMap(({ keys }) => keys);
  switch (taking) {
    case 'BOTH':
      return unique(of('UNION', cast.unions), of('EMPLOYER', cast.employers));
    case 'HELPED':
      return unique(third, helpers, of('UNION', cast.unions), of('EMPLOYER', cast.employers));
    case 'JUDGED':
      return unique(third.length > 0 ? third : cast.courts, of('UNION', cast.unions), of('EMPLOYER', cast.employers));
    case 'UNION':
      return unique(of('UNION', cast.unions));
    case 'PROTESTERS':
      return unique(of('UNION', cast.unions), near.findLast(({ start }) => start < match.start)?.keys ?? []);
    case 'EMPLOYER':
      return unique(of('EMPLOYER', cast.employers));
    case 'LEGISLATOR':
      return legislators(cast, near, distinct);
    case 'ORDERED':
      return unique(legislators(cast, near, distinct), of('UNION', cast.unions), of('EMPLOYER', cast.employers));
    case 'SPEAKER':
      return speakersOf(cast, paragraph, near);
    case 'ELECTED':
      return unique(
        near
          .filter((one) => one.side === 'PARTY' || one.keys.some((key) => cast.governments.includes(key)))
          .flatMap(({ keys }) => keys),
      );
    default:
      return actorOf(
        cast,
        taking,
        near.length > 0 ? near : distinct,
        match,
        paragraph.text,
        meantByPronoun(all, paragraph, sentence),
      );
  }
}

/** Those that stand in a sentence, of all of its paragraph in order. */
function within(all: readonly Participant[], { start, end }: Span): readonly Participant[] {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let until = low;
  while (until < all.length && (all[until]?.start ?? end) < end) until += 1;
  return all.slice(low, until);
}

/** A government that is the employer takes part with its board, and the other way round. */
function withCounterpart(cast: Cast, side: Side, keys: readonly string[]): readonly string[] {
  const isMain = side === 'EMPLOYER' && keys.some((key) => cast.employers.includes(key));
  return isMain ? [...keys, ...cast.employers] : keys;
}

function legislators(cast: Cast, near: readonly Participant[], all: readonly Participant[]): string[] {
  const isOne = ({ side, keys }: Participant): boolean =>
    side === 'PARTY' ||
    keys.some(
      (key) => cast.kindOf(key) === 'GOVERNMENT' || cast.kindOf(key) === 'ADMINISTRATION' || legislature.test(key),
    );
  for (const some of [near, all]) {
    const keys = some.filter(isOne).flatMap(({ keys }) => keys);
    if (keys.length > 0) return [...new Set([...keys, ...cast.governments])];
  }
  return [...(cast.governments.length > 0 ? cast.governments : cast.employers)];
}

function speakersOf(cast: Cast, paragraph: Paragraph, near: readonly Participant[]): string[] {
  const people = near.filter(
    ({ side, keys }) => side === 'OUTLET' || keys.some((key) => cast.kindOf(key) === 'PERSON'),
  );
  const speakers = cast.speakers(paragraph);
  const behind = speakers.flatMap((key) => cast.affiliation.get(key) ?? []);
  return [...new Set([...speakers, ...behind, ...people.flatMap(({ keys }) => keys)])];
}

/** "It is asking for more": the side that the sentence before names first. */
function meantByPronoun(
  all: readonly Participant[],
  { text, sentences }: Paragraph,
  sentence: Span,
): Participant | undefined {
  if (!/^["“]?(?:It|They|He|She|Its|Their|His|Her)\b/.test(text.slice(sentence.start, sentence.start + 8)))
    return undefined;
  const previous = sentences.findLast(({ start }) => start < sentence.start);
  if (previous === undefined) return undefined;
  return within(all, previous).find(({ side }) => side === 'UNION' || side === 'EMPLOYER');
}

/** The side that acts: whoever is named last before the match (an owner: in it, too). */
function actorOf(
  cast: Cast,
  taking: Taking,
  near: readonly Participant[],
  match: Span,
  text: string,
  before: Participant | undefined,
): string[] {
  const sided = near.filter(({ side }) => side === 'UNION' || side === 'EMPLOYER');
  const limit = taking === 'OWNER' ? match.end : beforeInsertion(text, match.start);
  const chosen = sided.findLast(({ start }) => start < limit) ?? before ?? sided[0];
  if (chosen === undefined) return [...new Set([...cast.unions, ...cast.employers])];
  if (taking === 'OWNER' && chosen.side === 'UNION' && isAnswered(text, chosen, match)) {
    const other = near.filter(({ side }) => side === 'EMPLOYER').flatMap(({ keys }) => keys);
    return [...new Set(other.length > 0 ? withCounterpart(cast, 'EMPLOYER', other) : cast.employers)];
  }
  return [...new Set(withCounterpart(cast, chosen.side, chosen.keys))];
}

/** An offer is the employer's, unless it is said to be made by the union: "the union rejected the offer". */
function isAnswered(text: string, { start, end }: Span, match: Span): boolean {
  if (!/\boffer(?:s|ed)?\b/i.test(text.slice(match.start, match.end)) || start >= match.start) return false;
  const between = text.slice(end, match.end);
  if (/\b(?:been|were|was|are|is|being) offered\b/i.test(between)) return true;
  return !/\b(?:offered|offering|offers (?:to|a)|made|makes?|making|tabled|put|present|submit|counter|propos|its (?:\w+ )?offer|their (?:\w+ )?offer)/i.test(
    between,
  );
}

/** Where an insertion between commas begins that ends just before a place: the subject stands before it. */
function beforeInsertion(text: string, place: number): number {
  const before = text.slice(Math.max(0, place - 160), place);
  if (
    !/[,)] (?:has |have |had |was |were |is |are |will |would |to |also |then |later |hold |holds |held |take |took )*$/.test(
      before,
    )
  )
    return place;
  const closing = before.search(/,[^,]*$/);
  const opening = before.slice(0, closing).lastIndexOf(', ');
  return closing <= 0 || opening <= 0 ? place : place - before.length + opening;
}
