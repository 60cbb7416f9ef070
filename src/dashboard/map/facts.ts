/** What a map shows: entities and the relationships among them, each once, however they were asked for. */
import type { NeighborhoodQuery, OpenedUpQuery, WholeGraphQuery } from '../../generated/operations/graphql.ts';

import { type Began, onDay } from '../onDay.ts';
import type { Named } from '../parts/named.ts';

export interface MapEntity extends Named {
  readonly kind: string;
  readonly start?: Began['start'];
  readonly assertedBy?: Began['assertedBy'];
}

export interface MapRelationship {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly inverseLabel: string;
  /** Who says so, where it is told at second hand. */
  readonly accordingTo: Named | null;
  readonly subject: string;
  readonly object: string;
  /** Null where no day is chosen. */
  readonly certainty: 'CERTAIN' | 'POSSIBLE' | null;
}

export interface Facts {
  readonly entities: ReadonlyMap<string, MapEntity>;
  readonly relationships: ReadonlyMap<string, MapRelationship>;
  /** There is more than is shown. */
  readonly truncated: boolean;
}

/** How many there are of each kind and type. */
export interface Counts {
  readonly kinds: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, number>;
  /** What the service calls a type. */
  readonly labels: ReadonlyMap<string, string>;
}

export function neighborhoodFacts({ neighborhood: { nodes, edges, truncated } }: NeighborhoodQuery): Facts {
  return facts(
    nodes.map(({ entity }) => entity),
    edges.map(({ certainty, relationship: { subject, object, ...relationship } }) => ({
      ...relationship,
      certainty,
      subject: subject.id,
      object: object.id,
    })),
    truncated,
  );
}

export function wholeFacts(pages: readonly WholeGraphQuery[], types: readonly string[]): Facts {
  const nodes = pages.flatMap(({ entities }) => entities.nodes);
  const relationships = nodes.flatMap(({ id: subject, relationships: { edges } }) =>
    edges.map(({ certainty, node, other }) => ({ ...node, certainty, subject, object: other.id })),
  );
  const truncated =
    pages.at(-1)?.entities.pageInfo.hasNextPage === true ||
    nodes.some(({ relationships: { pageInfo } }) => pageInfo.hasNextPage);
  const all = facts(nodes, relationships, truncated);
  if (types.length === 0) return all;
  // Whoever asks for some types of relationships asks for those who are related so.
  const wanted = [...all.relationships.values()].filter(({ type }) => types.includes(type));
  const related = new Set(wanted.flatMap(({ subject, object }) => [subject, object]));
  return facts(
    nodes.filter(({ id }) => related.has(id)),
    wanted,
    truncated,
  );
}

/** Facts with those around the entities that were opened up; `links`: what else the new ones are related to. */
export function withOpenedUp(base: Facts, opened: OpenedUpQuery | undefined, links: OpenedUpQuery | undefined): Facts {
  if (opened === undefined) return base;
  const centres = opened.nodes.filter((node) => node !== null && 'kind' in node);
  return facts(
    [
      ...base.entities.values(),
      ...centres,
      ...centres.flatMap(({ relationships }) => relationships.edges.map(({ other }) => other)),
    ],
    [
      ...base.relationships.values(),
      ...relationshipsOf(opened),
      ...(links === undefined ? [] : relationshipsOf(links)),
    ],
    base.truncated || centres.some(({ relationships }) => relationships.pageInfo.hasNextPage),
  );
}

function relationshipsOf({ nodes }: OpenedUpQuery): MapRelationship[] {
  return nodes.flatMap((node) =>
    node === null || !('kind' in node)
      ? []
      : node.relationships.edges.map(({ certainty, direction, node: relationship, other }) => ({
          ...relationship,
          certainty,
          subject: direction === 'OUT' ? node.id : other.id,
          object: direction === 'OUT' ? other.id : node.id,
        })),
  );
}

/** What a map is of, whatever the day. */
export const keptOf = ({ of, expand }: { of: string | null; expand: readonly string[] }): string[] =>
  of === null ? [...expand] : [of, ...expand];

/**
 * A map without what came after a day, and without what has no date unless that is wanted.
 * @param kept the entities that it is of, which stay.
 */
export function factsOn(day: string | null, all: Facts, kept: readonly string[], withUndated: boolean) {
  const isKept = ({ id }: MapEntity): boolean => kept.includes(id);
  const entities = [...all.entities.values()];
  const { there, undated } = onDay(
    day,
    entities.filter((one) => !isKept(one)),
    (one) => one,
  );
  const shown = [...entities.filter(isKept), ...there, ...(withUndated ? undated : [])];
  return { facts: facts(shown, [...all.relationships.values()], all.truncated), undated: undated.length };
}

const entityOf = ({ id, kind, name, nameLanguage, start, assertedBy }: MapEntity): MapEntity => ({
  ...{ id, kind, name, nameLanguage },
  ...(start !== undefined && { start }),
  ...(assertedBy !== undefined && { assertedBy }),
});

/** Each once; a relationship only if both its ends are shown. */
function facts(entities: readonly MapEntity[], relationships: readonly MapRelationship[], truncated: boolean): Facts {
  const shown = new Map(entities.map((one) => [one.id, entityOf(one)]));
  return {
    entities: shown,
    relationships: new Map(
      relationships
        .filter(({ subject, object }) => shown.has(subject) && shown.has(object))
        .map((one) => [one.id, one]),
    ),
    truncated,
  };
}

/** How often each value occurs, the most frequent first. */
export function counted(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b)));
}

/** The counts of what there is, with what is shown beyond that. */
export function atLeast(counts: ReadonlyMap<string, number>, shown: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map(counts);
  for (const [value, count] of shown) all.set(value, Math.max(count, counts.get(value) ?? 0));
  return all;
}

/** The counts of what there is, with what a map shows beyond that. */
export function countsWith({ kinds, types, labels }: Counts, { entities, relationships }: Facts): Counts {
  const shown = [...relationships.values()];
  return {
    kinds: atLeast(kinds, counted([...entities.values()].map(({ kind }) => kind))),
    types: atLeast(types, counted(shown.map(({ type }) => type))),
    labels: new Map([...labels, ...shown.map(({ type, label }): [string, string] => [type, label])]),
  };
}
