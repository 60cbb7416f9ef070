import type { Resolvers } from '../generated/graphql.ts';
import { factOf } from '../graph/evidence.ts';
import type { Graph } from '../graph/graph.ts';
import { loadEntity } from './load.ts';
import type { EvidenceModel, FactModel } from './models.ts';
import { typeOfKind } from './vocabulary.ts';

export const evidenceResolvers = {
  Evidence: {
    fact: async (evidence, _, { graph }) => await loadFact(evidence, graph),
    article: async ({ articleId }, _, { graph }) => (articleId === null ? null : await graph.entities.load(articleId)),
    passage: async ({ articleId, paragraph }, _, { graph }) =>
      articleId === null || paragraph === null ? null : await graph.passages.load({ articleId, number: paragraph }),
    rule: ({ basis, note }) => (basis === 'DERIVED' ? note : null),
    citation: ({ basis, note }) => (basis === 'EXTERNAL' ? note : null),
    verification: async ({ articleId }, _, { graph }) =>
      articleId === null ? null : ((await graph.detail('article', articleId))?.textStatus ?? null),
  },
  Passage: { article: async ({ articleId }, _, { graph }) => await loadEntity(graph, articleId) },
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
      return { ...((await graph.relationships.load(id)) ?? gone()), __typename: 'Relationship' };
    case 'termId':
      return { ...((await graph.facts.term.load(id)) ?? gone()), __typename: 'Term' };
    case 'provisionId':
      return { ...((await graph.facts.provision.load(id)) ?? gone()), __typename: 'Provision' };
    case 'stageId':
      return { ...((await graph.facts.stage.load(id)) ?? gone()), __typename: 'LegislationStage' };
  }
}
