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

const { createdAt: _, updatedAt: __, ...fields } = Prisma.EntityScalarFieldEnum;
const text = `
  SELECT ${columnsOf('e', fields)},
    (SELECT coalesce(json_agg(n ORDER BY n."language", n."type", n."ordinal"), '[]')
      FROM "Name" n WHERE n."entityId" = e."id") AS names,
    (SELECT coalesce(json_agg(i ORDER BY i."scheme"), '[]')
      FROM "Identifier" i WHERE i."entityId" = e."id") AS identifiers,
    (SELECT coalesce(json_agg(s ORDER BY s."attribute"), '[]')
      FROM "NotStated" s WHERE s."entityId" = e."id") AS "notStated"
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
