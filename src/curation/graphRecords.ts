/** The graph as records, one for each entity and each relationship: what a changeset is checked beside. */
import type { Relationship } from '../generated/prisma/client.ts';
import { type EntityRows, type Plain, recordsOf, standingOf, type With } from '../records/fromRows.ts';
import { type Node, nodeOf } from '../records/validation/node.ts';
import { isKind, kindDefinition } from '../registry/index.ts';
import { groupBy } from '../store/groupBy.ts';
import type { Row, Rows } from '../store/tables.ts';

/** The records by the id of their entity or relationship. One whose id is not made of what it says has none. */
export function recordsOfGraph(rows: Rows): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const add = (id: string, record: () => readonly Plain[]): void => {
    try {
      for (const one of record()) found.set(id, nodeOf(one, { file: `${id} in the graph`, line: 0, column: 0 }));
    } catch {
      // Somebody wrote it past the files; the database has checked it, and it stays as it is.
    }
  };
  const parts = partsOf(rows);
  for (const entity of rows.get('entity') ?? []) {
    const id = String(entity['id']);
    add(id, () => recordsOf(parts.entity(entity)));
  }
  for (const relationship of rows.get('relationship') ?? []) {
    const id = String(relationship['id']);
    add(id, () => [standingOf(parts.relationship(relationship))]);
  }
  return found;
}

/** Puts the rows of an entity, or of a relationship, together. */
function partsOf(rows: Rows) {
  const by = (model: string, column: string, order: string) => {
    const sorted = [...(rows.get(model) ?? [])].sort((a, b) => compare(a[order], b[order]));
    return groupBy(sorted, (row) => String(row[column]));
  };
  const evidence = Object.fromEntries(
    ['entityId', 'relationshipId', 'termId', 'stageId', 'provisionId'].map((owner) => [
      owner,
      by('evidence', owner, 'ordinal'),
    ]),
  );
  const withEvidence = (owner: string, row: Row): object => ({
    ...row,
    evidence: evidence[owner]?.(String(row['id'])),
  });
  const [names, identifiers] = [by('name', 'entityId', 'ordinal'), by('identifier', 'entityId', 'scheme')];
  const [notStated, passages] = [by('notStated', 'entityId', 'attribute'), by('passage', 'articleId', 'number')];
  const terms = by('term', 'proposalId', 'ordinal');
  const [stages, provisions] = [
    by('legislationStage', 'legislationId', 'ordinal'),
    by('provision', 'legislationId', 'ordinal'),
  ];
  const affects = by('affectedEntity', 'provisionId', 'affectedId');
  const details = new Map(
    [...rows].flatMap(([model, some]) => some.map((row) => [`${model} ${String(row['id'])}`, row] as const)),
  );
  return {
    entity: (row: Row): EntityRows => {
      const [id, kind] = [String(row['id']), String(row['kind'])];
      const model = isKind(kind) ? kindDefinition(kind).details?.model : undefined;
      const whole: object = {
        ...withEvidence('entityId', row),
        names: names(id),
        identifiers: identifiers(id),
        notStated: notStated(id),
        detail: details.get(`${model} ${id}`) ?? {},
        terms: terms(id).map((term) => withEvidence('termId', term)),
        stages: stages(id).map((stage) => withEvidence('stageId', stage)),
        provisions: provisions(id).map((provision) => ({
          ...withEvidence('provisionId', provision),
          affects: affects(String(provision['id'])).map(({ affectedId }) => ({ id: affectedId })),
        })),
        passages: passages(id),
        outgoing: [],
      };
      // They are the rows of these tables, read whole.
      return whole as EntityRows;
    },
    relationship: (row: Row): With<Relationship> => withEvidence('relationshipId', row) as With<Relationship>,
  };
}

const compare = (a: Row[string] | undefined, b: Row[string] | undefined): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
