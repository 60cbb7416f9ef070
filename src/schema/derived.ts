/** Resolvers that follow from the registry and the schema: relations, pages, and the columns of detail tables. */
import { Decimal } from '@prisma/client/runtime/client';
import type { EntityOrder, Language } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import type { RelatedQuery } from '../graph/index/relationships.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import type { ListPage } from '../graph/queries/listPage.ts';
import type { PageArgs, PageInfo } from '../graph/queries/page.ts';
import type { Certainty } from '../records/partialDates.ts';
import { type AttributeType, type DetailModel, farKinds, kindDefinition, kindNames } from '../registry/index.ts';
import type { Context } from './context.ts';
import { readDate } from './date.ts';
import { entityColumn, toLanguage } from './entity.ts';
import { toEntityFilter } from './filter.ts';
import type { FilterInput } from './filterInput.ts';
import { loadEntities, loadEntity } from './load.ts';
import { type EntityConnectionModel, type EntityEdgeModel, type EntityModel, isRelated } from './models.ts';
import { typeOfNode } from './node.ts';
import { toEntityOrder } from './order.ts';
import type { RelatedField } from './sdl.ts';
import { type TimeArguments, timeOf } from './time.ts';
import { connectedTypes, interfaceKinds, typeOfKind } from './vocabulary.ts';

type FieldResolver = (parent: never, args: never, context: Context) => unknown;
type ResolverTable = Record<string, Record<string, FieldResolver>>;

type RelatedArguments = PageArgs &
  TimeArguments & {
    readonly certainty?: Certainty | null;
    readonly filter?: FilterInput | null;
    readonly orderBy?: EntityOrder | null;
    readonly language?: Language | null;
  };

/** Resolvers of the fields marked `@related`. */
export function relatedResolvers(fields: readonly RelatedField[]): ResolverTable {
  return table(fields.map((field) => [field.typeName, field.fieldName, field.single ? first(field) : page(field)]));
}

const page = (field: RelatedField) => {
  const query = queryOf(field);
  const { kinds } = field;
  const only = kinds.length === 1 ? kinds : undefined;
  return (
    { id }: EntityModel,
    args: RelatedArguments,
    { graph, signal }: Context,
  ): MaybePromise<EntityConnectionModel> =>
    mapMaybePromise(atTime(graph, query, args), (asked) => {
      const ordered = inOrder(asked, args);
      return args.filter === undefined || args.filter === null
        ? graph.related(signal, id, ordered, args)
        : mapMaybePromise(toEntityFilter(graph, args.filter.kinds ?? only, args.filter, kinds), (filter) =>
            graph.related(signal, id, { ...ordered, filter }, args),
          );
    });
};

/** What is asked, in the order that is asked for. */
function inOrder(query: RelatedQuery, { orderBy, language }: RelatedArguments): RelatedQuery {
  if (orderBy === undefined || orderBy === null) return query;
  return { ...query, order: toEntityOrder(orderBy, toLanguage(language ?? 'EN')) };
}

const first = (field: RelatedField) => {
  const query = queryOf(field);
  return ({ id }: EntityModel, args: RelatedArguments, { graph }: Context): MaybePromise<EntityModel | null> =>
    mapMaybePromise(atTime(graph, query, args), (asked) => {
      const [edge] = graph.relatedAll(id, asked);
      return edge === undefined ? null : loadEntity(graph, edge.node);
    });
};

/** What a field asks for; a condition that excludes nothing is left out. */
function queryOf({ types, direction, kinds }: RelatedField): RelatedQuery {
  const far = types.flatMap((type) => farKinds(type, direction));
  return { types, direction, kinds: far.every((kind) => kinds.includes(kind)) ? undefined : kinds };
}

/** What is asked, at the time that is asked about. */
function atTime(graph: Graph, query: RelatedQuery, args: RelatedArguments): MaybePromise<RelatedQuery> {
  const { asOf, asToldBy, certainty } = args;
  if ((asOf ?? asToldBy ?? certainty ?? null) === null) return query;
  return mapMaybePromise(timeOf(graph, args), (time) => ({ ...query, asOf: time, certainty: certainty ?? undefined }));
}

/** Resolvers of the types that interfaces and unions stand for. */
export const typeResolvers = (): ResolverTable =>
  table([
    ...Object.keys(interfaceKinds).map((name) => typeResolver(name, ({ kind }: EntityModel) => typeOfKind(kind))),
    ...['Node', 'Fact', '_Entity'].map((name) => typeResolver(name, typeOfNode)),
  ]);

const typeResolver = (name: string, resolver: FieldResolver) => [name, '__resolveType', resolver] as const;

/** Connections of lists that are at hand as a whole. */
const listPages = ['Evidence', 'ParagraphCoverage', 'Revision'];
/** Connections of what is no entity. */
const otherConnections = [
  ...listPages,
  'Changeset',
  'FactChange',
  'Relationship',
  'RelationshipList',
  'Search',
  'Timeline',
];

/** Resolvers of the connections of all sorts. What is worked out only when asked for has one of its own. */
export function connectionResolvers(): ResolverTable {
  const nodes = ({ edges }: EntityConnectionModel, _: never, { graph }: Context) =>
    loadEntities(
      graph,
      edges.map((edge) => edge.node),
    );
  const node = (edge: EntityEdgeModel, _: never, { graph }: Context) => loadEntity(graph, edge.node);
  const relationship = (edge: EntityEdgeModel, _: never, { graph }: Context) =>
    isRelated(edge) ? graph.relationshipOrRef(edge) : null;
  return table([
    ...connectedTypes.flatMap((type): [string, string, FieldResolver][] => [
      [`${type}Connection`, 'nodes', nodes],
      [
        `${type}Connection`,
        'undatedCount',
        ({ undatedCount }: EntityConnectionModel, _: never, { signal }: Context) => undatedCount?.(signal) ?? null,
      ],
      [`${type}Edge`, 'node', node],
      [`${type}Edge`, 'relationship', relationship],
    ]),
    ...[...connectedTypes, ...otherConnections].flatMap((type): [string, string, FieldResolver][] => [
      [
        `${type}Connection`,
        'totalCount',
        ({ totalCount }: EntityConnectionModel, _: never, { signal }: Context) => totalCount(signal),
      ],
      [`${type}Edge`, 'cursor', ({ cursor }: EntityEdgeModel) => cursor()],
    ]),
    ...listPages.flatMap((type): [string, string, FieldResolver][] => [
      [`${type}Connection`, 'edges', ({ edges }: ListPage<unknown>) => edges()],
      [`${type}Connection`, 'pageInfo', ({ pageInfo }: ListPage<unknown>) => pageInfo()],
    ]),
    ['PageInfo', 'startCursor', ({ startCursor }: PageInfo) => startCursor()],
    ['PageInfo', 'endCursor', ({ endCursor }: PageInfo) => endCursor()],
  ]);
}

/** Resolvers of the attributes that a kind has, each a column of the same name: of its detail table, but for two. */
export function attributeResolvers(): ResolverTable {
  return table(
    kindNames.flatMap((kind) => {
      const { types, statuses, details } = kindDefinition(kind);
      const columns: Record<string, FieldResolver> = {
        ...(types && { type: entityColumn('type') }),
        ...(statuses && { status: entityColumn('status') }),
      };
      if (details !== undefined)
        for (const [name, type] of Object.entries(details.attributes))
          columns[name] = attribute(details.model, name, type);
      return Object.entries(columns).map(([name, resolver]) => [typeOfKind(kind), name, resolver] as const);
    }),
  );
}

const attribute =
  (model: DetailModel, name: string, type: AttributeType) =>
  ({ id }: EntityModel, _: never, { graph }: Context): unknown =>
    mapMaybePromise(graph.detail(model, id), (row) => {
      const columns: Readonly<Record<string, unknown>> | null = row;
      if (columns === null) return null;
      if (type === 'date') return readDate(columns, name);
      if (type === 'entity') return entityOf(columns[`${name}Id`], graph);
      const value = columns[name];
      return value instanceof Decimal ? value.toNumber() : value;
    });

const entityOf = (id: unknown, graph: Context['graph']): unknown =>
  typeof id === 'string' ? loadEntity(graph, id) : null;

function table(rows: readonly (readonly [string, string, FieldResolver])[]): ResolverTable {
  const resolvers: ResolverTable = {};
  for (const [type, field, resolver] of rows) resolvers[type] = { ...resolvers[type], [field]: resolver };
  return resolvers;
}
