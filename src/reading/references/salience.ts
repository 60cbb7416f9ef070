/** Whom an article is about, and who was spoken of last. */
import { isMan, isWoman } from '../lexicon.ts';
import { isPassing } from '../names/passing.ts';
import { isDepartment } from '../names/words.ts';
import type { Article, Knowledge, Mention, Named } from '../types.ts';
import { unnamedGovernment } from './unnamed.ts';

export interface Salience {
  readonly kindOf: ReadonlyMap<string, Named>;
  /** The proper names, in the order of the text. */
  readonly proper: readonly Mention[];
  /** The union, the employer and the government that the article speaks of most. */
  readonly union: string | undefined;
  readonly employer: string | undefined;
  readonly government: string;
  /** What the text calls an organization that it names: "Malta Ferries, a Crown corporation", by noun. */
  readonly called: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Finds out whom an article is about. */
export function salienceOf(
  article: Article,
  entities: readonly Named[],
  proper: readonly Mention[],
  knowledge: Knowledge,
): Salience {
  const kindOf = new Map(entities.map((one) => [one.key, one]));
  const last = article.paragraphs.length;
  const weight = (key: string) =>
    proper.filter(({ entity }) => entity === key).reduce((sum, { p }) => sum + 1 + (p <= last / 3 ? 1 : 0), 0);
  const most = (keys: readonly string[]) => [...keys].sort((a, b) => weight(b) - weight(a))[0];
  const of = (test: (one: Named) => boolean) =>
    entities.filter((one) => test(one) && weight(one.key) > 0).map(({ key }) => key);
  const union = most(of(({ kind }) => kind === 'UNION')) ?? mostCalledUnion(article, entities, proper);
  const government = governmentOf(entities, proper, knowledge) ?? unnamedGovernment(entities, knowledge);
  const isBody = (one: Named) => one.kind === 'PUBLIC_BODY' && one.key !== union && !isLegislature(one);
  const employer = most(of((one) => isBody(one) && !isPassing(one, proper))) ?? most(of(isBody));
  return { kindOf, proper, union, employer, government, called: calledOf(article, proper, kindOf) };
}

const apposed =
  /^(?:, (?:an?|the|its|one of the)|\)?, which is (?:an?|the)| is (?:an?|the)) ((?:[\p{L}\d,’'-]+ ){0,5}?)(company|corporation|operator|railway|railroad|airline|manufacturer|carrier|retailer|chain|firm|utility|producer|studio|publisher|contractor|bank|agency|authority|board|commission|council|network|service|trust|group|federation|association|alliance|society|institute|lobby|charity)(?=[,.;)]| (?:of|for|that|which|in|with|by)\b)/u;

/** The nouns by which a text calls the organizations that it names, in an apposition. */
function calledOf(
  { paragraphs }: Article,
  proper: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map(paragraphs.map(({ number, text }) => [number, text]));
  const called = new Map<string, Set<string>>();
  for (const { p, end, entity } of proper) {
    if (['PERSON', 'JURISDICTION', 'LEGISLATION'].includes(kindOf.get(entity)?.kind ?? 'PERSON')) continue;
    const noun = apposed.exec((texts.get(p) ?? '').slice(end, end + 120))?.[2];
    if (noun !== undefined) called.set(noun, (called.get(noun) ?? new Set<string>()).add(entity));
  }
  return called;
}

/** Of a name that may be a union's, though it does not say so. */
const association =
  /^(?!.*\b(?:Employers?|Business|Manufacturers|Students?|Parents?|Taxpayers|Home|Industr\w+|Chamber)\b).*\b(?:Association|League|Society|Institute|Alliance)\b/;

const isLegislature = ({ names }: Named): boolean =>
  names.some((name) =>
    /Parliament|Commons|Senate|Assembly|Legislature|Dáil|Council$|^(?:Facebook|Twitter|Instagram|YouTube|TikTok|LinkedIn|Zoom|Reddit|Telegram|WhatsApp)$/.test(
      name,
    ),
  );

/** What the text calls a union, where no name says it: an acronym, or else an association. */
function mostCalledUnion(article: Article, entities: readonly Named[], proper: readonly Mention[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { number, text } of article.paragraphs)
    if (/\bunion|members\b/i.test(text))
      for (const { p, entity } of proper) if (p === number) votes.set(entity, (votes.get(entity) ?? 0) + 1);
  const mostCalled = (test: (one: Named) => boolean): string | undefined =>
    entities
      .filter((one) => one.kind === 'PUBLIC_BODY' && test(one))
      .map(({ key }) => key)
      .sort((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0))[0];
  return (
    mostCalled(({ rule }) => rule === 'name: acronym' || rule === 'name: organization by its place in the text') ??
    mostCalled(({ key, names }) => votes.has(key) && names.some((name) => association.test(name)))
  );
}

/** The government that an article means: one that it names, or the one of the jurisdiction that it names most. */
function governmentOf(
  entities: readonly Named[],
  proper: readonly Mention[],
  { relationships }: Knowledge,
): string | undefined {
  const count = (key: string) => proper.filter(({ entity }) => entity === key).length;
  // Of a province's affairs, Ottawa is not the government that is meant.
  const provinces = entities.some(({ kind, key }) => kind === 'JURISDICTION' && key !== 'canada');
  const named = entities.filter(
    ({ kind, key, rule }) =>
      kind === 'GOVERNMENT' &&
      !(provinces && rule === 'name: seat of a government') &&
      count(key) > 0 &&
      !/^(?:city|town|municipality|district|ville)-/.test(key),
  );
  if (named.length > 0) return named.sort((a, b) => count(b.key) - count(a.key))[0]?.key;
  const places = entities
    .filter(({ kind, known }) => kind === 'JURISDICTION' && known)
    .sort((a, b) => count(b.key) - count(a.key));
  const governs = places.flatMap(({ key }) =>
    relationships.filter(({ type, object }) => type === 'GOVERNS' && object === key),
  );
  if (governs[0] !== undefined) return governs[0].subject;
  // A body of a government speaks for it: the Ferry Board.
  const bodies = entities
    .filter(({ kind, known }) => kind === 'PUBLIC_BODY' && known)
    .sort((a, b) => count(b.key) - count(a.key));
  const parts = bodies.flatMap(({ key }) =>
    relationships.filter(({ type, subject }) => type === 'PART_OF' && subject === key),
  );
  return parts.find(({ object }) => object.startsWith('government'))?.object;
}

/** The organization last named whose name has the word. */
export function byHead(noun: string, p: number, at: number, context: Salience): string | undefined {
  const word = capital(noun.replace(/s$/, ''));
  const ends = new RegExp(`\\b${word}s?$|^${word}\\b|\\b${word} (?:of|for)\\b`, 'i');
  const holds = new RegExp(`\\b${word}`, 'i');
  const named =
    (test: RegExp) =>
    ({ kind, names }: Named) =>
      kind !== 'PERSON' && names.some((name) => test.test(name));
  const called = context.called.get(noun);
  const isCalled = called === undefined ? undefined : lastBefore(p, at, ({ key }) => called.has(key), context);
  return (
    plainBefore(noun, p, at, context) ??
    lastBefore(p, at, named(ends), context) ??
    isCalled ??
    lastBefore(p, at, named(holds), context)
  );
}

/**
 * "Transport Malta is late. The department": a body without any such word in its name, which begins the paragraph and
 * is the only one that it names so far.
 */
function plainBefore(noun: string, p: number, at: number, { proper, kindOf }: Salience): string | undefined {
  if (!/^(?:ministry|department|agency|authority)$/.test(noun)) return undefined;
  const here = proper.filter((one) => one.p === p && one.start < at && kindOf.get(one.entity)?.kind !== 'PERSON');
  const [first] = here;
  const named = kindOf.get(first?.entity ?? '');
  return named?.kind === 'PUBLIC_BODY' &&
    (first?.start ?? 0) < 20 &&
    here.every(({ entity }) => entity === named.key) &&
    named.names.every((name) => isDepartment(name.split(' ')))
    ? named.key
    : undefined;
}

/**
 * "the union": the last that this paragraph or the one before names, or the one that the article is about, once it was
 * named; or else the last before, or the first after.
 */
export function unionMeant(p: number, at: number, context: Salience): string | undefined {
  const { proper, kindOf, union } = context;
  const isUnion = (key: string): boolean => kindOf.get(key)?.kind === 'UNION' || key === union;
  const next = firstFrom(proper, p, at);
  let isNamed = false;
  for (let index = next - 1; index >= 0; index -= 1) {
    const mention = proper[index];
    if (mention === undefined) break;
    if (mention.p >= p - 1 && !isNamed && isUnion(mention.entity)) return mention.entity;
    isNamed ||= mention.entity === union;
    if (mention.p < p && isNamed) break;
  }
  return isNamed ? union : (lastBefore(p, at, ({ key }) => isUnion(key), context) ?? union);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The last before a place that passes a test, or else the first after it. */
export function lastBefore(
  p: number,
  at: number,
  test: (one: Named) => boolean,
  { proper, kindOf }: Salience,
): string | undefined {
  // Of each entity the names are tried once: a text may name the same few over and over.
  const tried = new Map<string, boolean>();
  const passes = ({ entity }: Mention): boolean => {
    const named = kindOf.get(entity);
    const result = tried.get(entity) ?? (named !== undefined && test(named));
    tried.set(entity, result);
    return result;
  };
  const next = firstFrom(proper, p, at);
  for (let index = next - 1; index >= 0; index -= 1) {
    const mention = proper[index];
    if (mention !== undefined && passes(mention)) return mention.entity;
  }
  for (let index = next; index < proper.length; index += 1) {
    const mention = proper[index];
    if (mention !== undefined && passes(mention)) return mention.entity;
  }
  return undefined;
}

/** The index of the first of the mentions, in the order of the text, that does not begin before a place. */
function firstFrom(mentions: readonly Mention[], p: number, at: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle];
    if (mention !== undefined && (mention.p < p || (mention.p === p && mention.start < at))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The organization that "it" means: the first of the paragraph, or else the last before. */
export function bodyOf(
  p: number,
  at: number,
  { proper, kindOf }: Salience,
  found: readonly Mention[],
): string | undefined {
  const isBody = ({ entity }: Mention) =>
    !['PERSON', 'LEGISLATION', 'JURISDICTION'].includes(kindOf.get(entity)?.kind ?? '');
  const here = [
    ...proper.filter((one) => one.p === p && one.start < at),
    ...found.filter((one) => one.start < at && one.rule !== 'reference: members'),
  ]
    .filter(isBody)
    .sort((a, b) => a.start - b.start);
  return (here[0] ?? proper.filter((one) => one.p < p).findLast(isBody))?.entity;
}

/** The person last named before a place, whom the pronoun can mean. */
export function personBefore(p: number, at: number, word: string, { proper, kindOf }: Salience): string | undefined {
  for (let index = firstFrom(proper, p, at) - 1; index >= 0; index -= 1) {
    const mention = proper[index];
    const named = kindOf.get(mention?.entity ?? '');
    if (named?.kind !== 'PERSON') continue;
    const given = named.names[0]?.split(' ')[0] ?? '';
    if (word === 'he' ? !isWoman(given) : !isMan(given)) return named.key;
  }
  return undefined;
}
