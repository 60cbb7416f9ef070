/**
 * By what each kind can be asked for: the one table from which follow the fields of the filters, what is refused, and
 * of which kinds a filter speaks that names none. It is the same for a whole filter and for those within it.
 */
import { InvalidArgument } from '../../records/invalidArgument.ts';
import { contestableKinds, type Kind, keysOf, kindDefinition, kindNames } from '../../registry/index.ts';
import { kindsOf } from './relations.ts';

/** How many conditions a filter may have, with those of the filters within it, and how deep these may stand. */
export const mostConditions = 20;
export const deepestFilter = 4;

const kindsWith = (part: 'types' | 'statuses' | 'start'): Kind[] =>
  kindNames.filter((kind) => kindDefinition(kind)[part] !== undefined);

/** Kinds that have a day of their own. */
export const datedKinds = kindsWith('start');

/** Of a claim, the day is that of the statement that makes it. */
const daysOf: readonly Kind[] = [...datedKinds, 'CLAIM'];

/** The kinds that each condition of a filter can be asked of. */
export const filterKinds = {
  ids: kindNames,
  name: kindNames,
  types: kindsWith('types'),
  statuses: kindsWith('statuses'),
  jurisdiction: kindsOf('jurisdiction'),
  issue: kindsOf('issue'),
  party: kindsOf('party'),
  speaker: kindsOf('speaker'),
  sides: kindsOf('side'),
  contested: contestableKinds,
  contestedAs: contestableKinds,
  publishedBy: kindsOf('publishedBy'),
  verifications: ['ARTICLE'],
  from: daysOf,
  to: daysOf,
  undated: daysOf,
  evidence: kindNames,
  restsOn: kindNames,
  text: kindNames,
  notStated: kindNames,
} as const satisfies Record<string, readonly Kind[]>;

export type FilterName = keyof typeof filterKinds;
export const filterNames = keysOf(filterKinds);

/** A condition, and the kinds that can meet it. */
interface Condition {
  readonly name: FilterName;
  readonly kinds: readonly Kind[];
}

/** A filter, as far as it matters to which kinds it can be asked of. */
export interface Asked {
  /** Where it stands. */
  readonly path: readonly string[];
  /** The kinds that it names. */
  readonly kinds?: readonly Kind[] | undefined;
  readonly conditions: readonly Condition[];
  readonly and: readonly Asked[];
  readonly or?: readonly Asked[] | undefined;
  readonly not?: Asked | undefined;
}

/** The kinds that can meet all that a filter asks; `not` is asked of those that could meet what stands in it. */
export function ableKinds({ kinds, conditions, and, or, not }: Asked): readonly Kind[] {
  const all = [
    ...conditions.map((condition) => condition.kinds),
    ...[...and, ...(not === undefined ? [] : [not])].map(ableKinds),
    ...(or === undefined ? [] : [or.flatMap(ableKinds)]),
  ];
  return (kinds ?? kindNames).filter((kind) => all.every((some) => some.includes(kind)));
}

/**
 * Checks of which kinds a filter can be asked.
 * @param among the kinds that can be meant at all.
 * @param named whether each of these was named, so that each must be able to meet it.
 * @returns those that can.
 * @throws InvalidArgument if a kind that is named cannot meet a condition, or no kind can together with the others; so
 * too where the condition stands in `and` or `not`, or where it is none of the filters in `or` that the kind can meet.
 */
export function checkKinds(asked: Asked, among: readonly Kind[] = kindNames, named = false): readonly Kind[] {
  const { path, kinds, conditions, and, or, not } = asked;
  const both = [...and, ...(not === undefined ? [] : [not])];
  let left = among;
  let each = named;
  const narrow = (able: readonly Kind[], at: string): void => {
    const unable = left.filter((kind) => !able.includes(kind));
    left = left.filter((kind) => able.includes(kind));
    if (unable.length === 0 || (!each && left.length > 0)) return;
    const others = each ? '' : ' that can meet the other conditions';
    throw new InvalidArgument(
      [...path, at],
      `cannot be asked of ${unable.join(', ')}${others}`,
      `only with ${able.join(', ')}`,
    );
  };
  if (kinds !== undefined) {
    // Nothing at all is asked for, which nothing can contradict.
    if (kinds.length === 0) return [];
    const other = kinds.filter((kind) => !among.includes(kind));
    if (other.length > 0)
      throw new InvalidArgument(
        [...path, 'kinds'],
        `${other.join(', ')} cannot meet the other conditions`,
        among.join(', '),
      );
    narrow(kinds, 'kinds');
    each = true;
  }
  for (const condition of conditions) narrow(condition.kinds, condition.name);
  for (const one of both) left = checkKinds(one, left, each);
  if (or !== undefined) narrow([...new Set(or.flatMap(ableKinds))], 'or');
  // Once more, with what all of them together have left: a filter within must not be about other kinds alone.
  for (const one of [...both, ...(or ?? [])]) checkKinds(one, left);
  return left;
}
