/** The one place where an id that a question names is looked up, and refused if it is of nothing that it can be of. */
import { InvalidArgument } from '../../records/invalidArgument.ts';
import { type Kind, kindNames } from '../../registry/index.ts';
import type { AdjacencyIndex } from './adjacencyIndex.ts';

/** The node of an id. @throws InvalidArgument if it is not that of an entity, and of one of these kinds. */
export function nodeOf(
  { nodeById, kinds: kindOf }: AdjacencyIndex,
  argument: readonly string[],
  id: string,
  kinds: readonly Kind[] = kindNames,
): number {
  const node = nodeById.get(id);
  const kind = node === undefined ? undefined : (kindOf[node] as Kind);
  if (node !== undefined && kind !== undefined && kinds.includes(kind)) return node;
  throw new InvalidArgument(
    argument,
    kind === undefined ? `there is no entity "${id}"` : `"${id}" is of the kind ${kind}`,
    `the id of an entity${kinds === kindNames ? '' : ` of the kind ${kinds.join(' or ')}`}; \`search\` finds them`,
  );
}
