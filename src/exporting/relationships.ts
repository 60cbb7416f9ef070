/** Relationships, as exports tell them: with the names of their ends and their evidence. */
import type { Evidence, Prisma, Relationship } from '../generated/prisma/client.ts';
import { certaintyOf, labelOf } from '../graph/index/relationships.ts';
import { readNames, withEvidence } from './attached.ts';
import { type Column, cellOf, dateColumns, evidenceColumns, type Fields, text } from './columns.ts';
import { type Named, nameOf } from './entities.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader } from './reading.ts';

export type RelationshipRow = Relationship & {
  readonly subject: Named;
  readonly object: Named;
  readonly evidence: readonly Evidence[];
};

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
  return await reader.relationship.count({ where: relationshipWhere(options) });
}

/** The relationships between entities of the kinds that are asked for, on the day that is asked for, by their ids. */
export function relationshipBatches(reader: Reader, options: Options): AsyncGenerator<RelationshipRow[]> {
  const query = (page: Page) => ({ ...page, where: { ...relationshipWhere(options), ...page.where } });
  const read = async (page: Page) => {
    const rows = await reader.relationship.findMany(query(page));
    const ends = rows.flatMap(({ subjectId, objectId }) => [subjectId, objectId]);
    const namesOfEntity = await readNames(reader, ends);
    const named = (id: string): Named => ({ id, names: namesOfEntity(id) });
    return (await withEvidence(reader, 'relationshipId', rows)).map((row) => ({
      ...row,
      subject: named(row.subjectId),
      object: named(row.objectId),
    }));
  };
  return inBatches(options, read, (page) => reader.relationship.findMany({ ...query(page), select: { id: true } }));
}

/** The columns of relationships that are not their id and ends. */
export function qualifierColumns({ asOf }: Options): Column<RelationshipRow>[] {
  const fields = (row: RelationshipRow): Fields => row;
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
