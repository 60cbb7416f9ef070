/** Asks for statistics, and what is asked of each bucket. */
import { expect } from 'vitest';
import { ask } from '../ask.ts';

interface Range {
  readonly min: number | null;
  readonly max: number | null;
}
export interface Bucket {
  readonly keys: readonly { readonly key: string | null; readonly state: string }[];
  readonly time: { readonly key: string | null; readonly state: string } | null;
  readonly count: number;
  readonly measured?: {
    readonly stated: number;
    readonly notStated: number;
    readonly none: number;
    readonly inOtherUnits: number;
    readonly sum: Range | null;
    readonly min: Range | null;
    readonly max: Range | null;
  };
}
export interface Statistics {
  readonly total: number;
  readonly bucketCount: number;
  readonly truncated: boolean;
  readonly buckets: readonly Bucket[];
}

export const counts = 'total bucketCount truncated buckets { count keys { key state } time { key state } }';
const range = '{ min max }';
export const measured = `buckets { measured { stated notStated none inOtherUnits sum ${range} min ${range} max ${range} } }`;

export const statistics = async (args: string, more = ''): Promise<Statistics> =>
  (await ask<{ statistics: Statistics }>(`{ statistics(${args}) { ${counts} ${more} } }`)).statistics;

export const nameOf = ({ keys, time }: Bucket): string =>
  [...(time === null ? [] : [time]), ...keys].map(({ key, state }) => key ?? state).join(' ');

/** What each bucket counts, by its keys. */
export function countsOf({ buckets }: Statistics): Record<string, number> {
  const named = Object.fromEntries(buckets.map((bucket) => [nameOf(bucket), bucket.count]));
  expect(Object.keys(named), 'each bucket once').toHaveLength(buckets.length);
  return named;
}
