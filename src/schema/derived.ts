/** Resolvers that follow from the registry and the schema: relations, pages, and the columns of detail tables. */
import { Decimal } from '@prisma/client/runtime/client';
import type { Certainty } from '../graph/dates.ts';
import type { DetailModel } from '../graph/entities.ts';
import type { PageArgs } from '../graph/page.ts';
import { type AttributeType, farKinds, kindDefinition, kindNames } from '../graph/registry.ts';
import type { RelatedQuery } from '../graph/relationships.ts';
import type { Context } from './context.ts';
import { partialDate } from './date.ts';
import { loadEntity } from './load.ts';
import type { EntityConnectionModel, EntityEdgeModel, EntityModel } from './models.ts';
import type { RelatedField } from './sdl.ts';
import { connectedTypes, typeOfKind } from './vocabulary.ts';

type FieldResolver = (parent: never, args: never, context: Context) => unknown;
type ResolverTable = Record<string, Record<string, FieldResolver>>;

type RelatedArguments = PageArgs & { readonly asOf?: Date | null; readonly certainty?: Certainty | null };

/** Resolvers of the fields marked `@related`. */
export function relatedResolvers(fields: readonly RelatedField[]): ResolverTable {
  return table(fields.map((field) => [field.typeName, field.fieldName, field.single ? first(field) : page(field)]));
}

const page =
  (field: RelatedField) =>
  async ({ id }: EntityModel, args: RelatedArguments, { graph }: Context): Promise<EntityConnectionModel> =>
    await graph.related(id, toQuery(field, args), args);

const first =
  (field: RelatedField) =>
  async ({ id }: EntityModel, args: RelatedArguments, { graph }: Context): Promise<EntityModel | null> => {
    const [edge] = await graph.relatedAll(id, toQuery(field, args));
    return edge === undefined ? null : await loadEntity(graph, edge.node);
  };

function toQuery({ types, direction, kinds }: RelatedField, { asOf, certainty }: RelatedArguments): RelatedQuery {
  // A condition that excludes nothing is left out, so that fields asking alike share one statement.
  const all = types.flatMap((type) => farKinds(type, direction));
  const some = all.every((kind) => kinds.includes(kind)) ? undefined : kinds;
  return { types, direction, kinds: some, asOf: asOf ?? undefined, certainty: certainty ?? undefined };
}

/** Resolvers of the connections of all kinds. */
export function connectionResolvers(): ResolverTable {
  const nodes = async ({ edges }: EntityConnectionModel, _: never, { graph }: Context) =>
    await Promise.all(edges.map(async ({ node }) => await loadEntity(graph, node)));
  const node = async (edge: EntityEdgeModel, _: never, { graph }: Context) => await loadEntity(graph, edge.node);
  return table(
    connectedTypes.flatMap((type) => [
      [`${type}Connection`, 'nodes', nodes],
      [`${type}Edge`, 'node', node],
    ]),
  );
}

/** Resolvers of the attributes that a kind has in its detail table, each a column of the same name. */
export function attributeResolvers(): ResolverTable {
  return table(
    kindNames.flatMap((kind) => {
      const { details } = kindDefinition(kind);
      return Object.entries(details?.attributes ?? {}).map(([name, type]): [string, string, FieldResolver] => [
        typeOfKind(kind),
        name,
        attribute(details?.model as DetailModel, name, type),
      ]);
    }),
  );
}

const attribute =
  (model: DetailModel, name: string, type: AttributeType) =>
  async ({ id }: EntityModel, _: never, { graph }: Context): Promise<unknown> => {
    const row: Readonly<Record<string, unknown>> | null = await graph.detail(model, id);
    if (row === null) return null;
    if (type === 'date') return partialDate(row as never, name);
    const value = row[name];
    return value instanceof Decimal ? value.toNumber() : value;
  };

function table(rows: readonly (readonly [string, string, FieldResolver])[]): ResolverTable {
  const resolvers: ResolverTable = {};
  for (const [type, field, resolver] of rows) resolvers[type] = { ...resolvers[type], [field]: resolver };
  return resolvers;
}
