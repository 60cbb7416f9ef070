/** The executable schema: what is derived from the registry, then the resolvers of each noun. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { actorResolvers } from './actor.ts';
import { articleResolvers } from './article.ts';
import { bargainingRoundResolvers } from './bargainingRound.ts';
import { bargainingUnitResolvers } from './bargainingUnit.ts';
import { changesetResolvers } from './changeset.ts';
import { claimResolvers } from './claim.ts';
import type { Context } from './context.ts';
import { DateScalar } from './date.ts';
import { DateTimeScalar } from './dateTime.ts';
import { attributeResolvers, connectionResolvers, relatedResolvers, typeResolvers } from './derived.ts';
import { entityResolvers, kindQueries } from './entity.ts';
import { eventResolvers } from './event.ts';
import { evidenceResolvers } from './evidence.ts';
import { evidenceListResolvers } from './evidenceLists.ts';
import { federationResolvers } from './federation.ts';
import { graphResolvers } from './graph.ts';
import { identifierResolvers } from './identifier.ts';
import { legislationResolvers } from './legislation.ts';
import { limitLists } from './listSizes.ts';
import { takeTurns } from './listTurns.ts';
import { networkResolvers } from './network.ts';
import { nodeResolvers } from './node.ts';
import { nullResolvers } from './nulls.ts';
import { officeResolvers } from './office.ts';
import { proposalResolvers } from './proposal.ts';
import { relationshipResolvers } from './relationship.ts';
import { buildSdl } from './sdl.ts';
import { searchResolvers } from './search.ts';
import { sourceCoverageResolvers } from './sourceCoverage.ts';
import { statementResolvers } from './statement.ts';
import { statisticsResolvers } from './statistics.ts';
import { timelineResolvers } from './timeline.ts';
import { unionResolvers } from './union.ts';

const nouns = [
  actorResolvers,
  articleResolvers,
  bargainingRoundResolvers,
  bargainingUnitResolvers,
  changesetResolvers,
  claimResolvers,
  entityResolvers,
  eventResolvers,
  evidenceResolvers,
  evidenceListResolvers,
  federationResolvers,
  graphResolvers,
  identifierResolvers,
  legislationResolvers,
  networkResolvers,
  nodeResolvers,
  nullResolvers,
  officeResolvers,
  proposalResolvers,
  relationshipResolvers,
  searchResolvers,
  sourceCoverageResolvers,
  statementResolvers,
  statisticsResolvers,
  timelineResolvers,
  unionResolvers,
];

/** Builds the schema. */
export function buildSchema(): GraphQLSchema {
  const { document, related } = buildSdl();
  const schema = makeExecutableSchema<Context>({
    typeDefs: document,
    resolvers: [
      { Date: DateScalar, DateTime: DateTimeScalar },
      typeResolvers(),
      connectionResolvers(),
      relatedResolvers(related),
      attributeResolvers(),
      { Query: kindQueries() },
      ...nouns,
    ],
    inheritResolversFromInterfaces: true,
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
  });
  return limitLists(takeTurns(schema));
}
