/** What a list with a filter has, and what of everything meets the filter. */
import { expect } from 'vitest';
import { post } from '../ask.ts';
import { type Able, type Filter, type Item, type Meanings, meanings, meets, readAble, readAll } from './meaning.ts';

export interface Known {
  readonly items: ReadonlyMap<string, Item>;
  readonly mean: Meanings;
  readonly able: Able;
  /** What of everything meets a filter. */
  readonly meant: (filter: Filter) => Item[];
}

/** Reads everything, and which kinds can be asked what. */
export async function readKnown(): Promise<Known> {
  const items = await readAll();
  const mean = meanings(items);
  const able = await readAble(items);
  return { items, mean, able, meant: (filter) => [...items.values()].filter((one) => meets(mean, able, one, filter)) };
}

export const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);

interface Page {
  readonly totalCount: number;
  readonly undatedCount?: number | null;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** What a list with a filter has, page by page; or the argument that was refused. */
export async function list(
  filter: object,
): Promise<{ found: string[]; undatedCount: number | null } | { refused: string[] }> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($filter: EntityFilter, $after: String) { entities(filter: $filter, first: 100, after: $after) {
      totalCount undatedCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const { body } = await post<{ entities: Page }>(query, { filter, after });
    const [error] = body.errors ?? [];
    if (error !== undefined) {
      expect(error.extensions['code'], error.message).toBe('BAD_USER_INPUT');
      return { refused: error.extensions['argument'] as string[] };
    }
    const page: Page = (body.data as { entities: Page }).entities;
    found.push(...ids(page.nodes));
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(found.length);
      return { found, undatedCount: page.undatedCount ?? null };
    }
    after = page.pageInfo.endCursor;
  }
}
