/** Entities, as exports tell them: with their names, what is particular to their kind, and their evidence. */
import type { Name, NameType, Prisma } from '../generated/prisma/client.ts';
import type { Language } from '../graph/rows/entities.ts';
import {
  type AttributeType,
  isKind,
  type Kind,
  kindDefinition,
  kindNames,
  type RelationshipType,
} from '../registry/index.ts';
import { readDetails } from '../store/detail.ts';
import { readEntities, type EntityRow as StoredEntity } from '../store/entity.ts';
import { readRelationshipsOf } from '../store/relationship.ts';
import { type Proven, withEvidence, withKnownNames } from './attached.ts';
import { type Column, cellOf, dateColumns, evidenceColumns, type Fields, list, notStated, text } from './columns.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader, type RowOf } from './reading.ts';
import { known } from './words.ts';

/** An entity with its evidence and its row in the detail table of its kind; that is empty if it has none. */
export type EntityRow = Proven<StoredEntity> & { readonly detail: Fields };

/** Which entities an export tells of. */
export const entityWhere = ({ kinds, entity }: Options): Prisma.EntityWhereInput => ({
  ...(kinds !== undefined && { kind: { in: [...kinds] } }),
  ...(entity !== undefined && { AND: { id: entity } }),
});

/** How many entities an export tells of. */
export async function countEntities(reader: Reader, options: Options): Promise<number> {
  return await reader.tx.entity.count({ where: entityWhere(options) });
}

/** The entities of the kinds that are asked for, in the order of their ids. */
export const entityBatches = (reader: Reader, options: Options): AsyncGenerator<EntityRow[]> =>
  inBatches(options, entityIds(reader, options), async (ids) => await readEntityRows(reader, ids));

/** Finds the ids of a page of these entities. */
export const entityIds =
  ({ tx }: Reader, options: Options) =>
  async (page: Page): Promise<{ id: string }[]> =>
    await tx.entity.findMany({ ...page, where: { ...entityWhere(options), ...page.where } });

/** Entities as exports tell them. */
export async function readEntityRows(reader: Reader, ids: readonly string[]): Promise<RowOf<EntityRow>> {
  const rows = await readEntities(reader.read, ids);
  const entityOf = await withEvidence(reader, 'entityId', rows);
  const detailOf = await readDetailsOf(reader, rows);
  return (id) => {
    const entity = entityOf(id);
    return entity && { ...withKnownNames(entity), detail: detailOf(id) };
  };
}

async function readDetailsOf(
  { read }: Reader,
  rows: readonly (Pick<StoredEntity, 'id' | 'kind'> | null)[],
): Promise<(id: string) => Fields> {
  const details = new Map<string, () => Fields>();
  for (const kind of new Set(rows.flatMap((row) => row?.kind ?? []))) {
    const table = isKind(kind) ? kindDefinition(kind).details?.model : undefined;
    if (table === undefined) continue;
    const ids = rows.flatMap((row) => (row?.kind === kind ? row.id : []));
    for (const detail of await readDetails(read, table, ids))
      if (detail !== null) details.set(detail.id, () => known(table, detail));
  }
  return (id) => details.get(id)?.() ?? {};
}

type Names = readonly Pick<Name, 'type' | 'language' | 'text'>[];

/** An entity as far as its names. */
export interface Named {
  readonly id: string;
  readonly names: Names;
}

/** The preferred name in English; where there is none, in French; where there is none, the id. */
export function nameOf({ id, names }: Named): string {
  const preferred = names.filter(({ type }) => type === 'PREFERRED');
  return (preferred.find(({ language }) => language === 'en') ?? preferred[0])?.text ?? id;
}

/** The names of one sort in one language. */
export function namesOf(names: Names, type: NameType, language: Language): string[] {
  return names.filter((name) => name.type === type && name.language === language).map((name) => name.text);
}

export const languages = ['en', 'fr'] as const satisfies readonly Language[];

const nameColumns = (
  [
    ['name', 'PREFERRED'],
    ['acronyms', 'ACRONYM'],
    ['aliases', 'ALIAS'],
    ['formerNames', 'FORMER'],
  ] as const
).flatMap(([name, type]) =>
  languages.map((language) =>
    text(`${name}${language === 'en' ? 'En' : 'Fr'}`, (row: EntityRow) => list(namesOf(row.names, type, language))),
  ),
);

/** True if the sources leave an attribute open. */
function isOpen(row: EntityRow, attribute: string): boolean {
  return row.notStated.some((one) => one.attribute === attribute);
}

/**
 * The columns of entities of these kinds.
 * @param summary what the summary is called there.
 */
export function entityColumns(kinds: readonly Kind[] = kindNames, summary = 'summary'): Column<EntityRow>[] {
  const own = (name: 'type' | 'status'): Column<EntityRow> =>
    text(name, (row) => row[name] ?? (isOpen(row, name) ? notStated : null));
  const attributes = new Map(kinds.flatMap((kind) => Object.entries(kindDefinition(kind).details?.attributes ?? {})));
  const when = (name: 'start' | 'end'): Column<EntityRow>[] =>
    kinds.some((kind) => kindDefinition(kind)[name] !== undefined)
      ? dateColumns(
          name,
          (row: EntityRow) => row,
          (row) => isOpen(row, name),
        )
      : [];
  return [
    text('id', (row) => row.id),
    text('kind', (row) => row.kind),
    own('type'),
    own('status'),
    ...nameColumns,
    text('identifiers', ({ identifiers }) => list(identifiers.map(({ scheme, value }) => `${scheme} ${value}`))),
    text(summary, (row) => row.summary),
    ...when('start'),
    ...when('end'),
    ...[...attributes].flatMap(([name, type]) => attributeColumns(name, type)),
    text('notStated', (row) => list(row.notStated.map(({ attribute }) => attribute))),
    ...evidenceColumns<EntityRow>(),
  ];
}

const columnTypes: Partial<Record<AttributeType & string, Column<EntityRow>['type']>> = {
  integer: 'int',
  decimal: 'double',
  amount: 'double',
  share: 'double',
  boolean: 'boolean',
};

function attributeColumns(name: string, type: AttributeType): Column<EntityRow>[] {
  if (type === 'date')
    return dateColumns(
      name,
      (row) => row.detail,
      (row) => isOpen(row, name),
    );
  const field = type === 'entity' ? `${name}Id` : name;
  const columnType = (typeof type === 'string' ? columnTypes[type] : undefined) ?? 'string';
  // A column of numbers holds numbers alone, to be summed; the column `notStated` names those that are left open.
  const open = (row: EntityRow) => (columnType === 'string' && isOpen(row, name) ? notStated : null);
  const column = { name, type: columnType, of: (row: EntityRow) => cellOf(row.detail[field]) ?? open(row) };
  const fraction = text<EntityRow>(`${name}Fraction`, (row) => cellOf(row.detail[`${name}Fraction`]));
  return type === 'amount' || type === 'share' ? [column, fraction] : [column];
}

/** What an entity is related to, by the types that a table has columns for. */
export interface Related {
  readonly type: string;
  readonly outgoing: boolean;
  readonly far: string;
  readonly farKind: string;
}

/** What each entity is related to by these types. */
export async function readRelated(
  { read }: Reader,
  ids: readonly string[],
  types: readonly RelationshipType[],
): Promise<(id: string) => readonly Related[]> {
  const related = new Map<string, Related[]>(ids.map((id) => [id, []]));
  for (const row of await readRelationshipsOf(read, { subjects: ids, objects: ids, types })) {
    const { type, subjectId, subjectKind, objectId, objectKind } = row;
    related.get(subjectId)?.push({ type, outgoing: true, far: objectId, farKind: objectKind });
    related.get(objectId)?.push({ type, outgoing: false, far: subjectId, farKind: subjectKind });
  }
  return (id) => related.get(id) ?? [];
}
