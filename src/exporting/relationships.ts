/** Relationships, as exports tell them: with the names of their ends and their evidence. */
import type { Prisma, Relationship } from '../generated/prisma/client.ts';
import { certaintyOf, labelOf } from '../graph/rows/relationshipMeaning.ts';
import { readRelationshipsById } from '../store/relationship.ts';
import { type Proven, readNames, withEvidence } from './attached.ts';
import { type Column, cellOf, dateColumns, evidenceColumns, text } from './columns.ts';
import { type Named, nameOf } from './entities.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader, type RowOf } from './reading.ts';

export type RelationshipRow = Proven<Relationship> & { readonly subject: Named; readonly object: Named };

/** Which relationships an export tells of. */
export function relationshipWhere({ kinds, entity, asOf }: Options): Prisma.RelationshipWhereInput {
  return {
    ...(kinds !== undefined && { subjectKind: { in: [...kinds] }, objectKind: { in: [...kinds] } }),
    AND: [
      ...(entity === undefined ? [] : [{ OR: [{ subjectId: entity }, { objectId: entity }] }]),
      // What is not known bounds nothing: it may hold on that day.
      ...(asOf === undefined
        ? []
        : [
            { OR: [{ holdsFromEarliest: null }, { holdsFromEarliest: { lte: asOf } }] },
            { OR: [{ holdsToLatest: null }, { holdsToLatest: { gte: asOf } }] },
          ]),
    ],
  };
}

/** How many relationships an export tells of. */
export async function countRelationships(reader: Reader, options: Options): Promise<number> {
  return await reader.tx.relationship.count({ where: relationshipWhere(options) });
}

/** The relationships between entities of the kinds that are asked for, on the day that is asked for, by their ids. */
export const relationshipBatches = (reader: Reader, options: Options): AsyncGenerator<RelationshipRow[]> =>
  inBatches(
    options,
    relationshipIds(reader, relationshipWhere(options)),
    async (ids) => await readRelationshipRows(reader, ids),
  );

/** Finds the ids of a page of relationships. */
export const relationshipIds =
  ({ tx }: Reader, where: Prisma.RelationshipWhereInput) =>
  async (page: Page): Promise<{ id: string }[]> =>
    await tx.relationship.findMany({ ...page, where: { ...where, ...page.where } });

async function readRelationshipRows(reader: Reader, ids: readonly string[]): Promise<RowOf<RelationshipRow>> {
  const rows = await readRelationshipsById(reader.read, ids);
  const relationshipOf = await withEvidence(reader, 'relationshipId', rows);
  const namesOf = await readNames(
    reader,
    rows.flatMap((row) => (row === null ? [] : [row.subjectId, row.objectId])),
  );
  const named = (id: string): Named => ({ id, names: namesOf(id) });
  return (id) => {
    const row = relationshipOf(id);
    return row && { ...row, subject: named(row.subjectId), object: named(row.objectId) };
  };
}

/** The columns of relationships that are not their id and ends. */
export function qualifierColumns({ asOf }: Options): Column<RelationshipRow>[] {
  const fields = (row: RelationshipRow) => row;
  const qualifier = (name: keyof RelationshipRow & string, type: Column<RelationshipRow>['type'] = 'string') => ({
    name,
    type,
    of: (row: RelationshipRow) => cellOf(row[name]),
  });
  return [
    text('type', (row) => row.type),
    text('label', (row) => labelOf(row.type, 'OUT')),
    ...dateColumns('validFrom', fields),
    ...dateColumns('validTo', fields),
    ...(asOf === undefined ? [] : [text<RelationshipRow>('certainty', (row) => certaintyOf(row, asOf))]),
    qualifier('side'),
    qualifier('position'),
    qualifier('role'),
    qualifier('acting', 'boolean'),
    qualifier('ordinal', 'int'),
    qualifier('note'),
    text('accordingTo', (row) => row.accordingToId),
    ...evidenceColumns<RelationshipRow>(),
  ];
}

/** The columns of relationships. */
export function relationshipColumns(options: Options): Column<RelationshipRow>[] {
  return [
    text('id', (row) => row.id),
    text('subject', (row) => row.subjectId),
    text('subjectKind', (row) => row.subjectKind),
    text('subjectName', (row) => nameOf(row.subject)),
    text('object', (row) => row.objectId),
    text('objectKind', (row) => row.objectKind),
    text('objectName', (row) => nameOf(row.object)),
    ...qualifierColumns(options),
  ];
}
