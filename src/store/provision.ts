/** The table Provision, with whom each affects. */
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { columnsOf } from './rows.ts';

/** A provision with the ids of whom it affects. */
export type ProvisionRow = Prisma.ProvisionGetPayload<{ include: { affects: { select: { id: true } } } }>;

// Prisma's table of the two: A is the entity, B the provision.
const select = `
  SELECT ${columnsOf('p', Prisma.ProvisionScalarFieldEnum)},
    (SELECT coalesce(json_agg(json_build_object('id', a."A") ORDER BY a."A"), '[]')
      FROM "_EntityToProvision" a WHERE a."B" = p."id") AS affects
  FROM "Provision" p`;

/** The provisions that there are. */
export async function readProvisions(read: Read, ids: readonly string[]): Promise<ProvisionRow[]> {
  const text = `${select} WHERE p."id" = ANY($1::text[])`;
  return await read<ProvisionRow>({ name: 'provisions', text, values: [ids] });
}

/** The provisions of legislation, each one's in their order. */
export async function readProvisionsOf(read: Read, ids: readonly string[]): Promise<ProvisionRow[]> {
  const text = `${select} WHERE p."legislationId" = ANY($1::text[]) ORDER BY p."ordinal"`;
  return await read<ProvisionRow>({ name: 'provisions of legislation', text, values: [ids] });
}
