/** Who takes a stand on a claim: each actor once, with every statement and report that says so. */

import type { RelationshipType } from '../registry/index.ts';
import type { Graph } from './graph.ts';
import { all, type MaybePromise, mapMaybePromise } from './maybePromise.ts';
import type { RelatedRow } from './relatedTo.ts';

/** One relationship that says so. */
export interface Saying {
  /** The statement; null: it is attributed to the actor at large. */
  readonly statementId: string | null;
  /** Who reports the relationship, or the statement. */
  readonly accordingToId: string | null;
  readonly relationship: RelatedRow['relationship'];
}

export interface Attribution {
  /** Of a statement, its speaker; null where the speaker is not known. */
  readonly actorId: string | null;
  readonly sayings: readonly Saying[];
}

interface Said extends Saying {
  readonly actorId: string | null;
}

/** Who takes a stand on a claim in one way, in the order of the relationships. */
export function attributions(graph: Graph, claimId: string, type: RelationshipType): MaybePromise<Attribution[]> {
  return mapMaybePromise(graph.relatedRows(claimId, { direction: 'IN', types: [type] }), (rows) =>
    mapMaybePromise(all(rows.map((row) => saidBy(graph, row))), (said) => byActor(said.flat())),
  );
}

/** Who says what a relationship tells: of a statement, each of its speakers. */
function saidBy(graph: Graph, { node, relationship }: RelatedRow): MaybePromise<Said[]> {
  const { accordingToId } = relationship;
  if (relationship.subjectKind !== 'STATEMENT')
    return [{ actorId: node, statementId: null, accordingToId, relationship }];
  return mapMaybePromise(graph.relatedRows(node, { direction: 'IN', types: ['MAKES'] }), (speakers) => {
    const said = { statementId: node, relationship };
    if (speakers.length === 0) return [{ ...said, actorId: null, accordingToId }];
    return speakers.map((speaker) => ({
      ...said,
      actorId: speaker.node,
      // What reaches us within another's words is told by them, whatever it says.
      accordingToId: accordingToId ?? speaker.relationship.accordingToId,
    }));
  });
}

/** Those of one actor together. Who is not known may be several: each saying stands by itself. */
function byActor(said: readonly Said[]): Attribution[] {
  const groups = new Map<string, { actorId: string | null; sayings: Saying[] }>();
  for (const { actorId, ...saying } of said) {
    const key = actorId ?? `nobody ${saying.relationship.id}`;
    const group = groups.get(key) ?? { actorId, sayings: [] };
    group.sayings.push(saying);
    groups.set(key, group);
  }
  return [...groups.values()];
}
