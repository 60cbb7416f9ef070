/** Filters, from what clients send to what the graph takes: the same for lists and statistics. */
import type { EvidenceFilter as EvidenceFilterInput } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import { kindOf } from '../graph/index/adjacencyIndex.ts';
import { nodeOf } from '../graph/index/nodeOf.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { checkSpan, type EntityFilter, type TextFilter } from '../graph/queries/entityFilter.ts';
import { canHave, checkEvidence, checkReach } from '../graph/queries/factFilters.ts';
import { type Asked, ableKinds, checkKinds, type FilterName, filterKinds } from '../graph/queries/filters.ts';
import { relationDefinition } from '../graph/queries/relations.ts';
import type { EvidenceFilter } from '../graph/queries/restsOn.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { type Kind, kindNames } from '../registry/index.ts';
import { checkSize, type FilterInput, type Given, type Nested, namesOf, nestedIn, saysText } from './filterInput.ts';
import { checkWords, knowing, openOf, statusesOf, typesOf } from './filterWords.ts';

/**
 * The filter that a client sends.
 * @param kinds the kinds that are asked for.
 * @param among the kinds that there can be at all.
 * @param path where it stands.
 * @throws InvalidArgument if it is too large, an id is of nothing, an attribute is none of these kinds, or a condition
 * cannot be asked of them.
 */
export function toEntityFilter(
  graph: Graph,
  kinds: readonly Kind[] | undefined,
  filter: FilterInput | null | undefined,
  among: readonly Kind[] = kindNames,
  path: readonly string[] = ['filter'],
): MaybePromise<EntityFilter> {
  const given = filter ?? {};
  checkSize(given, path);
  const read = readFilter(graph, given, { kinds, of: kinds ?? among }, path);
  const asked = read.filterFor(checkKinds(read.asked, among));
  return mapMaybePromise(checkParagraphs(graph, asked, path), () => asked);
}

/** A filter that has been read, but for its kinds, and of which kinds it can be asked. */
interface Read {
  readonly asked: Asked;
  readonly filterFor: (kinds: readonly Kind[]) => EntityFilter;
}

/** A filter within another: it speaks of the kinds that can meet it. */
const withKinds = ({ asked, filterFor }: Read): EntityFilter => filterFor(ableKinds(asked));

/** The kinds that a filter names, and those that it is about: these, or else those of the filter that it stands in. */
interface About {
  readonly kinds: Given<readonly Kind[]>;
  readonly of: readonly Kind[];
}

/**
 * A filter, and those within it. What is checked here is each by itself. Every question with a filter comes by here:
 * paths and copies are made only for what is there.
 */
function readFilter(graph: Graph, given: FilterInput, { kinds, of }: About, path: readonly string[]): Read {
  checkWordsAndIds(graph, given, of, path);
  if (given.from && given.to) checkSpan({ from: given.from, to: given.to }, path);
  const evidence = given.evidence ? readEvidence(graph, [...path, 'evidence'], given.evidence) : undefined;
  if (evidence !== undefined && of.length > 0)
    checkEvidence(
      evidence,
      of.map((kind) => ({ kind })),
      [...path, 'evidence'],
    );
  checkReach(given.restsOn ?? undefined, evidence, path, true);
  if (given.contested === false && (given.contestedAs?.length ?? 0) > 0)
    throw new InvalidArgument(
      [...path, 'contestedAs'],
      'what is not contested is so in no way',
      'without `contested: false`',
    );
  const narrowed = narrowedKinds(graph, given, evidence);
  const inner = nestedIn(given, path).map((one) => ({
    ...one,
    ...readFilter(graph, one.filter, { kinds: one.filter.kinds, of: one.filter.kinds ?? of }, one.path),
  }));
  const allAs = (as: keyof Nested): Read[] => inner.filter((one) => one.as === as);
  const [and, or, [not]] = [allAs('and'), allAs('or'), allAs('not')];
  const asked: Asked = {
    path,
    kinds: kinds ?? undefined,
    conditions: namesOf(given).map((name) => ({ name, kinds: narrowed[name] ?? filterKinds[name] })),
    and: and.map((one) => one.asked),
    or: or.length === 0 ? undefined : or.map((one) => one.asked),
    not: not?.asked,
  };
  const name = readText(path, given.name);
  const filterFor = (able: readonly Kind[]): EntityFilter =>
    filterOf(given, {
      name,
      evidence,
      and: and.length === 0 ? undefined : and.map(withKinds),
      or: or.length === 0 ? undefined : or.map(withKinds),
      not: not && withKinds(not),
      kinds: unlessAll(able),
    });
  return { asked, filterFor };
}

/** A filter in which every condition is written down: to leave one out does not compile. */
type WholeFilter = { readonly [Condition in keyof Required<EntityFilter>]: EntityFilter[Condition] };
/** The conditions that are not taken as the client gives them. */
type Converted = Pick<WholeFilter, 'name' | 'evidence' | 'and' | 'or' | 'not' | 'kinds'>;

/** A filter as the graph takes it: what is null was not asked for. */
function filterOf(given: FilterInput, { name, evidence, and, or, not, kinds }: Converted): WholeFilter {
  return {
    ids: given.ids ?? undefined,
    name,
    types: given.types ?? undefined,
    statuses: given.statuses ?? undefined,
    jurisdiction: given.jurisdiction ?? undefined,
    issue: given.issue ?? undefined,
    narrower: given.narrower ?? true,
    party: given.party ?? undefined,
    speaker: given.speaker ?? undefined,
    sides: given.sides ?? undefined,
    contested: given.contested ?? undefined,
    contestedAs: given.contestedAs ?? undefined,
    publishedBy: given.publishedBy ?? undefined,
    verifications: given.verifications ?? undefined,
    evidence,
    restsOn: given.restsOn ?? undefined,
    from: given.from ?? undefined,
    to: given.to ?? undefined,
    undated: given.undated ?? undefined,
    text: given.text ?? undefined,
    notStated: given.notStated ?? undefined,
    and,
    or,
    not,
    // Last, as before: a cursor holds a digest of the filter, in the order of its fields.
    kinds,
  };
}

const namesOfEntities = ['jurisdiction', 'issue', 'party', 'speaker', 'publishedBy'] as const;

/** Checks that each word is one of these kinds', and each id of something that it can be of. */
function checkWordsAndIds(graph: Graph, given: FilterInput, of: readonly Kind[], path: readonly string[]): void {
  if (given.types) checkWords([...path, 'types'], given.types, of, typesOf);
  if (given.statuses) checkWords([...path, 'statuses'], given.statuses, of, statusesOf);
  if ((given.notStated ?? null) !== null) checkWords([...path, 'notStated'], openOne(given.notStated), of, openOf);
  for (const name of namesOfEntities)
    if ((given[name] ?? null) !== null) checkId(graph, [...path, name], given[name], relationDefinition(name).target);
  for (const id of given.ids ?? []) checkId(graph, [...path, 'ids'], id, of);
}

/** The kinds that can meet a condition because of what it asks for; where there is none, all that have such a thing. */
function narrowedKinds(
  graph: Graph,
  { types, statuses, notStated, ids }: FilterInput,
  evidence: EvidenceFilter | undefined,
): Partial<Record<FilterName, readonly Kind[] | undefined>> {
  return {
    types: knowing(types, typesOf),
    statuses: knowing(statuses, statusesOf),
    notStated: knowing(openOne(notStated), openOf),
    ids: ids?.length ? [...new Set(ids.map((id) => kindOfId(graph, id)))] : undefined,
    evidence: evidence && kindNames.filter((kind) => canHave({ kind }, evidence)),
  };
}

/** All kinds are no condition. */
const unlessAll = (kinds: readonly Kind[]): readonly Kind[] | undefined =>
  kinds.length === kindNames.length ? undefined : kinds;

/** What a name is asked for. @throws InvalidArgument if that is nothing that the search would find. */
function readText(path: readonly string[], given: FilterInput['name']): TextFilter | undefined {
  if (!saysText(given)) return undefined;
  for (const [operator, text] of Object.entries(given ?? {}))
    if (typeof text === 'string' && !/[\p{L}\p{N}]/u.test(text))
      throw new InvalidArgument([...path, 'name', operator], 'it has no letter or digit', 'a name, or a part of one');
  return {
    is: given?.is ?? undefined,
    startsWith: given?.startsWith ?? undefined,
    contains: given?.contains ?? undefined,
  };
}

/** Checks the paragraphs that are asked for, one after the other, so that the first that is wrong is told of. */
function checkParagraphs(graph: Graph, filter: EntityFilter, path: readonly string[]): MaybePromise<void> {
  const { evidence } = filter;
  const own = evidence === undefined ? undefined : checkParagraph(graph, [...path, 'evidence', 'paragraph'], evidence);
  return nestedIn(filter, path).reduce<MaybePromise<void>>(
    (before, one) => mapMaybePromise(before, () => checkParagraphs(graph, one.filter, one.path)),
    own,
  );
}

/** The attribute that the sources leave open, as a list of words like the others. */
const openOne = (notStated: string | null | undefined): string[] | undefined =>
  notStated === undefined || notStated === null ? undefined : [notStated];

/**
 * What a client asks of evidence, at this path.
 * @throws InvalidArgument if an id is of nothing, or a paragraph of no article.
 */
export function toEvidenceFilter(
  graph: Graph,
  path: readonly string[],
  filter: EvidenceFilterInput | null | undefined,
): MaybePromise<EvidenceFilter | undefined> {
  const asked = readEvidence(graph, path, filter);
  if (asked === undefined) return undefined;
  return mapMaybePromise(checkParagraph(graph, [...path, 'paragraph'], asked), () => asked);
}

/** The same, but for whether the article has such a paragraph, which may have to be read. */
function readEvidence(
  graph: Graph,
  path: readonly string[],
  filter: EvidenceFilterInput | null | undefined,
): EvidenceFilter | undefined {
  if (filter === undefined || filter === null) return undefined;
  const { article, paragraph, outlet, publishedUntil, bases, verifications, quotations, attribute } = filter;
  checkId(graph, [...path, 'article'], article, ['ARTICLE']);
  checkId(graph, [...path, 'outlet'], outlet, ['NEWS_OUTLET']);
  if (paragraph !== undefined && paragraph !== null) {
    const argument = [...path, 'paragraph'];
    if (article === undefined || article === null)
      throw new InvalidArgument(argument, 'it is of no article', '`paragraph` together with `article`');
    if (paragraph < 1) throw new InvalidArgument(argument, `${paragraph} is out of range`, '1 or more');
  }
  checkOutlet(graph, [...path, 'outlet'], article, outlet);
  return {
    article: article ?? undefined,
    paragraph: paragraph ?? undefined,
    outlet: outlet ?? undefined,
    publishedUntil: publishedUntil ?? undefined,
    bases: bases ?? undefined,
    verifications: verifications ?? undefined,
    quotations: quotations ?? undefined,
    attribute: attribute ?? undefined,
  };
}

/** Checks that an outlet published the article that is asked for too. @throws InvalidArgument that says who did. */
function checkOutlet(
  graph: Graph,
  argument: readonly string[],
  article: string | null | undefined,
  outlet: string | null | undefined,
): void {
  if (article === null || article === undefined || outlet === null || outlet === undefined) return;
  const published = graph.relatedAll(article, { direction: 'OUT', types: ['PUBLISHED_BY'] });
  const outlets = published.map(({ node }) => node);
  if (outlets.includes(outlet)) return;
  throw new InvalidArgument(argument, `"${article}" is not by "${outlet}"`, outlets.join(', ') || 'none');
}

/**
 * Checks that an article has the paragraph that is asked for: by the paragraph's key, which is kept once it was read.
 * @throws InvalidArgument that says how many it has.
 */
function checkParagraph(
  graph: Graph,
  argument: readonly string[],
  { article, paragraph }: EvidenceFilter,
): MaybePromise<void> {
  if (article === undefined || paragraph === undefined) return;
  return mapMaybePromise(graph.passages.load(`${article}/${paragraph}`), (passage) => {
    if (passage !== null) return;
    return mapMaybePromise(graph.paragraphs.load(article), (all) => {
      const count = all?.length ?? 0;
      throw new InvalidArgument(argument, `"${article}" has no paragraph ${paragraph}`, `1 to ${count}`);
    });
  });
}

/** The kind of an entity by its id, if there is one. */
function kindIfThere(graph: Graph, id: string): Kind | undefined {
  const node = graph.adjacency().nodeById.get(id);
  return node === undefined ? undefined : kindOf(graph.adjacency(), node);
}

/** The kind of an entity that there is, by its id. */
export function kindOfId(graph: Graph, id: string): Kind {
  const kind = kindIfThere(graph, id);
  if (kind === undefined) throw new Error(`the entity ${id} was removed while this was answered`);
  return kind;
}

/** Checks that an id, if there is one, is that of an entity, and of one of these kinds. @throws InvalidArgument */
export function checkId(
  graph: Graph,
  argument: readonly string[],
  id: string | null | undefined,
  kinds: readonly Kind[] = kindNames,
): void {
  if (id !== undefined && id !== null) nodeOf(graph.adjacency(), argument, id, kinds);
}
