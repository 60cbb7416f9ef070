import type { Resolvers } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { type FactColumn, factOf } from '../graph/rows/evidence.ts';
import { leavesOpen, loadEntity } from './load.ts';
import type { EvidenceModel, FactModel } from './models.ts';
import { type FactTable, loadFactRow } from './node.ts';

export const evidenceResolvers = {
  Evidence: {
    fact: (evidence, _, { graph }) => loadFact(evidence, graph),
    article: ({ articleId }, _, { graph }) => (articleId === null ? null : loadEntity(graph, articleId)),
    passage: ({ articleId, paragraph }, _, { graph }) =>
      articleId === null || paragraph === null ? null : graph.passages.load(`${articleId}/${paragraph}`),
    leavesOpen: (evidence, _, { graph }) =>
      evidence.entityId === null || evidence.attribute === null
        ? false
        : mapMaybePromise(graph.entities.load(evidence.entityId), (row) => row !== null && leavesOpen(evidence, row)),
    rule: ({ basis, note }) => (basis === 'DERIVED' ? note : null),
    citation: ({ basis, note }) => (basis === 'EXTERNAL' ? note : null),
    verification: ({ articleId }, _, { graph }) =>
      articleId === null ? null : mapMaybePromise(graph.detail('article', articleId), (row) => row?.textStatus ?? null),
  },
  Passage: { article: ({ articleId }, _, { graph }) => loadEntity(graph, articleId) },
} satisfies Resolvers;

/** The table that a column of evidence leads to. */
const tables: Readonly<Record<FactColumn, FactTable>> = {
  entityId: 'Entity',
  relationshipId: 'Relationship',
  termId: 'Term',
  provisionId: 'Provision',
  stageId: 'LegislationStage',
};

function loadFact(evidence: EvidenceModel, graph: Graph): MaybePromise<FactModel> {
  const { column, id } = factOf(evidence);
  if (column === 'entityId') return loadEntity(graph, id);
  return mapMaybePromise(loadFactRow(graph, tables[column], id), (fact) => {
    if (fact === null) throw new Error(`the fact ${id} was removed while this was answered`);
    return fact;
  });
}
