import {
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Context } from './context.ts';

/**
 * Has every list wait for its turn, in place, when its answer takes long, and not be made when nobody waits for the
 * answer any more. What makes an answer long is lists that stand in one another.
 *
 * One that cannot be made gives a rejected promise: the executor of graphql 16 leaves a list of non-null items at the
 * first one that throws, and forgets the promises of those before it; of promises it waits for all.
 */
export function takeTurns(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve !== undefined && isList(field.type) && !isPage(type)) field.resolve = inTurns(field.resolve);
  }
  return schema;
}

/** Lists, and pages of them. */
const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type)) || isPage(getNamedType(type));

/** The lists in a page are there once the page is. */
const isPage = ({ name }: GraphQLNamedType): boolean => name.endsWith('Connection');

type Resolve = GraphQLFieldResolver<unknown, Context>;

const inTurns =
  (resolve: Resolve): Resolve =>
  (source, args, context, info): unknown => {
    const { signal, turns } = context ?? {};
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    const next = turns?.nextIfLong();
    if (next !== undefined)
      return next.then((): unknown => {
        signal?.throwIfAborted();
        return resolve(source, args, context, info);
      });
    try {
      return resolve(source, args, context, info);
    } catch (error) {
      return Promise.reject(error);
    }
  };
