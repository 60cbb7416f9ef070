/**
 * What a field costs. Each object that an answer can hold costs one; a page costs as if it were full; plain values are
 * free. A list whose length nobody asks for is taken for as long as such lists are.
 */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { defaultPageSize, parseSize } from '../../graph/page.ts';

/** What it costs to find something, beside what is found: these look at much to give little. */
const searching: Readonly<Record<string, number>> = {
  search: 50,
  path: 50,
  paths: 100,
  neighborhood: 50,
  ranking: 200,
  statistics: 100,
  timeline: 20,
  __schema: 5_000,
  __type: 50,
};

/** How long lists are taken to be. */
const lengths: Readonly<Record<string, number>> = {
  gap: 10,
  keys: 2,
  paragraphs: 50,
  passages: 50,
  provisions: 10,
  stages: 10,
  steps: 6,
};
const otherLength = 3;

/** More is refused by each field, which knows how much it gives. */
const longest = 1_000;

/** The price of a field, given that of what is asked of each object in it. */
export function priceOf(schema: GraphQLSchema): ComplexityEstimator {
  const pages = pageTypes(schema);
  return ({ type, field, args, childComplexity }) => {
    // What introspection gives is one price at its root.
    if (type.name.startsWith('__') || field.name === '__typename') return 0;
    const extra = searching[field.name] ?? 0;
    if (field.name.startsWith('__')) return extra;
    const named = getNamedType(field.type);
    if (!isCompositeType(named) || named.name === 'PageInfo') return 0;
    const list = isListType(getNullableType(field.type));
    const size = sizeOf(field, args, named.name.endsWith('Connection'));
    if (size !== undefined) return extra + (list ? size * (1 + childComplexity) : 1 + size * childComplexity);
    if (list && !pages.has(type)) return (lengths[field.name] ?? otherLength) * (1 + childComplexity);
    return 1 + childComplexity;
  };
}

/**
 * How many objects are asked for, of a field that lets one say; its default, where it is left out.
 * @throws BadInput if a page of a list is to be shorter or longer than any: nothing of the query is executed.
 */
function sizeOf(
  { args: known }: GraphQLField<unknown, unknown>,
  { ids, first }: { readonly [name: string]: unknown },
  page: boolean,
): number | undefined {
  if (Array.isArray(ids)) return ids.length;
  if (!known.some(({ name }) => name === 'first')) return undefined;
  if (page) return parseSize(first as number | null | undefined);
  return typeof first === 'number' ? Math.min(Math.max(first, 1), longest) : defaultPageSize;
}

/** Types that stand for a page: their lists are as long as the page, which has been counted. */
function pageTypes(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  return new Set(
    fields.flatMap(({ type, args }) =>
      args.some(({ name }) => name === 'first') && !isListType(getNullableType(type)) ? [getNamedType(type)] : [],
    ),
  );
}
