import type { EntityResolvers, Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import {
  type Null,
  nullsOfEntity,
  nullsOfProvision,
  nullsOfRelationship,
  nullsOfStage,
  nullsOfTerm,
  openDatesOf,
} from '../graph/nulls.ts';
import { evidencePage } from './evidencePage.ts';
import { entityRow, relationshipRow } from './load.ts';

/** Those that are null for one of these reasons. */
const because =
  ({ reasons }: { readonly reasons?: readonly Null['reason'][] | null }) =>
  (nulls: readonly Null[]): Null[] =>
    nulls.filter((one) => reasons === undefined || reasons === null || reasons.includes(one.reason));

/** The empty attributes of an entity, whatever its kind. */
export const entityNulls: NonNullable<EntityResolvers['nulls']> = (entity, args, { graph }) =>
  mapMaybePromise(
    mapMaybePromise(entityRow(graph, entity), (row) => nullsOfEntity(graph, row, args.articlesAlone === true)),
    because(args),
  );

export const nullResolvers = {
  Null: { evidence: ({ attribute, evidence }, page) => evidencePage(evidence, page, `null ${attribute}`) },
  Relationship: {
    nulls: (relationship, args, { graph }) =>
      mapMaybePromise(
        mapMaybePromise(relationshipRow(graph, relationship), (row) =>
          nullsOfRelationship(graph, row, args.articlesAlone === true),
        ),
        because(args),
      ),
    notStated: (relationship, _, { graph }) =>
      mapMaybePromise(relationshipRow(graph, relationship), (row) => openDatesOf(graph, row)),
  },
  Term: {
    nulls: (term, args, { graph }) =>
      mapMaybePromise(nullsOfTerm(graph, term, args.articlesAlone === true), because(args)),
  },
  LegislationStage: {
    nulls: (stage, args, { graph }) =>
      mapMaybePromise(nullsOfStage(graph, stage, args.articlesAlone === true), because(args)),
  },
  Provision: {
    nulls: (provision, args, { graph }) =>
      mapMaybePromise(nullsOfProvision(graph, provision, args.articlesAlone === true), because(args)),
  },
} satisfies Resolvers;
