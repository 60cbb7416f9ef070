/** Which operations metrics tell apart by name. Clients choose the names, so that anybody could fill any number. */
import { LRUCache } from 'lru-cache';

/** How many names are told apart. */
const most = 100;
/** How often an operation must have been answered well before it is told apart: an invented one is not asked again. */
const worth = 2;
/** How many names are remembered that are not told apart yet. */
const remembered = 1_000;
/** Longer ones, in characters, are never told apart: each would stand in dozens of lines. */
const longest = 100;

/** What is no operation of a client's. */
const reserved: readonly string[] = ['anonymous', 'other', 'refused'];

interface OperationNames {
  /**
   * The name under which a request is counted.
   * @param operation its name; null: it has none; undefined: it was refused before it was known.
   * @param well whether it was answered without an error.
   */
  nameOf(operation: string | null | undefined, well: boolean): string;
}

/**
 * Names by how often they were asked for. If there are too many, the one that was asked for the least goes.
 * @param onGone is told of each name that goes.
 */
export function openOperationNames(onGone: (name: string) => void): OperationNames {
  const known = new Map<string, number>();
  const candidates = new LRUCache<string, number>({ max: remembered });
  const admit = (name: string, asked: number): void => {
    if (known.size >= most) {
      const [rarest, least] = [...known].reduce((one, other) => (other[1] < one[1] ? other : one));
      if (asked < least) return void candidates.set(name, asked);
      known.delete(rarest);
      candidates.set(rarest, least);
      onGone(rarest);
    }
    candidates.delete(name);
    known.set(name, asked);
  };
  return {
    nameOf: (operation, well) => {
      if (operation === undefined) return 'refused';
      if (operation === null) return 'anonymous';
      const asked = known.get(operation);
      if (asked !== undefined) {
        if (well) known.set(operation, asked + 1);
        return operation;
      }
      if (!well || operation.length > longest || reserved.includes(operation)) return 'other';
      // A copy: the name is a part of the query's text, and would keep all of it.
      const name = Buffer.from(operation).toString();
      const before = (candidates.get(name) ?? 0) + 1;
      if (before < worth) candidates.set(name, before);
      else admit(name, before);
      return known.has(name) ? name : 'other';
    },
  };
}
