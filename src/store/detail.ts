/** The detail tables: what only entities of some kinds have, each table with the entity's id as its key. */
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { columnsOf, inOrder } from './rows.ts';

const fieldsOf = {
  article: Prisma.ArticleScalarFieldEnum,
  bargainingRound: Prisma.BargainingRoundScalarFieldEnum,
  bargainingUnit: Prisma.BargainingUnitScalarFieldEnum,
  claim: Prisma.ClaimScalarFieldEnum,
  event: Prisma.EventScalarFieldEnum,
  jurisdiction: Prisma.JurisdictionScalarFieldEnum,
  legalChallenge: Prisma.LegalChallengeScalarFieldEnum,
  legislation: Prisma.LegislationScalarFieldEnum,
  office: Prisma.OfficeScalarFieldEnum,
  statement: Prisma.StatementScalarFieldEnum,
};

/** A detail table, as the Prisma client names it. */
export type DetailTable = keyof typeof fieldsOf;

/** A row of a detail table. */
export type DetailRow<Table extends DetailTable> = Prisma.TypeMap['model'][Capitalize<Table>]['payload']['scalars'];

/** The rows of a detail table, in the order of the ids. */
export async function readDetails<Table extends DetailTable>(
  read: Read,
  table: Table,
  ids: readonly string[],
): Promise<(DetailRow<Table> | null)[]> {
  const name = table.charAt(0).toUpperCase() + table.slice(1);
  const text = `SELECT ${columnsOf('d', fieldsOf[table])} FROM "${name}" d WHERE d."id" = ANY($1::text[])`;
  return inOrder(ids, await read<DetailRow<Table>>({ name: `details ${table}`, text, values: [ids] }));
}
