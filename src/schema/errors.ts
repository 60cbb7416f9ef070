import { GraphQLError } from 'graphql';

/** An argument whose text cannot be read, said where it is read: the server answers it as BAD_USER_INPUT. */
export function badInput(message: string, allowed: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', allowed } });
}
