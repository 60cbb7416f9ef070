/** Which page of a list is shown, as its address says it. */
import type { Parameters } from './address.ts';
import { type Page, sizeOf } from './paging.ts';

export interface Place {
  /** The page begins after this cursor, or ends before that one; with neither it is the first. */
  readonly after: string | null;
  readonly before: string | null;
  /** Which entry of the list is the first of the page, counted when the way to it was made. */
  readonly at: number | null;
}

/** What leads to the first page. Whatever changes a list goes there: a cursor is good for one list alone. */
export const firstPage = { after: null, before: null, at: null } as const satisfies Parameters;

export function readPlace(parameters: URLSearchParams): Place {
  const after = parameters.get('after') || null;
  const before = after === null ? parameters.get('before') || null : null;
  const at = Number(parameters.get('at'));
  return { after, before, at: Number.isInteger(at) && at > 0 ? at : null };
}

/** The arguments of a page of so many. */
export const pageArguments = ({ after, before }: Place, size: number) =>
  before === null ? { first: size, after, last: null, before: null } : { first: null, after: null, last: size, before };

/** The first and the last entry of a page, counted from 1; null: it cannot be told, or there is none. */
export function rangeOf({ at }: Place, page: Page): readonly [number, number] | null {
  const { hasPreviousPage = true, hasNextPage } = page.pageInfo;
  const [size, all] = [sizeOf(page), page.totalCount ?? null];
  if (size === 0 || all === null) return null;
  const first = !hasPreviousPage ? 1 : !hasNextPage ? all - size + 1 : at;
  // The list may have changed since.
  return first === null || first + size - 1 > all ? null : [first, first + size - 1];
}

/** What leads to the pages beside one; null: there is none. */
export function besides(
  place: Place,
  page: Page,
  size: number,
): Readonly<Record<'first' | 'previous' | 'next', Parameters | null>> {
  const { hasPreviousPage = true, hasNextPage, startCursor = null, endCursor = null } = page.pageInfo;
  const range = rangeOf(place, page);
  const at = (first: number | undefined): string | null => (first === undefined ? null : String(first));
  const isSecond = range !== null && range[0] <= size + 1;
  return {
    first: hasPreviousPage && !isSecond ? firstPage : null,
    previous: !hasPreviousPage
      ? null
      : isSecond
        ? firstPage
        : { after: null, before: startCursor, at: at(range?.[0] && range[0] - size) },
    next: hasNextPage ? { after: endCursor, before: null, at: at(range?.[1] && range[1] + 1) } : null,
  };
}
