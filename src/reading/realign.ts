/** Where the paragraphs of a known article are in a changed text of it. */
import { matchParagraphs } from '../records/paragraphs.ts';

/** All numbers of paragraphs are counted from 1. */
export interface Realigned {
  /** The number in the new text by the former number, of each paragraph that has the same words. */
  readonly moved: ReadonlyMap<number, number>;
  /** Other words at the same place: whether they say the same, a person decides. */
  readonly changed: readonly { readonly from: number; readonly to: number }[];
  /** Former numbers of paragraphs that are no longer there. */
  readonly gone: readonly number[];
  /** New numbers of paragraphs that were not there. */
  readonly added: readonly number[];
}

/**
 * Finds the paragraphs of a known article in a changed text.
 * @param former the SHA-256 of each paragraph, as the graph has them.
 * @param now the SHA-256 of each paragraph of the changed text.
 */
export function realign(former: readonly string[], now: readonly string[]): Realigned {
  const { positions, places } = placeParagraphs(former, now);
  const moved = new Map<number, number>();
  const changed: { from: number; to: number }[] = [];
  const gone: number[] = [];
  positions.forEach((position, index) => {
    const place = places[index];
    if (position !== undefined) moved.set(index + 1, position + 1);
    else if (place !== undefined) changed.push({ from: index + 1, to: place + 1 });
    else gone.push(index + 1);
  });
  const explained = new Set([...moved.values(), ...changed.map(({ to }) => to)]);
  const added = now.flatMap((_, index) => (explained.has(index + 1) ? [] : [index + 1]));
  return { moved, changed, gone, added };
}

interface Placed {
  readonly positions: readonly (number | undefined)[];
  /** Where a paragraph that is not found would stand, if what stands there is no other's. */
  readonly places: readonly (number | undefined)[];
}

function placeParagraphs(former: readonly string[], now: readonly string[]): Placed {
  const positions = matchParagraphs(former, now);
  const taken = new Set(positions);
  let offset = 0;
  const places = positions.map((position, index) => {
    if (position !== undefined) {
      offset = position - index;
      return position;
    }
    const place = index + offset;
    if (place < 0 || place >= now.length || taken.has(place)) return undefined;
    taken.add(place);
    return place;
  });
  return { positions, places };
}
