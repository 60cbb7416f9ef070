/** Entities by id: the one place that reads the tables Entity, Name, Identifier, NotStated and the detail tables. */
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { compact, keepRows, type Rows } from './cache.ts';
import type { Memory } from './memory.ts';
import { type IdentifierScheme, isKind, type Kind, kindDefinition, kindNames, type kinds } from './registry.ts';

type Row = Prisma.EntityGetPayload<{ include: { names: true; identifiers: true; notStated: true } }>;

/** An entity with its names: what all kinds share. */
export interface Entity extends Omit<Row, 'kind' | 'identifiers'> {
  readonly kind: Kind;
  readonly identifiers: Identifier[];
}

/** What a register of others knows an entity by. */
export interface Identifier {
  readonly entityId: string;
  /** One of the registry's: a foreign key holds it to them. */
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

/** An entity as the topology knows it: enough to point at it, and to say of what type it is. */
export type EntityRef = Pick<Entity, 'id' | 'kind'>;

type DetailsOf<K> = K extends { details: { model: infer Model } } ? Model : never;

/** The detail tables, as the Prisma client names them. */
export type DetailModel = DetailsOf<(typeof kinds)[Kind]>;

/** A row of a detail table. */
export type Detail<Model extends DetailModel> = Prisma.TypeMap['model'][Capitalize<Model>]['payload']['scalars'];

export type Language = 'en' | 'fr';

/** The entities by id, kept: read with their names in one statement. */
export function entityRows(prisma: PrismaClient, memory: Memory): Rows<string, Entity> {
  return keepRows(memory, async (ids) => {
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT e.*,
        (SELECT coalesce(json_agg(n ORDER BY n."language", n."type", n."ordinal"), '[]')
          FROM "Name" n WHERE n."entityId" = e."id") AS names,
        (SELECT coalesce(json_agg(i ORDER BY i."scheme"), '[]')
          FROM "Identifier" i WHERE i."entityId" = e."id") AS identifiers,
        (SELECT coalesce(json_agg(s ORDER BY s."attribute"), '[]')
          FROM "NotStated" s WHERE s."entityId" = e."id") AS "notStated"
      FROM "Entity" e WHERE e."id" = ANY(${[...ids]}::text[])`;
    return inOrder(ids, rows.map(toEntity));
  });
}

function toEntity(row: Row): Entity {
  const { kind } = row;
  if (!isKind(kind)) throw new Error(`the entity ${row.id} is of the kind ${kind}, which the registry does not have`);
  return { ...row, kind, identifiers: row.identifiers as Identifier[] };
}

/** The detail tables that the registry names. */
export const detailModels = kindNames.flatMap((kind) => {
  const model = kindDefinition(kind).details?.model;
  return model === undefined ? [] : [model as DetailModel];
});

/** The rows of one detail table by the id of their entity, kept. */
export function detailRows<Model extends DetailModel>(
  prisma: PrismaClient,
  memory: Memory,
  model: Model,
): Rows<string, Detail<Model>> {
  // Every detail table has the entity's id as its key; the client's methods share no type that says so.
  const table = prisma[model] as unknown as {
    findMany(args: { where: { id: { in: string[] } } }): Promise<(Detail<Model> & { id: string })[]>;
  };
  return keepRows(memory, async (ids) =>
    inOrder(ids, (await table.findMany({ where: { id: { in: [...ids] } } })).map(compact)),
  );
}

/** The rows in the order of the ids; null for an id without one. */
export function inOrder<Item extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Item[],
): (Item | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The preferred name in a language; where there is none, in the other. Asked of every entity of every answer: a plain loop. */
function preferred(names: Entity['names'], language: Language): Entity['names'][number] | undefined {
  let other: Entity['names'][number] | undefined;
  for (const name of names) {
    if (name.type !== 'PREFERRED') continue;
    if (name.language === language) return name;
    other ??= name;
  }
  return other;
}

/** The name to show in a language. */
export const preferredName = ({ id, names }: Entity, language: Language): string =>
  preferred(names, language)?.text ?? id;

/** The language of the name that is shown in a language. */
export const languageOfName = ({ names }: Entity, language: Language): string =>
  preferred(names, language)?.language ?? language;
