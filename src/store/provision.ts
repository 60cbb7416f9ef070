/** The table Provision, with whom each affects. */
import type { Read } from '../database/read.ts';
import { Prisma, type Provision } from '../generated/prisma/client.ts';
import { columnsOf } from './rows.ts';

/** A provision with the ids of whom it affects. */
export interface ProvisionRow extends Provision {
  readonly affects: readonly { readonly id: string }[];
}

const select = `
  SELECT ${columnsOf('p', Prisma.ProvisionScalarFieldEnum)},
    (SELECT coalesce(json_agg(json_build_object('id', a."affectedId") ORDER BY a."affectedId"), '[]')
      FROM "AffectedEntity" a WHERE a."provisionId" = p."id") AS affects
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
