/** A list that an answer holds a page of: more of it is asked for and joined to what is there. */

/** The largest list, and the largest page, that can be asked for. The queries, which are plain texts, say it themselves. */
export const largestPage = 100;
/** Of how many ids can be asked at once. */
export const largestBatch = 100;

/** A page of a list, as the service gives it. */
export interface Page {
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor?: string | null;
    readonly hasPreviousPage?: boolean;
    readonly startCursor?: string | null;
  };
  readonly totalCount?: number | null;
  readonly edges?: readonly unknown[];
  readonly nodes?: readonly unknown[];
}

/** Finds the page within an answer. */
export type PageOf<Data> = (data: Data) => Page | null | undefined;

/** After which cursor there is more; null: there is none. */
export function nextCursor<Data>(data: Data, pageOf: PageOf<Data>): string | null {
  const page = pageOf(data);
  return page?.pageInfo.hasNextPage === true ? (page.pageInfo.endCursor ?? null) : null;
}

/** How many a page holds. */
export const sizeOf = ({ edges, nodes }: Page): number => (edges ?? nodes ?? []).length;

/** An answer with the page after its own joined to it. */
export function joined<Data>(data: Data, next: Data, pageOf: PageOf<Data>): Data {
  const [page, more] = [pageOf(data), pageOf(next)];
  if (!page || !more) return data;
  const whole: Page = {
    ...page,
    pageInfo: more.pageInfo,
    ...(page.edges && { edges: [...page.edges, ...(more.edges ?? [])] }),
    ...(page.nodes && { nodes: [...page.nodes, ...(more.nodes ?? [])] }),
  };
  return replaced(data, page, whole) as Data;
}

/** A value in which one object stands in for another; what holds neither stays the same object. */
function replaced(value: unknown, old: unknown, by: unknown): unknown {
  if (value === old) return by;
  if (Array.isArray(value)) {
    const items = value.map((one) => replaced(one, old, by));
    return items.every((one, index) => one === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, replaced(one, old, by), one] as const);
  if (entries.every(([, now, before]) => now === before)) return value;
  return Object.fromEntries(entries.map(([key, now]) => [key, now]));
}
