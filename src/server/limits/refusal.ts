/** A query that goes beyond a limit: what a client is told. */
import { type ASTNode, GraphQLError } from 'graphql';

/** The limits that a query can go beyond. */
export type LimitCode =
  | 'DEPTH_LIMIT'
  | 'COST_LIMIT'
  | 'ALIAS_LIMIT'
  | 'SELECTION_LIMIT'
  | 'DIRECTIVE_LIMIT'
  | 'TOKEN_LIMIT'
  | 'INPUT_LIMIT';

export interface RefusalDetails {
  readonly limit: number;
  readonly requested?: number;
  /** The path of the argument that is refused. */
  readonly argument?: readonly string[];
  readonly node?: ASTNode | undefined;
}

/** Makes the error: answered with the status 400, the limit, and, where it is known, what was asked for. */
export function refusal(code: LimitCode, message: string, { node, ...details }: RefusalDetails): GraphQLError {
  return new GraphQLError(message, { nodes: node ?? null, extensions: { code, ...details, http: { status: 400 } } });
}
