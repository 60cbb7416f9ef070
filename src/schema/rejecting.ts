import { type GraphQLFieldResolver, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

/**
 * Makes every resolver that throws give a rejected promise instead, in place.
 *
 * The executor of graphql 16 leaves a list of non-null items at the first one that throws, and forgets the promises of
 * those before it: when one of them is rejected later, nobody hears, and Node ends the process. Of promises it waits
 * for all.
 */
export function rejectRatherThanThrow(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve !== undefined) field.resolve = rejecting(field.resolve);
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

function rejecting(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    try {
      return resolve(source, args, context, info);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}
