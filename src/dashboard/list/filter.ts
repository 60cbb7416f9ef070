/** What a list is narrowed by, as its address says it. */
import type { EntityFilter, EntityOrder, Kind, Side } from '../../generated/operations/graphql.ts';
import type { Parameters } from '../address.ts';
import { isDay } from '../dates.ts';
import { firstPage } from '../place.ts';

/** The orders to choose from: the first unless told. */
export const orders = [
  { field: 'NAME', direction: 'ASC' },
  { field: 'DATE', direction: 'ASC' },
  { field: 'DATE', direction: 'DESC' },
  { field: 'ID', direction: 'ASC' },
] as const satisfies readonly EntityOrder[];
export type ListOrder = (typeof orders)[number];

export const undatedWords = ['INCLUDE', 'EXCLUDE', 'ONLY'] as const;

/** The sides of the bargaining table, from which something is said. */
export const sides: readonly Side[] = ['EMPLOYEE', 'EMPLOYER'];

/** The names of the parameters that filter, as the API names them. */
export const single = ['jurisdiction', 'issue', 'party', 'speaker', 'text', 'notStated'] as const;
export const several = ['kinds', 'types', 'statuses', 'sides'] as const;
export const days = ['from', 'to'] as const;

/** Kinds that have a day, and kinds that are said from a side: others cannot be asked for these. */
export const kindsWithDay: readonly Kind[] = [
  ...(['BARGAINING_ROUND', 'PROPOSAL', 'COLLECTIVE_AGREEMENT', 'DISPUTE', 'LEGISLATION', 'LEGAL_CHALLENGE'] as const),
  ...(['EVENT', 'STATEMENT', 'CLAIM', 'ARTICLE', 'ADMINISTRATION'] as const),
];
export const kindsWithSide: readonly Kind[] = ['PROPOSAL', 'STATEMENT'];

/** What goes when another kind is chosen: its types and statuses, and what that kind cannot be asked for. */
export function leftBehind(kind: string): Parameters {
  const fits = (kinds: readonly string[]): boolean => kind === '' || kinds.includes(kind);
  return {
    ...{ types: null, statuses: null, ...firstPage },
    ...(!fits(kindsWithDay) && { from: null, to: null, undated: null }),
    ...(!fits(kindsWithSide) && { sides: null }),
  };
}

/** Reads the order from the address; what cannot be is left out. */
export const readOrder = (parameters: URLSearchParams): ListOrder =>
  orders.find(
    ({ field, direction }) => field === parameters.get('order') && direction === (parameters.get('direction') ?? 'ASC'),
  ) ?? orders[0];

/** Reads a filter from the address; what cannot be is left out. */
export function readFilter(parameters: URLSearchParams): EntityFilter {
  const filter: EntityFilter = {};
  const kinds = parameters.getAll('kinds');
  // The service says which words it does not know.
  if (kinds.length > 0) filter.kinds = kinds as Kind[];
  const chosen = parameters.getAll('sides');
  if (chosen.length > 0) filter.sides = chosen as Side[];
  for (const name of ['types', 'statuses'] as const) {
    const values = parameters.getAll(name);
    if (values.length > 0) filter[name] = values;
  }
  for (const name of single) {
    const value = parameters.get(name);
    if (value !== null && value !== '') filter[name] = value;
  }
  for (const name of days) {
    const value = parameters.get(name);
    if (value !== null && isDay(value)) filter[name] = value;
  }
  const undated = undatedWords.find((word) => word === parameters.get('undated'));
  if (undated !== undefined) filter.undated = undated;
  if (parameters.get('narrower') === 'false') filter.narrower = false;
  const article = parameters.get('article');
  if (article !== null && article !== '') filter.evidence = { article };
  return filter;
}
