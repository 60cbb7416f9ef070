/** Writes the rows of a backup into tables. */
import { Prisma } from '../generated/prisma/client.ts';
import type { OnProgress } from './backup.ts';
import { BackupRefused, type OpenBackup, rowsIn } from './file.ts';
import type { FactTable } from './tables.ts';

/** How many rows, and about how many characters, go into one statement: the change log names each key up to 1000. */
const batch = { rows: 500, characters: 4_000_000 };

/** Where so many of the next rows of a backup go, and which of their columns. */
export interface Target {
  readonly quoted: string;
  readonly columns: readonly string[];
  /** What the file calls it. */
  readonly name: string;
  readonly rows: number;
}

export interface Writer {
  /** Writes the next rows. @throws BackupRefused if there are not so many, or the database refuses them. */
  write(tx: Prisma.TransactionClient, targets: readonly Target[]): Promise<void>;
  /** Passes so many rows over. @throws BackupRefused if there are not so many. */
  pass(rows: number): Promise<void>;
  /** @throws BackupRefused if there are more rows: only at its very end does a file show that it is whole. */
  end(): Promise<void>;
}

/** Begins with the first row of a backup. */
export function writerOf({ file, head, rows }: OpenBackup, onProgress: OnProgress): Writer {
  const total = rowsIn(head);
  const lines = rows[Symbol.asyncIterator]();
  let done = 0;
  const next = async (left: number): Promise<string[]> => {
    const some = await take(lines, left);
    if (some.length === 0) throw undone(file, 'its end is missing');
    done += some.length;
    return some;
  };
  return {
    write: async (tx, targets) => {
      for (const target of targets) {
        for (let left = target.rows; left > 0; ) {
          const some = await next(left);
          await writeBatch(tx, file, target, some);
          left -= some.length;
          onProgress(done, total);
        }
      }
    },
    pass: async (count) => {
      for (let left = count; left > 0; onProgress(done, total)) left -= (await next(left)).length;
    },
    end: async () => {
      if ((await lines.next()).done !== true) throw undone(file, 'it has more rows than it says');
    },
  };
}

/** Takes the next lines, at the most so many and no more than go into a statement; none: there are no more. */
async function take(lines: AsyncIterator<string>, most: number): Promise<string[]> {
  const taken: string[] = [];
  let characters = 0;
  while (taken.length < Math.min(most, batch.rows) && characters < batch.characters) {
    const { done, value } = await lines.next();
    if (done === true) break;
    taken.push(value);
    characters += value.length;
  }
  return taken;
}

async function writeBatch(
  tx: Prisma.TransactionClient,
  file: string,
  { name, quoted, columns }: Target,
  rows: readonly string[],
): Promise<void> {
  const statement = `INSERT INTO ${quoted} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted}, $1::jsonb)`;
  const what = `what it says of "${name}"`;
  await refusing(file, what, async () => await tx.$executeRawUnsafe(statement, `[${rows.join()}]`));
}

/** Says of which file it is what the database refuses. @throws BackupRefused */
export async function refusing(file: string, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    // The last line is what the database says; those before are of the call.
    const reason = error.message.trimEnd().split('\n').at(-1) ?? '';
    throw undone(file, `the database refuses ${what}: ${reason}`);
  }
}

/** What is thrown inside of the transaction, which takes everything back. */
export const undone = (file: string, why: string): BackupRefused =>
  new BackupRefused(`${file} cannot be restored: ${why}. Nothing was changed.`);

/** Where the rows go that a part of the head counts. @throws BackupRefused if one of its tables is unknown here. */
export function targetsOf(
  file: string,
  counted: readonly { readonly name: string; readonly rows: number }[],
  tables: readonly Omit<Target, 'rows'>[],
): Target[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  return counted.map(({ name, rows }) => {
    const table = byName.get(name);
    if (table === undefined) throw undone(file, `it has a table "${name}" that this version of the project lacks`);
    return { name, rows, quoted: table.quoted, columns: table.columns };
  });
}

/** Has new rows of a table numbered after all that are there or were. */
export async function setNumbers(tx: Prisma.TransactionClient, file: string, table: FactTable): Promise<void> {
  const { quoted, numbered } = table;
  for (const column of numbered) {
    const statement = `SELECT setval(pg_get_serial_sequence($1, a.attname), highest.value)::int AS value
      FROM pg_attribute a CROSS JOIN (SELECT max(${column}) AS value FROM (
        SELECT ${column} FROM ${quoted} UNION ALL SELECT ${column} FROM labourgraph_history.${quoted}) AS n) AS highest
      WHERE a.attrelid = $1::regclass AND quote_ident(a.attname) = $2 AND highest.value IS NOT NULL`;
    await refusing(file, `the numbers of "${table.name}"`, async () => tx.$queryRawUnsafe(statement, quoted, column));
  }
}
