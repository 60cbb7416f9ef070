import type { Resolvers } from '../generated/graphql.ts';
import { factOf } from '../graph/evidence.ts';
import type { Graph } from '../graph/graph.ts';
import { chain } from '../graph/maybe.ts';
import { leavesOpen, loadEntity } from './load.ts';
import type { EvidenceModel, FactModel } from './models.ts';
import { typeOfKind } from './vocabulary.ts';

export const evidenceResolvers = {
  Evidence: {
    fact: (evidence, _, { graph }) => loadFact(evidence, graph),
    article: ({ articleId }, _, { graph }) => (articleId === null ? null : graph.entities.load(articleId)),
    passage: ({ articleId, paragraph }, _, { graph }) =>
      articleId === null || paragraph === null ? null : graph.passages.load(`${articleId}/${paragraph}`),
    leavesOpen: (evidence, _, { graph }) =>
      evidence.entityId === null || evidence.attribute === null
        ? false
        : chain(graph.entities.load(evidence.entityId), (row) => row !== null && leavesOpen(evidence, row)),
    rule: ({ basis, note }) => (basis === 'DERIVED' ? note : null),
    citation: ({ basis, note }) => (basis === 'EXTERNAL' ? note : null),
    verification: ({ articleId }, _, { graph }) =>
      articleId === null ? null : chain(graph.detail('article', articleId), (row) => row?.textStatus ?? null),
  },
  Passage: { article: ({ articleId }, _, { graph }) => loadEntity(graph, articleId) },
  Fact: { __resolveType: (fact) => ('__typename' in fact ? fact.__typename : (typeOfKind(fact.kind) as 'Person')) },
} satisfies Resolvers;

async function loadFact(evidence: EvidenceModel, graph: Graph): Promise<FactModel> {
  const { column, id } = factOf(evidence);
  const gone = (): never => {
    throw new Error(`the fact ${id} was removed while this was answered`);
  };
  switch (column) {
    case 'entityId':
      return await loadEntity(graph, id);
    case 'relationshipId':
      return { ...((await graph.relationshipsById.load(id)) ?? gone()), __typename: 'Relationship' };
    case 'termId':
      return { ...((await graph.facts.term.load(id)) ?? gone()), __typename: 'Term' };
    case 'provisionId':
      return { ...((await graph.facts.provision.load(id)) ?? gone()), __typename: 'Provision' };
    case 'stageId':
      return { ...((await graph.facts.stage.load(id)) ?? gone()), __typename: 'LegislationStage' };
  }
}
