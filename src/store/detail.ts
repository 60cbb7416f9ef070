/** The detail tables: what only entities of some kinds have, each table with the entity's id as its key. */
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { DetailModel } from '../registry/index.ts';
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
} satisfies Record<DetailModel, object>;

/** A row of a detail table. */
export type Detail<Model extends DetailModel> = Prisma.TypeMap['model'][Capitalize<Model>]['payload']['scalars'];

/** The rows of a detail table, in the order of the ids. */
export async function readDetails<Model extends DetailModel>(
  read: Read,
  model: Model,
  ids: readonly string[],
): Promise<(Detail<Model> | null)[]> {
  const name = model.charAt(0).toUpperCase() + model.slice(1);
  const text = `SELECT ${columnsOf('d', fieldsOf[model])} FROM "${name}" d WHERE d."id" = ANY($1::text[])`;
  return inOrder(ids, await read<Detail<Model>>({ name: `details ${model}`, text, values: [ids] }));
}
