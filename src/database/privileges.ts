/** Whether the database may be written: a role may be granted reading alone, and a standby takes no writes. */
import { Prisma } from '../generated/prisma/client.ts';

/** Something would have to be written by who may only read; the message says what, and what to do. */
export class MayOnlyRead extends Error {
  override readonly name = 'MayOnlyRead';
}

/** True if rows of a table may be deleted, and so, of a role that was not made to be odd, written. */
export async function mayWrite(
  prisma: Prisma.TransactionClient,
  table: 'Change' | 'Entity' = 'Entity',
): Promise<boolean> {
  const quoted = Prisma.raw(`'"${table}"'`);
  const [row] = await prisma.$queryRaw<{ may: boolean }[]>`
    SELECT current_setting('transaction_read_only') = 'off'
      AND has_table_privilege(${quoted}, 'DELETE') AS may`;
  return row?.may ?? false;
}

/**
 * Refuses to go on where nothing can be written.
 * @param why what would have to be written.
 * @param advice what to do instead.
 * @throws MayOnlyRead
 */
export async function needToWrite(prisma: Prisma.TransactionClient, why: string, advice: string): Promise<void> {
  if (!(await mayWrite(prisma))) throw new MayOnlyRead(`${why}, and this role may only read the database: ${advice}.`);
}
