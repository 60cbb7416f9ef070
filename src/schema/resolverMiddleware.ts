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
import { onBehalfOf, setAsker } from '../database/cancellation.ts';
import type { Context } from './context.ts';

/**
 * Wraps every resolver, in place: what it asks for is asked on behalf of the request's client, and one that throws
 * gives a rejected promise instead.
 *
 * A resolver that is `async` asks on behalf of that client after what it awaits, too. That has its price: one that is
 * asked for often gives a MaybePromise by `mapMaybePromise`, which carries along who asks.
 *
 * The executor of graphql 16 leaves a list of non-null items at the first one that throws, and forgets the promises of
 * those before it: when one of them is rejected later, nobody hears, and Node ends the process. Of promises it waits
 * for all.
 */
export function applyResolverMiddleware(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve === undefined) continue;
      const resolve = wrapped(field.resolve);
      field.resolve = isList(field.type) && !isPage(type) ? inTurns(resolve) : resolve;
    }
  }
  return schema;
}

/** Lists, and pages of them: what makes an answer long is that they stand in one another. */
const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type)) || isPage(getNamedType(type));

/** The lists in a page are there once the page is. */
const isPage = ({ name }: GraphQLNamedType): boolean => name.endsWith('Connection');

type Resolve = GraphQLFieldResolver<unknown, Context>;

const isAsync = (resolve: Resolve): boolean => resolve.constructor.name === 'AsyncFunction';

function wrapped(resolve: Resolve): Resolve {
  if (isAsync(resolve)) {
    return (source, args, context, info) =>
      context?.waiter === undefined
        ? resolve(source, args, context, info)
        : onBehalfOf(context.waiter, () => resolve(source, args, context, info));
  }
  return (source, args, context, info) => {
    // What `asAsker` does, without a function made for each field of each answer.
    const before = setAsker(context?.waiter);
    try {
      return resolve(source, args, context, info);
    } catch (error) {
      return Promise.reject(error);
    } finally {
      setAsker(before);
    }
  };
}

function inTurns(resolve: Resolve): Resolve {
  return (source, args, context, info): unknown => {
    const next = context?.turns?.nextIfLong();
    if (next === undefined) return resolve(source, args, context, info);
    return next.then((): unknown => {
      if (context.waiter?.gone !== undefined) throw context.waiter.gone;
      return resolve(source, args, context, info);
    });
  };
}
