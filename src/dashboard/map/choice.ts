/** What the address says of a map: around what, how far, which kinds and types, what is opened up, what is chosen. */
import { useSearchParams } from 'wouter';
import type { Kind, Language, RelationshipType } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { largestBatch } from '../paging.ts';
import { languageOf, useLang } from '../words.ts';

export interface Choice {
  /** The entity in the middle; null: the whole graph. */
  readonly of: string | null;
  readonly depth: number;
  /** Empty: all. */
  readonly kinds: readonly Kind[];
  /** Empty: all. */
  readonly types: readonly RelationshipType[];
  readonly throughHubs: boolean;
  readonly expand: readonly string[];
  /** An entity's or a relationship's id. */
  readonly chosen: string | null;
  readonly asOf: string | null;
  readonly language: Language;
  /** With a day chosen: whether what has no date is shown too. */
  readonly undated: boolean;
}

export const depths = [1, 2, 3] as const;

export function useChoice(): Choice {
  const [parameters] = useSearchParams();
  const asOf = useAsOf();
  const lang = useLang();
  return {
    of: parameters.get('of') || null,
    depth: depths.find((depth) => String(depth) === parameters.get('depth')) ?? 1,
    // The service says which words it does not know.
    kinds: parameters.getAll('kinds') as Kind[],
    types: parameters.getAll('types') as RelationshipType[],
    throughHubs: parameters.get('hubs') === '1',
    expand: parameters.getAll('expand').slice(0, largestBatch),
    chosen: parameters.get('chosen'),
    asOf,
    language: languageOf(lang),
    undated: parameters.get('undated') === '1',
  };
}

/** A filter as variables: an empty one asks for all. */
export const orNull = <Value>(values: readonly Value[]): Value[] | null => (values.length === 0 ? null : [...values]);
