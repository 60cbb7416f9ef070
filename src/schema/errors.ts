import { type ASTNode, GraphQLError } from 'graphql';

/** An argument whose text cannot be read, said where it is read: the server answers it as BAD_USER_INPUT. */
export function invalidArgument(message: string, allowed: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node ?? null, extensions: { code: 'BAD_USER_INPUT', allowed } });
}
