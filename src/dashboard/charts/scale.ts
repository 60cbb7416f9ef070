/** A straight scale between round numbers. d3-scale would bring those of colours and times along. */
import { nice, ticks } from 'd3-array';

interface Scale {
  (value: number): number;
  /** Round numbers on it, about so many. */
  readonly ticks: (count: number) => number[];
}

/** @param count about how many ticks its ends are rounded to. */
export function straight(
  values: readonly [number, number],
  [low, high]: readonly [number, number],
  count: number,
): Scale {
  const [from, to] = nice(...values, count);
  const at = (value: number): number => low + ((value - from) / (to - from)) * (high - low);
  return Object.assign(at, { ticks: (many: number): number[] => ticks(from, to, many) });
}
