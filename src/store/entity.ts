/** The table Entity, with what belongs to each: its names, its identifiers, and what the sources leave open. */
import type { Read } from '../database/read.ts';
import { type Entity, type Name, Prisma } from '../generated/prisma/client.ts';
import type { IdentifierScheme } from '../registry/index.ts';
import { columnsOf, inOrder } from './rows.ts';

/** An entity with its names. When it was written and changed is of no answer. */
export type EntityRow = Omit<
  Prisma.EntityGetPayload<{ include: { names: true; notStated: true } }>,
  'createdAt' | 'updatedAt'
> & { readonly identifiers: Identifier[] };

/** What a register of others knows an entity by. */
export interface Identifier {
  readonly entityId: string;
  /** One of the registry's: a foreign key holds it to them. */
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

/** The rows of a table that belong to the entity `e`, as JSON. @param order by these columns */
const ofEntity = (table: string, rows: Readonly<Record<string, string>>, ...order: readonly string[]): string =>
  `(SELECT coalesce(json_agg(one), '[]') FROM (
      SELECT ${columnsOf('t', rows)} FROM "${table}" t
      WHERE t."entityId" = e."id" ORDER BY ${order.map((column) => `t."${column}"`).join(', ')}) AS one)`;

const { createdAt: _, updatedAt: __, ...fields } = Prisma.EntityScalarFieldEnum;
const text = `
  SELECT ${columnsOf('e', fields)},
    ${ofEntity('Name', Prisma.NameScalarFieldEnum, 'language', 'type', 'ordinal')} AS names,
    ${ofEntity('Identifier', Prisma.IdentifierScalarFieldEnum, 'scheme')} AS identifiers,
    ${ofEntity('NotStated', Prisma.NotStatedScalarFieldEnum, 'attribute')} AS "notStated"
  FROM "Entity" e WHERE e."id" = ANY($1::text[])`;

/** When an entity was last changed. */
export type ChangeTime = Pick<Entity, 'id' | 'updatedAt'>;

/** When each entity was last changed, in any order. */
export async function readChangeTimes(read: Read, ids: readonly string[]): Promise<ChangeTime[]> {
  const text = 'SELECT e."id", e."updatedAt" FROM "Entity" e WHERE e."id" = ANY($1::text[])';
  return await read<ChangeTime>({ name: 'change times', text, values: [ids] });
}

/** The names of entities alone, each one's in the order that they have in `EntityRow`. */
export async function readNamesOf(read: Read, ids: readonly string[]): Promise<Name[]> {
  const text = `SELECT ${columnsOf('n', Prisma.NameScalarFieldEnum)} FROM "Name" n WHERE n."entityId" = ANY($1::text[])
    ORDER BY n."language", n."type", n."ordinal"`;
  return await read<Name>({ name: 'names of entities', text, values: [ids] });
}

/** The entities, in the order of the ids. */
export async function readEntities(read: Read, ids: readonly string[]): Promise<(EntityRow | null)[]> {
  return inOrder(ids, await read<EntityRow>({ name: 'entities', text, values: [ids] }));
}
