/** Entities, as exports tell them: with their names, what is particular to their kind, and their evidence. */
import type { Entity, Evidence, Identifier, Name, NameType, NotStated, Prisma } from '../generated/prisma/client.ts';
import type { Language } from '../graph/rows/entities.ts';
import {
  type AttributeType,
  isKind,
  type Kind,
  kindDefinition,
  kindNames,
  type RelationshipType,
} from '../registry/index.ts';
import { groupBy } from '../store/groupBy.ts';
import { readNames, withEvidence } from './attached.ts';
import { type Column, cellOf, dateColumns, evidenceColumns, type Fields, list, notStated, text } from './columns.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader } from './reading.ts';

/** An entity with its row in the detail table of its kind; empty if it has none. */
export type EntityRow = Entity & {
  readonly names: readonly Name[];
  readonly identifiers: readonly Identifier[];
  readonly notStated: readonly NotStated[];
  readonly evidence: readonly Evidence[];
  readonly detail: Fields;
};

/** Which entities an export tells of. */
export const entityWhere = ({ kinds, entity }: Options): Prisma.EntityWhereInput => ({
  ...(kinds !== undefined && { kind: { in: [...kinds] } }),
  ...(entity !== undefined && { AND: { id: entity } }),
});

/** How many entities an export tells of. */
export async function countEntities(reader: Reader, options: Options): Promise<number> {
  return await reader.entity.count({ where: entityWhere(options) });
}

/** The entities of the kinds that are asked for, in the order of their ids. */
export const entityBatches = (reader: Reader, options: Options): AsyncGenerator<EntityRow[]> =>
  entityBatchesWith(reader, options, async (rows) => rows);

/**
 * The same with what else belongs to them. One of which something cannot be read is left out.
 * @param add reads that, for the entities of a batch.
 */
export function entityBatchesWith<Row extends EntityRow>(
  reader: Reader,
  options: Options,
  add: (rows: EntityRow[]) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  const query = (page: Page) => ({ ...page, where: { ...entityWhere(options), ...page.where } });
  const read = async (page: Page) => {
    const rows = await reader.entity.findMany(query(page));
    const ids = rows.map(({ id }) => id);
    const namesOfEntity = await readNames(reader, ids);
    const ofEntities = { entityId: { in: ids } };
    const open = await reader.notStated.findMany({ where: ofEntities, orderBy: { attribute: 'asc' } });
    const openOf = groupBy(open, ({ entityId }) => entityId);
    const identifiers = await reader.identifier.findMany({ where: ofEntities, orderBy: { scheme: 'asc' } });
    const identifiersOf = groupBy(identifiers, ({ entityId }) => entityId);
    const details = await readDetails(reader, rows);
    const whole = (await withEvidence(reader, 'entityId', rows)).map((row) => ({
      ...row,
      names: namesOfEntity(row.id),
      identifiers: identifiersOf(row.id),
      notStated: openOf(row.id),
      detail: details.get(row.id) ?? {},
    }));
    return await add(whole);
  };
  return inBatches(options, read, (page) => reader.entity.findMany({ ...query(page), select: { id: true } }));
}

/** What the client has of every detail table, whose key is the entity's id. */
interface DetailTable {
  findMany(args: { where: { id: { in: string[] } } }): PromiseLike<(Fields & { id: string })[]>;
}

async function readDetails(
  reader: Reader,
  rows: readonly { readonly id: string; readonly kind: string }[],
): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const model = isKind(kind) ? kindDefinition(kind).details?.model : undefined;
    if (model === undefined) continue;
    const table: DetailTable = reader[model];
    const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id);
    for (const detail of await table.findMany({ where: { id: { in: ids } } })) found.set(detail.id, detail);
  }
  return found;
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

/** Adds to each entity what it is related to by these types. */
export async function withRelated<Row extends { readonly id: string }>(
  reader: Reader,
  rows: readonly Row[],
  types: readonly RelationshipType[],
): Promise<(Row & { readonly related: readonly Related[] })[]> {
  const ids = rows.map(({ id }) => id);
  const found = new Map<string, Related[]>(ids.map((id) => [id, []]));
  const edges = await reader.relationship.findMany({
    where: { type: { in: [...types] }, OR: [{ subjectId: { in: ids } }, { objectId: { in: ids } }] },
    orderBy: { id: 'asc' },
    select: { type: true, subjectId: true, subjectKind: true, objectId: true, objectKind: true },
  });
  for (const { type, subjectId, subjectKind, objectId, objectKind } of edges) {
    found.get(subjectId)?.push({ type, outgoing: true, far: objectId, farKind: objectKind });
    found.get(objectId)?.push({ type, outgoing: false, far: subjectId, farKind: subjectKind });
  }
  return rows.map((row) => ({ ...row, related: found.get(row.id) ?? [] }));
}
