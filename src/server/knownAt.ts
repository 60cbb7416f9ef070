/** `@knownAt` on an operation: it is answered by the graph of a version of the past. */
import { type GraphQLDirective, type GraphQLSchema, getDirectiveValues, type OperationDefinitionNode } from 'graphql';
import type { KnownAt } from '../graph/knownAt.ts';

/** What it costs more: the whole graph may have to be read. */
export const costOfKnownAt = 100;

/**
 * Makes the reader of the directive; undefined: the operation has none.
 * @throws Error if the schema lacks it.
 */
export function knownAtReader(
  schema: GraphQLSchema,
): (operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) => KnownAt | undefined {
  const directive: GraphQLDirective | null | undefined = schema.getDirective('knownAt');
  if (directive === null || directive === undefined) throw new Error('the schema has no directive @knownAt');
  return (operation, variables) =>
    operation.directives?.length ? getDirectiveValues(directive, operation, variables) : undefined;
}
