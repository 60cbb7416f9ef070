/** Filters, from what clients send to what the graph takes: the same for lists and statistics. */
import type { EvidenceFilter as EvidenceFilterInput } from '../generated/graphql.ts';
import type { Side } from '../generated/prisma/client.ts';
import { BadInput } from '../graph/badInput.ts';
import { canHave, checkEvidence, checkReach } from '../graph/factFilters.ts';
import { filterNames, kindsOfFilter } from '../graph/filters.ts';
import type { Graph } from '../graph/graph.ts';
import type { EntityFilter } from '../graph/list.ts';
import { chain, type Maybe } from '../graph/maybe.ts';
import { type Contest, type Kind, kindDefinition, kindNames, openAttributes } from '../graph/registry.ts';
import { relationDefinition } from '../graph/relations.ts';
import type { EvidenceFilter, RestsOn } from '../graph/restsOn.ts';
import type { Undated } from '../graph/spans.ts';

/** What the filters of all kinds have; each kind's own leaves out what cannot be asked of it. */
export interface FilterInput {
  readonly types?: readonly string[] | null | undefined;
  readonly statuses?: readonly string[] | null | undefined;
  readonly jurisdiction?: string | null | undefined;
  readonly issue?: string | null | undefined;
  readonly narrower?: boolean | null | undefined;
  readonly party?: string | null | undefined;
  readonly speaker?: string | null | undefined;
  readonly sides?: readonly Side[] | null | undefined;
  readonly contested?: boolean | null | undefined;
  readonly contestedAs?: readonly Contest[] | null | undefined;
  readonly evidence?: EvidenceFilterInput | null | undefined;
  readonly restsOn?: RestsOn | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  readonly undated?: Undated | null | undefined;
  readonly text?: string | null | undefined;
  readonly notStated?: string | null | undefined;
}

/**
 * The filter that a client sends.
 * @throws BadInput if an id is of nothing, an attribute is none of these kinds, or a condition cannot be asked of them.
 */
export function toFilter(
  graph: Graph,
  kinds: readonly Kind[] | undefined,
  filter: FilterInput | null | undefined,
): Maybe<EntityFilter> {
  const given = filter ?? {};
  const { types, statuses, notStated } = given;
  const of = kinds ?? kindNames;
  const open = openOne(notStated);
  checkWords('types', types, of, typesOf);
  checkWords('statuses', statuses, of, statusesOf);
  checkWords('notStated', open, of, openOf);
  for (const name of ['jurisdiction', 'issue', 'party', 'speaker'] as const)
    checkId(graph, ['filter', name], given[name], relationDefinition(name).target);
  return chain(toEvidenceFilter(graph, ['filter', 'evidence'], given.evidence), (evidence) =>
    withEvidence(kinds, given, evidence),
  );
}

/** The filter, with what is asked of evidence checked by itself. @throws BadInput if these kinds cannot have it. */
function withEvidence(
  kinds: readonly Kind[] | undefined,
  given: FilterInput,
  evidence: EvidenceFilter | undefined,
): EntityFilter {
  const { types, statuses, notStated, ...same } = given;
  const of = kinds ?? kindNames;
  const open = openOne(notStated);
  if (evidence !== undefined && of.length > 0)
    checkEvidence(
      evidence,
      of.map((kind) => ({ kind })),
      ['filter', 'evidence'],
    );
  checkReach(same.restsOn ?? undefined, evidence, ['filter']);
  if (given.contested === false && (given.contestedAs?.length ?? 0) > 0)
    throw new BadInput(
      ['filter', 'contestedAs'],
      'what is not contested is so in no way',
      'without `contested: false`',
    );
  const conditions = filterNames.filter((name) => given[name] !== undefined && given[name] !== null);
  return {
    kinds: kindsOfFilter(kinds, conditions, {
      types: knowing(types, typesOf),
      statuses: knowing(statuses, statusesOf),
      notStated: knowing(open, openOf),
      evidence: evidence && kindNames.filter((kind) => canHave({ kind }, evidence)),
    }),
    types: types ?? undefined,
    statuses: statuses ?? undefined,
    jurisdiction: same.jurisdiction ?? undefined,
    issue: same.issue ?? undefined,
    narrower: same.narrower ?? true,
    party: same.party ?? undefined,
    speaker: same.speaker ?? undefined,
    sides: same.sides ?? undefined,
    contested: same.contested ?? undefined,
    contestedAs: same.contestedAs ?? undefined,
    evidence,
    restsOn: same.restsOn ?? undefined,
    from: same.from ?? undefined,
    to: same.to ?? undefined,
    undated: same.undated ?? undefined,
    text: same.text ?? undefined,
    notStated: notStated ?? undefined,
  };
}

/** The attribute that the sources leave open, as a list of words like the others. */
const openOne = (notStated: string | null | undefined): string[] | undefined =>
  notStated === undefined || notStated === null ? undefined : [notStated];

/**
 * What a client asks of evidence, at this path.
 * @throws BadInput if an id is of nothing, or a paragraph of no article.
 */
export function toEvidenceFilter(
  graph: Graph,
  path: readonly string[],
  filter: EvidenceFilterInput | null | undefined,
): Maybe<EvidenceFilter | undefined> {
  if (filter === undefined || filter === null) return undefined;
  const { article, paragraph, outlet, bases, verifications, quotations, attribute } = filter;
  checkId(graph, [...path, 'article'], article, ['ARTICLE']);
  checkId(graph, [...path, 'outlet'], outlet, ['NEWS_OUTLET']);
  if (paragraph !== undefined && paragraph !== null) {
    const argument = [...path, 'paragraph'];
    if (article === undefined || article === null)
      throw new BadInput(argument, 'it is of no article', '`paragraph` together with `article`');
    if (paragraph < 1) throw new BadInput(argument, `${paragraph} is out of range`, '1 or more');
  }
  checkOutlet(graph, [...path, 'outlet'], article, outlet);
  const asked: EvidenceFilter = {
    article: article ?? undefined,
    paragraph: paragraph ?? undefined,
    outlet: outlet ?? undefined,
    bases: bases ?? undefined,
    verifications: verifications ?? undefined,
    quotations: quotations ?? undefined,
    attribute: attribute ?? undefined,
  };
  return chain(checkParagraph(graph, [...path, 'paragraph'], asked), () => asked);
}

/** Checks that an outlet published the article that is asked for too. @throws BadInput that says who did. */
function checkOutlet(
  graph: Graph,
  argument: readonly string[],
  article: string | null | undefined,
  outlet: string | null | undefined,
): void {
  if ((article ?? null) === null || (outlet ?? null) === null) return;
  const published = graph.relatedAll(article as string, { direction: 'OUT', types: ['PUBLISHED_BY'] });
  const outlets = published.map(({ node }) => node);
  if (outlets.includes(outlet as string)) return;
  throw new BadInput(argument, `"${article}" is not by "${outlet}"`, outlets.join(', ') || 'none');
}

/**
 * Checks that an article has the paragraph that is asked for: by the paragraph's key, which is kept once it was read.
 * @throws BadInput that says how many it has.
 */
function checkParagraph(
  graph: Graph,
  argument: readonly string[],
  { article, paragraph }: EvidenceFilter,
): Maybe<void> {
  if (article === undefined || paragraph === undefined) return;
  return chain(graph.passages.load(`${article}/${paragraph}`), (passage) => {
    if (passage !== null) return;
    return chain(graph.paragraphs.load(article), (all) => {
      const count = all?.length ?? 0;
      throw new BadInput(argument, `"${article}" has no paragraph ${paragraph}`, `1 to ${count}`);
    });
  });
}

/** Types and statuses are words of each kind's own, which an input over all kinds cannot name as one enumeration. */
function checkWords(
  field: string,
  words: readonly string[] | null | undefined,
  kinds: readonly Kind[],
  wordsOf: WordsOf,
): void {
  const wrong = words?.find((word) => !kinds.some((kind) => wordsOf(kind).includes(word)));
  if (wrong === undefined) return;
  const allowed = [...new Set(kinds.flatMap(wordsOf))].sort().join(', ');
  throw new BadInput(['filter', field], `"${wrong}" is none of these kinds'`, allowed === '' ? 'none' : allowed);
}

/** The kinds that know one of some words; undefined where there are none, which nothing can have. */
function knowing(words: readonly string[] | null | undefined, wordsOf: WordsOf): readonly Kind[] | undefined {
  if (words === undefined || words === null || words.length === 0) return undefined;
  return kindNames.filter((kind) => wordsOf(kind).some((word) => words.includes(word)));
}

type WordsOf = (kind: Kind) => readonly string[];

/** The words of each kind, listed once: every question with a filter looks at them. */
function listed(wordsOf: WordsOf): WordsOf {
  const words = new Map(kindNames.map((kind) => [kind, wordsOf(kind)]));
  return (kind) => words.get(kind) ?? [];
}

const typesOf = listed((kind) => Object.keys(kindDefinition(kind).types ?? {}));
const statusesOf = listed((kind) => Object.keys(kindDefinition(kind).statuses ?? {}));
const openOf = listed(openAttributes);

/** The kind of an entity that there is, by its id. */
export function kindOfId(graph: Graph, id: string): Kind {
  const { nodeById, kinds } = graph.topology();
  return kinds[nodeById.get(id) as number] as Kind;
}

/** Checks that an id, if there is one, is that of an entity, and of one of these kinds. @throws BadInput */
export function checkId(
  graph: Graph,
  argument: readonly string[],
  id: string | null | undefined,
  kinds: readonly Kind[] = kindNames,
): void {
  if (id === undefined || id === null) return;
  const { nodeById, kinds: kindOf } = graph.topology();
  const node = nodeById.get(id);
  const allowed = `the id of an entity${kinds === kindNames ? '' : ` of the kind ${kinds.join(' or ')}`}; \`search\` finds them`;
  if (node === undefined) throw new BadInput(argument, `there is no entity "${id}"`, allowed);
  const kind = kindOf[node] as Kind;
  if (!kinds.includes(kind)) throw new BadInput(argument, `"${id}" is of the kind ${kind}`, allowed);
}
