/** Who is who in an article: the side on which each stands, whom people speak for, and who is in each paragraph. */
import type { Kind } from '../../registry/index.ts';
import { groupBy } from '../groupBy.ts';
import { isPassing } from '../names/passing.ts';
import type { Article, Mention, Named, Paragraph, Span, Statement } from '../types.ts';
import { courtsOf } from './courts.ts';

export type Side = 'UNION' | 'EMPLOYER' | 'THIRD' | 'PARTY' | 'OUTLET' | 'PERSON' | 'NONE';

/** Somebody named by a stretch of a paragraph, and the side on which they stand. */
export interface Participant extends Span {
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
export const legislature = /(?:^|-)(?:parliament|senate|legislature|assembly|house-of|congress)(?:-|$)/;

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
  const ofEmployers = ranked.filter((key) => sideOf(key) === 'EMPLOYER');
  const employers = employersOf(passingLast(ofEmployers, byKey, mentions), governments, byKey);
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

/** Those that may be no organizations come last. */
function passingLast(
  keys: readonly string[],
  byKey: ReadonlyMap<string, Named>,
  mentions: readonly Mention[],
): readonly string[] {
  const proper = mentions.filter((mention) => mention.proper);
  const passes = (key: string): boolean => {
    const named = byKey.get(key);
    return named !== undefined && isPassing(named, proper);
  };
  return [...keys.filter((key) => !passes(key)), ...keys.filter(passes)];
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

export const helperStem = /(mediat|concilia|arbitrat)/gi;

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
