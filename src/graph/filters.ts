/**
 * By what each kind can be asked for: the one table from which follow the fields of the filters, what is refused, and
 * of which kinds an answer speaks that names none.
 */
import { BadInput } from './badInput.ts';
import { contestableKinds, type Kind, kindDefinition, kindNames } from './registry.ts';
import { kindsOf } from './relations.ts';

const kindsWith = (part: 'types' | 'statuses' | 'start'): Kind[] =>
  kindNames.filter((kind) => kindDefinition(kind)[part] !== undefined);

/** Kinds that have a day of their own. */
export const datedKinds = kindsWith('start');

/** Of a claim, the day is that of the statement that makes it. */
const daysOf: readonly Kind[] = [...datedKinds, 'CLAIM'];

/** The kinds that each condition of a filter can be asked of. */
export const filterKinds = {
  types: kindsWith('types'),
  statuses: kindsWith('statuses'),
  jurisdiction: kindsOf('jurisdiction'),
  issue: kindsOf('issue'),
  party: kindsOf('party'),
  speaker: kindsOf('speaker'),
  sides: kindsOf('side'),
  contested: contestableKinds,
  contestedAs: contestableKinds,
  from: daysOf,
  to: daysOf,
  undated: daysOf,
  evidence: kindNames,
  restsOn: kindNames,
  text: kindNames,
  notStated: kindNames,
} as const satisfies Record<string, readonly Kind[]>;

export type FilterName = keyof typeof filterKinds;
export const filterNames = Object.keys(filterKinds) as FilterName[];

/** Kinds that words or attributes of a filter are of, where it is not of all that have any. */
type Narrowed = Partial<Record<FilterName, readonly Kind[] | undefined>>;

/**
 * The kinds that a filter speaks of: those that it names, or else those that can meet all of its conditions.
 * @throws BadInput if a condition cannot be met by a kind that is named, or by any kind together with the others.
 */
export function kindsOfFilter(
  named: readonly Kind[] | undefined,
  conditions: readonly FilterName[],
  narrowed: Narrowed = {},
): readonly Kind[] | undefined {
  let kinds: readonly Kind[] = named ?? kindNames;
  for (const name of conditions) {
    const able: readonly Kind[] = narrowed[name] ?? filterKinds[name];
    const unable = kinds.filter((kind) => !able.includes(kind));
    const left = kinds.filter((kind) => able.includes(kind));
    if (unable.length > 0 && (named !== undefined || left.length === 0)) {
      const others = named === undefined ? ' that can meet the other conditions' : '';
      throw new BadInput(
        ['filter', name],
        `cannot be asked of ${unable.join(', ')}${others}`,
        `only with ${able.join(', ')}`,
      );
    }
    kinds = left;
  }
  return named === undefined && kinds.length === kindNames.length ? undefined : kinds;
}
