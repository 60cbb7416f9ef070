import type { EntityResolvers, Resolvers } from '../generated/graphql.ts';
import { chain } from '../graph/maybe.ts';
import {
  type Null,
  nullsOfEntity,
  nullsOfProvision,
  nullsOfRelationship,
  nullsOfStage,
  nullsOfTerm,
  openDatesOf,
} from '../graph/nulls.ts';
import { entityRow, relationshipRow } from './load.ts';

/** Those that are null for one of these reasons. */
const because =
  ({ reasons }: { readonly reasons?: readonly Null['reason'][] | null }) =>
  (nulls: readonly Null[]): Null[] =>
    nulls.filter((one) => reasons === undefined || reasons === null || reasons.includes(one.reason));

/** The empty attributes of an entity, whatever its kind. */
export const entityNulls: NonNullable<EntityResolvers['nulls']> = (entity, args, { graph }) =>
  chain(
    chain(entityRow(graph, entity), (row) => nullsOfEntity(graph, row, args.articlesAlone === true)),
    because(args),
  );

export const nullResolvers = {
  Relationship: {
    nulls: (relationship, args, { graph }) =>
      chain(
        chain(relationshipRow(graph, relationship), (row) =>
          nullsOfRelationship(graph, row, args.articlesAlone === true),
        ),
        because(args),
      ),
    notStated: (relationship, _, { graph }) =>
      chain(relationshipRow(graph, relationship), (row) => openDatesOf(graph, row)),
  },
  Term: {
    nulls: (term, args, { graph }) => chain(nullsOfTerm(graph, term, args.articlesAlone === true), because(args)),
  },
  LegislationStage: {
    nulls: (stage, args, { graph }) => chain(nullsOfStage(graph, stage, args.articlesAlone === true), because(args)),
  },
  Provision: {
    nulls: (provision, args, { graph }) =>
      chain(nullsOfProvision(graph, provision, args.articlesAlone === true), because(args)),
  },
} satisfies Resolvers;
