/** The table Changeset: of each version of the data who made it, why and when, and the digest that the facts then had. */
import type { Read } from '../database/read.ts';
import { type Changeset, Prisma } from '../generated/prisma/client.ts';
import { columnsOf } from './rows.ts';
import { type DataVersion, digestOf } from './version.ts';

/** The columns of the table as `c`. */
export const columns = columnsOf('c', Prisma.ChangesetScalarFieldEnum);

/** Of which versions there is a history, as it is now. */
export interface History {
  /** The first version that can be asked of: what was before is not known. */
  readonly first: number;
  /** When the first of its changesets was made: before that nothing was said. Null: there is none yet. */
  readonly began: Date | null;
  readonly last: number;
}

/** Reads how far the history goes. */
export async function readHistory(read: Read): Promise<History> {
  const [row] = await read<History>({
    name: 'history',
    text: `SELECT d."historyFrom" AS first, c."at" AS began, d."version" AS last
      FROM "DataVersion" d LEFT JOIN "Changeset" c ON c."version" = (
        SELECT min("version") FROM "Changeset" WHERE "version" >= d."historyFrom")`,
    values: [],
  });
  return row ?? { first: 0, began: null, last: 0 };
}

/** Reads the version that the graph had at a moment: the last that was made by then. */
export async function readVersionAt(read: Read, time: Date): Promise<DataVersion> {
  return await readLast(read, { name: 'version at', text: `c."at" <= $1`, values: [time] });
}

/** Reads the digest of a version. */
export async function readVersionOf(read: Read, version: number): Promise<DataVersion> {
  const { digest } = await readLast(read, { name: 'version of', text: `c."version" <= $1`, values: [version] });
  return { version, digest };
}

/** The last version of those that a condition is true of; that of the empty graph, if there is none. */
async function readLast(read: Read, { name, text, values }: Parameters<Read>[0]): Promise<DataVersion> {
  const [row] = await read<Changeset>({
    ...(name !== undefined && { name }),
    text: `SELECT ${columns} FROM "Changeset" c WHERE ${text} ORDER BY c."version" DESC LIMIT 1`,
    values,
  });
  const { version = 0, high, low } = row ?? {};
  return { version, digest: digestOf({ high: high ?? 0n, low: low ?? 0n }) };
}
