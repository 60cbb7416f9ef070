/**
 * How long lists are that have no pages: as many as `first` asks for, where they take it, or as `@listSize` says. What
 * there is more of is left out, and the answer tells it. How long pages are unless it is said, where `@listSize` says so.
 */
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { endOf, type PageArgs, parseSize } from '../graph/queries/page.ts';
import type { Context } from './context.ts';

type Field = GraphQLField<unknown, Context>;

/** A list that was longer than was asked for. */
interface TruncatedList {
  readonly path: readonly (string | number)[];
  readonly given: number;
  /** How many there are at the least. */
  readonly atLeast: number;
}

/** The lists of an answer that were longer than was asked for. */
export interface TruncatedLists {
  /** The first of them. */
  readonly told: TruncatedList[];
  /** How many they are. */
  count: number;
}

/** Arguments that name each object that is asked for. */
export const batchArguments: readonly string[] = ['ids', 'representations'];

/** How many lists are told of one by one. */
const mostTold = 20;

/** Types that stand for a page: their lists are as long as the page is. */
export function pageTypes(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  return new Set(
    fields.flatMap(({ type, args }) =>
      args.some(({ name }) => name === 'first') && !isListType(getNullableType(type)) ? [getNamedType(type)] : [],
    ),
  );
}

/** Lists of objects that stand in no page, with their size: what `first` is unless it is said, or `@listSize`. */
export function sizedLists(
  schema: GraphQLSchema,
): { readonly path: string; readonly field: Field; readonly size?: number }[] {
  const pages = pageTypes(schema);
  return fieldsOf(schema).flatMap(({ type, field }) => {
    const asked = field.args.some(({ name }) => batchArguments.includes(name));
    if (pages.has(type) || asked || !isList(field) || !isCompositeType(getNamedType(field.type))) return [];
    const first = field.args.find(({ name }) => name === 'first');
    const size = first === undefined ? markedSize(schema, field) : first.defaultValue;
    return [{ path: `${type.name}.${field.name}`, field, ...(typeof size === 'number' && { size }) }];
  });
}

/** All fields but those of introspection. */
function fieldsOf(schema: GraphQLSchema): { readonly type: GraphQLNamedType; readonly field: Field }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map((field: Field) => ({ type, field }))
      : [],
  );
}

const isList = ({ type }: Field): boolean => isListType(getNullableType(type));

/** The size that a field is marked with. */
function markedSize(schema: GraphQLSchema, { astNode }: Field): number | undefined {
  const listSize = schema.getDirective('listSize');
  const size: unknown = listSize && astNode && getDirectiveValues(listSize, astNode)?.['assumedSize'];
  return typeof size === 'number' ? size : undefined;
}

/** Holds every list to its size, in place. @throws Error if one has none. */
export function limitLists(schema: GraphQLSchema): GraphQLSchema {
  for (const { path, field, size } of sizedLists(schema)) {
    if (size === undefined) throw new Error(`${path} has neither pages nor a size: give it @listSize, or first`);
    field.resolve = limited(field, size);
  }
  for (const { field, size } of sizedPages(schema)) field.resolve = paged(field, size);
  return schema;
}

/** Fields that give a page, and how long that is unless it is said. */
function sizedPages(schema: GraphQLSchema): { readonly field: Field; readonly size: number }[] {
  return fieldsOf(schema).flatMap(({ field }) => {
    const size = isList(field) ? undefined : markedSize(schema, field);
    return size === undefined ? [] : [{ field, size }];
  });
}

/** Says for the client how long the page is to be. */
function paged({ resolve = defaultFieldResolver }: Field, size: number): NonNullable<Field['resolve']> {
  return (source, args: PageArgs, context, info) => {
    if ((args.first ?? args.last ?? null) !== null) return resolve(source, args, context, info);
    const sized = endOf(args) === 'first' ? { ...args, first: size } : { ...args, last: size };
    return resolve(source, sized, context, info);
  };
}

function limited(
  { resolve = defaultFieldResolver, args: known }: Field,
  standard: number,
): NonNullable<Field['resolve']> {
  const takesFirst = known.some(({ name }) => name === 'first');
  return (source, args: { readonly first?: number | null }, context, info) => {
    const size = takesFirst ? parseSize({ first: args.first ?? standard }) : standard;
    const truncate = (list: unknown): unknown => {
      if (!Array.isArray(list) || list.length <= size) return list;
      tell(context, info, size, list.length);
      return list.slice(0, size);
    };
    const list: unknown = resolve(source, args, context, info);
    return list instanceof Promise ? list.then(truncate) : truncate(list);
  };
}

function tell(context: Context, info: GraphQLResolveInfo, given: number, atLeast: number): void {
  const { truncated } = context;
  if (truncated === undefined) return;
  truncated.count += 1;
  if (truncated.told.length < mostTold) truncated.told.push({ path: responsePathAsArray(info.path), given, atLeast });
}
