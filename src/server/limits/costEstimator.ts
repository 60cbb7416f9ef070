/**
 * What a field costs. Each object that an answer can hold costs one; a page costs as if it were full; plain values are
 * free. What more a field costs, and how long a list is whose length nobody asks for, stands beside the field in the
 * schema: see cost.graphql.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { defaultPageSize, parseSize } from '../../graph/queries/page.ts';
import { batchArguments, pageTypes } from '../../schema/listSizes.ts';

/** What introspection costs: its fields stand in no file of the schema. */
const introspection: Readonly<Record<string, number>> = { __schema: 5_000, __type: 50 };

/** How long a list is taken to be of which the schema does not say it. */
const otherLength = 3;

/** More is refused by each field, which knows how much it gives. */
const longest = 1_000;

/** Estimates the cost of a field, given that of what is asked of each object in it. */
export function costEstimator(schema: GraphQLSchema): ComplexityEstimator {
  const pages = pageTypes(schema);
  const marks = marksOf(schema);
  return ({ type, field, args, childComplexity }) => {
    // What introspection gives has one cost, at its root.
    if (type.name.startsWith('__') || field.name === '__typename') return 0;
    if (field.name.startsWith('__')) return introspection[field.name] ?? 0;
    const { weight: own = 0, assumedSize: marked, ofArguments } = marks.get(field) ?? {};
    const weight = (own + weightOf(ofArguments, args)) * Math.max(1, filtersIn(args['filter']));
    const named = getNamedType(field.type);
    if (!isCompositeType(named) || named.name === 'PageInfo') return weight;
    const list = isListType(getNullableType(field.type));
    const size = sizeOf(field, args, named.name.endsWith('Connection'), marked);
    if (size !== undefined) return weight + (list ? size * (1 + childComplexity) : 1 + size * childComplexity);
    const length = marked ?? (pages.has(type) ? 1 : otherLength);
    return weight + (list ? length : 1) * (1 + childComplexity);
  };
}

/** What the arguments cost that are given. */
const weightOf = (weights: Marks['ofArguments'] = [], args: Readonly<Record<string, unknown>>): number =>
  weights.reduce((sum, { name, weight }) => sum + ((args[name] ?? null) === null ? 0 : weight), 0);

/** How many filters there are in a value, those within them included: each looks through the table anew. */
export function filtersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + filtersIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { and, or, not }: { readonly and?: unknown; readonly or?: unknown; readonly not?: unknown } = value;
  return 1 + filtersIn(and) + filtersIn(or) + filtersIn(not);
}

interface Marks {
  readonly weight?: number;
  readonly assumedSize?: number;
  readonly ofArguments?: readonly { readonly name: string; readonly weight: number }[];
}

/** What the directives `@cost` and `@listSize` of the schema say of its fields. */
function marksOf(schema: GraphQLSchema): ReadonlyMap<GraphQLField<unknown, unknown>, Marks> {
  const directives = ['cost', 'listSize'].flatMap((name) => schema.getDirective(name) ?? []);
  const marks = new Map<GraphQLField<unknown, unknown>, Marks>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const given = (node: GraphQLField<unknown, unknown>['astNode'] | GraphQLArgument['astNode']): Marks =>
        Object.assign({}, ...directives.map((directive) => node && getDirectiveValues(directive, node)));
      const ofArguments = field.args.flatMap(({ name, astNode }) => {
        const { weight } = given(astNode);
        return weight === undefined ? [] : [{ name, weight }];
      });
      marks.set(field, { ...given(field.astNode), ...(ofArguments.length > 0 && { ofArguments }) });
    }
  }
  return marks;
}

/** A number that is asked for: values have been checked by their types before. */
const countIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/**
 * How many objects are asked for, of a field that lets one say; its default, where it is left out or null.
 * @param standard that of a page, if it has one of its own.
 * @throws InvalidArgument if a page of a list is to be shorter or longer than any: nothing of the query is executed.
 */
function sizeOf(
  { args: known, type }: GraphQLField<unknown, unknown>,
  args: { readonly [name: string]: unknown },
  page: boolean,
  standard: number | undefined,
): number | undefined {
  const batch = batchArguments.map((name) => args[name]).find(Array.isArray);
  if (batch !== undefined) return batch.length;
  const argument = known.find(({ name }) => name === 'first');
  if (argument === undefined) return undefined;
  if (page) return parseSize({ first: countIn(args['first']), last: countIn(args['last']) }, standard);
  const size = args['first'] ?? argument.defaultValue;
  if (isListType(getNullableType(type))) return parseSize({ first: countIn(size) });
  return typeof size === 'number' ? Math.min(Math.max(size, 1), longest) : defaultPageSize;
}
