/** Who takes part in an event, by the names and words of its sentence, its paragraph and its article. */
import type { Kind } from '../../registry/index.ts';
import { groupBy } from '../groupBy.ts';
import type { Article, Mention, Named, Paragraph, Span, Statement } from '../types.ts';
import { courtsOf } from './courts.ts';
import type { Taking } from './rule.ts';

type Side = 'UNION' | 'EMPLOYER' | 'THIRD' | 'PARTY' | 'OUTLET' | 'PERSON' | 'NONE';

/** Somebody named by a stretch of a paragraph, and the side on which they stand. */
interface Participant extends Span {
  readonly side: Side;
  readonly keys: readonly string[];
}

/** Those of a paragraph: all in order, and each once. */
interface Participants {
  readonly all: readonly Participant[];
  readonly distinct: readonly Participant[];
}

/** What the parties of an event are found by. */
export interface Cast {
  readonly sideOf: (key: string) => Side;
  readonly kindOf: (key: string) => Kind | undefined;
  /** The organization that a person speaks for. */
  readonly affiliation: ReadonlyMap<string, string>;
  /** The union, and the employer with its government, that the article is about. */
  readonly unions: readonly string[];
  readonly employers: readonly string[];
  readonly governments: readonly string[];
  readonly mentions: (paragraph: Paragraph) => readonly Mention[];
  readonly participants: (paragraph: Paragraph) => Participants;
  /** Mediators, conciliators and arbitrators, with the stem of the word for what they are. */
  readonly helpers: readonly { readonly stem: string; readonly key: string }[];
  /** The article's court and its judges. */
  readonly courts: readonly string[];
  readonly speakers: (paragraph: Paragraph) => readonly string[];
}

/** Public bodies that are no employer in a dispute, but decide, help or look on. */
const thirdBody =
  /\b(?:labou?r (?:relations )?(?:board|court|commission)|relations board|employment (?:board|relations|tribunal)|commission(?:er)?|mediation|conciliation|arbitration|parliament|legislature|legislative|assembly|senate|house of|cabinet|court|tribunal|chamber|students?'?|coalition|federation of (?:independent )?business|institute|collecti[fv]|ombud\w+|acas|facebook|twitter|shippers|residents|parents)\b/i;
/** A commission that runs a service, or speaks for employers. */
const employs =
  /\b(?:transit|transport\w*|harbou?r|ports?|parks?|utilit(?:y|ies)|water|hydro|power|schools?|library|liquor|ferr(?:y|ies)|hospitals?|parking|highways?|employers?['’]?)\b.*\b(?:commission|assembly|chamber|institute)\b/i;
const boardOfGovernment =
  /\b(?:treasury|conseil du tr[ée]sor|secretariat|ministry|department|minist[èe]re|cabinet office|public service commission)\b/i;

/** The key of a legislature. */
const legislature = /(?:^|-)(?:parliament|senate|legislature|assembly|house-of|congress)(?:-|$)/;

const unionWords =
  /\b(?:unions?|locals?|workers|employees|members|strikers|staff|teachers|nurses|doctors|drivers|pilots|professors|lecturers|faculty|paramedics|firefighters|miners|dockers|dockworkers|cleaners|carers|attendants|crews|mechanics|librarians|technicians|picketers|midwives|faculty association|brotherhood|bargaining (?:unit|team|committee))\b/gi;
const employerWords =
  /\b(?:employers?|company|management|city|council|university|college|administration|operator|airline|railway|school board|district|mayor|board|hospital|authority|corporation|firm|retailer|owners?|bosses|network|executives|managers)\b/gi;
const governmentWords =
  /\b(?:governments?|province|ottawa|ministry|ministers?|premier|cabinet|parliament|legislature|lawmakers|senators)\b/gi;
const firstPerson = /\b(?:we|our|us|we're|we've|we'll|I|[Hh](?:is|er) (?:side|team|members))\b/g;

/** Reads who is who in the article, once for all of its events. */
export function castOf(
  article: Article,
  entities: readonly Named[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
): Cast {
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const called = new Set(mentions.filter(({ rule }) => rule === 'reference: union').map(({ entity }) => entity));
  const sides = new Map(
    entities.map((entity): [string, Side] => [entity.key, called.has(entity.key) ? 'UNION' : sideOfNamed(entity)]),
  );
  const sideOf = (key: string): Side => sides.get(key) ?? 'NONE';
  const kindOf = (key: string): Kind | undefined => byKey.get(key)?.kind;
  const byParagraph = groupBy(mentions, ({ p }) => p);
  const spoken = groupBy(statements, ({ p }) => p);
  const ranked = rank(mentions, entities);
  const governments = ranked
    .filter((key) => kindOf(key) === 'GOVERNMENT' || kindOf(key) === 'ADMINISTRATION')
    .slice(0, 1);
  const affiliation = affiliations(article, byParagraph, sideOf, governments[0]);
  const unions = ranked.filter((key) => sideOf(key) === 'UNION').slice(0, 1);
  const times = groupBy(
    mentions.filter(({ proper }) => proper),
    ({ entity }) => entity,
  );
  const isPassing = (key: string): boolean =>
    byKey.get(key)?.rule === 'name: organization by its place in the text' && (times.get(key)?.length ?? 0) < 2;
  const ofEmployers = ranked.filter((key) => sideOf(key) === 'EMPLOYER');
  const employers = employersOf(
    [...ofEmployers.filter((key) => !isPassing(key)), ...ofEmployers.filter(isPassing)],
    governments,
    byKey,
  );
  const speakers = ({ number }: Paragraph): string[] =>
    (spoken.get(number) ?? []).map(({ speaker }) => ('entity' in speaker ? speaker.entity : speaker.of));
  const known = new Map<number, Participants>();
  const participants = (paragraph: Paragraph): Participants => {
    const before = known.get(paragraph.number);
    if (before !== undefined) return before;
    const own = byParagraph.get(paragraph.number) ?? [];
    const speaker = speakers(paragraph)[0];
    const speaksFor = speaker === undefined ? [] : [affiliation.get(speaker) ?? speaker];
    const all = participantsIn(paragraph.text, own, sideOf, affiliation, { unions, employers, governments, speaksFor });
    const distinct = [...new Map(all.map((one) => [`${one.side} ${one.keys.join(' ')}`, one])).values()];
    known.set(paragraph.number, { all, distinct });
    return { all, distinct };
  };
  const mentionsOf = ({ number }: Paragraph): readonly Mention[] => byParagraph.get(number) ?? [];
  const helpers = helpersOf(article, byParagraph, sideOf);
  return {
    sideOf,
    kindOf,
    helpers,
    courts: courtsOf(article, byParagraph, kindOf),
    affiliation,
    unions,
    employers,
    governments,
    mentions: mentionsOf,
    participants,
    speakers,
  };
}

function sideOfNamed({ kind, names }: Named): Side {
  if (kind === 'UNION' || kind === 'BARGAINING_UNIT' || kind === 'OCCUPATIONAL_GROUP') return 'UNION';
  if (kind === 'GOVERNMENT' || kind === 'ADMINISTRATION') return 'EMPLOYER';
  if (kind === 'PUBLIC_BODY')
    return names.some((name) => thirdBody.test(name)) && !names.some((name) => employs.test(name))
      ? 'THIRD'
      : 'EMPLOYER';
  if (kind === 'COURT') return 'THIRD';
  if (kind === 'POLITICAL_PARTY') return 'PARTY';
  if (kind === 'NEWS_OUTLET') return 'OUTLET';
  return kind === 'PERSON' ? 'PERSON' : 'NONE';
}

/** The keys of what is mentioned, the most often first, where the first paragraphs count twice; of equals the first. */
function rank(mentions: readonly Mention[], entities: readonly Named[]): string[] {
  const counts = new Map<string, number>(entities.map(({ key }) => [key, 0]));
  for (const { entity, p } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + (p <= 5 ? 2 : 1));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
}

/** The employer of the article: a government with its board, or a board with its government, or a body alone. */
function employersOf(
  ranked: readonly string[],
  governments: readonly string[],
  byKey: ReadonlyMap<string, Named>,
): readonly string[] {
  const [first] = ranked;
  if (first === undefined) return [];
  const isBoard = (key: string): boolean => byKey.get(key)?.names.some((name) => boardOfGovernment.test(name)) === true;
  if (governments.includes(first)) return [first, ...ranked.filter(isBoard).slice(0, 1)];
  return isBoard(first) ? [first, ...governments] : [first];
}

/** "HNL president Ana Ruiz", "Ana Ruiz of the league", "Ana Ruiz, president of the league", "the premier, Ana Ruiz". */
function affiliations(
  article: Article,
  byParagraph: ReadonlyMap<number, readonly Mention[]>,
  sideOf: (key: string) => Side,
  government: string | undefined,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { number, text } of article.paragraphs) {
    const own = [...(byParagraph.get(number) ?? [])].sort((a, b) => a.start - b.start);
    for (const [at, mention] of own.entries()) {
      if (sideOf(mention.entity) !== 'PERSON' || !mention.proper || found.has(mention.entity)) continue;
      const near = [own[at - 1], own[at + 1], own[at + 2]].find(
        (other) => other !== undefined && isOrganization(sideOf(other.entity)) && belongs(text, other, mention),
      );
      const title = text.slice(Math.max(0, mention.start - 40), mention.start);
      if (near !== undefined) found.set(mention.entity, near.entity);
      else if (government !== undefined && /\b(?:minister|premier|mayor|governor|chancellor),? $/i.test(title))
        found.set(mention.entity, government);
    }
  }
  return found;
}

const helperStem = /(mediat|concilia|arbitrat)/gi;

/** Who is named beside the word for a mediator, a conciliator or an arbitrator, or has it in a name. */
function helpersOf(
  article: Article,
  byParagraph: ReadonlyMap<number, readonly Mention[]>,
  sideOf: (key: string) => Side,
): { stem: string; key: string }[] {
  return article.paragraphs.flatMap(({ number, text }) =>
    (byParagraph.get(number) ?? []).flatMap(({ start, end, entity }) => {
      const side = sideOf(entity);
      const near =
        side === 'PERSON'
          ? `${text.slice(Math.max(0, start - 45), start).replace(/^.*[.;]/, '')}${text.slice(end, end + 25).replace(/[.;].*/, '')}`
          : side === 'THIRD'
            ? text.slice(start, end)
            : '';
      return [...near.matchAll(helperStem)].map(([stem]) => ({ stem: stem.toLowerCase(), key: entity }));
    }),
  );
}

const isOrganization = (side: Side): boolean =>
  side === 'UNION' || side === 'EMPLOYER' || side === 'THIRD' || side === 'PARTY';

function belongs(text: string, organization: Span, person: Span): boolean {
  if (organization.end <= person.start) {
    const between = text.slice(organization.end, Math.min(person.start, organization.end + 71));
    return (
      between.length <= 70 &&
      !/[.;"“”]|\b(?:and|with|against|said|says|told|after|when|that|by|from|for)\b/i.test(between)
    );
  }
  const between = text.slice(person.end, Math.min(organization.start, person.end + 111));
  if (between.length > 110 || /[;"“”]|\. |\b(?:said|says|told|that|after|when|accus\w+)\b/i.test(between)) return false;
  return /^(?:,| of | from | with )/.test(between);
}

function participantsIn(
  text: string,
  mentions: readonly Mention[],
  sideOf: (key: string) => Side,
  affiliation: ReadonlyMap<string, string>,
  main: Readonly<Record<'unions' | 'employers' | 'governments' | 'speaksFor', readonly string[]>>,
): readonly Participant[] {
  const all: Participant[] = mentions.map(({ start, end, entity }) => {
    const behind = affiliation.get(entity);
    if (behind === undefined) return { start, end, side: sideOf(entity), keys: [entity] };
    return { start, end, side: sideOf(behind), keys: [behind, entity] };
  });
  const taken = [...mentions].sort((a, b) => a.start - b.start);
  const add = (pattern: RegExp, keys: readonly string[], side: Side): void => {
    if (keys.length === 0) return;
    let next = 0;
    for (const { index, 0: word } of text.matchAll(pattern)) {
      while (next < taken.length && (taken[next]?.end ?? 0) <= index) next += 1;
      if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < index + word.length) continue;
      all.push({ start: index, end: index + word.length, side, keys });
    }
  };
  add(unionWords, main.unions, 'UNION');
  add(employerWords, main.employers, 'EMPLOYER');
  const governs = main.employers.some((key) => main.governments.includes(key)) ? main.employers : main.governments;
  add(governmentWords, governs.length > 0 ? governs : main.employers, 'EMPLOYER');
  const [speaker] = main.speaksFor;
  if (speaker !== undefined) add(firstPerson, main.speaksFor, sideOf(speaker));
  return all.sort((a, b) => a.start - b.start);
}

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
