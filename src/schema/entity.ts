import type { QueryResolvers, Resolvers } from '../generated/graphql.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { knownBy } from '../graph/nulls.ts';
import { listPage } from '../graph/queries/listPage.ts';
import { type Entity, type Language, languageOfName, preferredName } from '../graph/rows/entities.ts';
import { farKindsOf } from '../graph/rows/relatedRows.ts';
import { kindDefinition, kindNames } from '../registry/index.ts';
import type { Context } from './context.ts';
import { partialDate } from './date.ts';
import { evidencePage } from './evidencePage.ts';
import { toEntityFilter } from './filter.ts';
import { entityRow, loadEntityEvidence, loadEvidence } from './load.ts';
import type { EntityConnectionModel, EntityModel } from './models.ts';
import { entityNulls } from './nulls.ts';
import { toEntityOrder, toOrder } from './order.ts';
import { timeOf } from './time.ts';
import { singularOf } from './vocabulary.ts';

/** Where a name may be shown in a language. */
export const toLanguage = (language: 'EN' | 'FR'): Language => (language === 'FR' ? 'fr' : 'en');

/** A language as clients know it. */
const fromLanguage = (language: string): 'EN' | 'FR' => (language === 'fr' ? 'FR' : 'EN');

/** Resolves a field that is a column of the row. */
export const entityColumn =
  <Column extends keyof Entity>(column: Column) =>
  (entity: EntityModel, _: unknown, { graph }: Context): MaybePromise<Entity[Column]> =>
    mapMaybePromise(entityRow(graph, entity), (row) => row[column]);

/** What every kind shares: fields of the interfaces, and the ways in. */
export const entityResolvers = {
  Query: {
    entity: (_, { id }, { graph }) => graph.entity(id),
    entities: (_, { filter, orderBy, language, ...page }, { graph, signal }) =>
      mapMaybePromise(toEntityFilter(graph, filter?.kinds ?? undefined, filter), (asked) =>
        graph.list(signal, asked, toEntityOrder(orderBy, toLanguage(language ?? 'EN')), page),
      ),
  },
  Entity: {
    name: (entity, { language }, { graph }) =>
      mapMaybePromise(entityRow(graph, entity), (row) => preferredName(row, toLanguage(language ?? 'EN'))),
    nameLanguage: (entity, { language }, { graph }) =>
      mapMaybePromise(entityRow(graph, entity), (row) =>
        fromLanguage(languageOfName(row, toLanguage(language ?? 'EN'))),
      ),
    names: entityColumn('names'),
    identifiers: entityColumn('identifiers'),
    subtype: entityColumn('type'),
    statusCode: entityColumn('status'),
    summary: entityColumn('summary'),
    notStated: entityColumn('notStated'),
    nulls: entityNulls,
    relationships: (
      { id },
      { types, direction, kinds, filter, asOf, asToldBy, certainty, orderBy, ...page },
      { graph, signal },
    ) =>
      mapMaybePromise(timeOf(graph, { asOf, asToldBy }), (time) => {
        const query = {
          direction: direction ?? 'BOTH',
          types: types ?? undefined,
          kinds: kinds ?? undefined,
          asOf: time,
          certainty: certainty ?? undefined,
          relationshipOrder: orderBy === undefined || orderBy === null ? undefined : toOrder(orderBy, 'ID'),
        };
        return filter === undefined || filter === null
          ? graph.related(signal, id, query, page)
          : mapMaybePromise(toEntityFilter(graph, filter.kinds ?? undefined, filter, farKindsOf(query)), (asked) =>
              graph.related(signal, id, { ...query, filter: asked }, page),
            );
      }),
    evidence: (entity, { attribute, ...page }, { graph }) =>
      evidencePage(loadEntityEvidence(graph, entity, attribute), page, attribute),
    mentionedIn: ({ id }, args, { graph }) =>
      mapMaybePromise(graph.mentions.load(id), (articles) => {
        const { edges, pageInfo, totalCount } = listPage(articles ?? [], args, itself, () => `articles on ${id}`);
        return { edges: edges(), pageInfo: pageInfo(), totalCount };
      }),
  },
  Dated: {
    start: (entity, _, { graph }) => mapMaybePromise(entityRow(graph, entity), (row) => partialDate(row, 'start')),
    end: (entity, _, { graph }) => mapMaybePromise(entityRow(graph, entity), (row) => partialDate(row, 'end')),
    isPeriod: ({ kind }) => kindDefinition(kind).isPeriod === true,
  },
  Name: { language: ({ language }) => fromLanguage(language) },
  NotStated: {
    evidence: (open, page, { graph }) => {
      const bearing =
        'evidence' in open
          ? open.evidence
          : loadEvidence(graph, { column: 'entityId', id: open.entityId }, open.attribute);
      return evidencePage(bearing, page, `not stated ${open.attribute}`);
    },
    knownBy: (open, _, { graph }) => ('evidence' in open ? open.basis : knownBy(graph, open.entityId, open.attribute)),
  },
} satisfies Resolvers;

const itself = (id: string): string => id;

type ListArguments = Parameters<NonNullable<Extract<QueryResolvers['entities'], (...args: never) => unknown>>>[1];
type Root = Record<string, unknown>;

/** The two query fields of every kind: one by its id, and the list. */
export function kindQueries(): Record<string, unknown> {
  return Object.fromEntries(
    kindNames.flatMap((kind) => [
      [
        singularOf(kind),
        (_: Root, { id }: { id: string }, { graph }: Context) =>
          mapMaybePromise(graph.entity(id), (entity) => (entity?.kind === kind ? entity : null)),
      ],
      [
        kindDefinition(kind).plural,
        (
          _: Root,
          { filter, orderBy, language, ...page }: ListArguments,
          { graph, signal }: Context,
        ): MaybePromise<EntityConnectionModel> =>
          mapMaybePromise(toEntityFilter(graph, [kind], filter), (asked) =>
            graph.list(signal, asked, toEntityOrder(orderBy, toLanguage(language ?? 'EN')), page),
          ),
      ],
    ]),
  );
}
