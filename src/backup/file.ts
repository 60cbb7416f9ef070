/**
 * The file of a backup: gzip over lines of JSON. The first line is the head; it says how many rows of which tables
 * follow, a row a line: first those of the facts, then, if the file has it, those of their history. Gzip's own checksum tells a damaged file, and a missing end one that was cut off.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { systemErrorOf } from '../database/thrown.ts';

/** A backup cannot be written, or cannot be restored; the message says why, and what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** Raised whenever files of before can no longer be read as they are. */
const formatVersion = 1;
/** Characters in a line, at the most: more than any row that the database takes, and little memory. */
const longestLine = 8 * 1024 * 1024;
/** The database counts on from a restored version, and takes none from which it could not count as far again. */
const highestVersion = 1_000_000_000;

/** In the order of the rows. */
const tablesShape = z
  .array(z.object({ name: z.string(), rows: z.number().int().min(0) }))
  .refine((tables) => new Set(tables.map(({ name }) => name)).size === tables.length, 'a table stands there twice');

/** Of the table DataVersion. */
const versionShape = z.number().int().min(0).max(highestVersion);

/** When a seeding was, and what files it read. */
const seedingShape = {
  // No earlier than the database takes.
  at: z.iso.datetime().refine((at) => at >= '2000', 'before the year 2000'),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
};

const anyHead = z.looseObject({ format: z.literal('labourgraph backup'), formatVersion: z.number() });

const headShape = z.object({
  ...anyHead.shape,
  created: z.iso.datetime(),
  /** The migrations that made the tables, in order. */
  migrations: z.array(z.string()),
  /** Of the facts; see graph/version.ts. */
  version: versionShape,
  digest: z.string().regex(/^[0-9a-f]{32}$/),
  /** Of the seed files that the facts come from, if they come from such. */
  seedDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** The seeding that made this version of them, if one did; files of before do not say. */
  seeding: z.object(seedingShape).nullable().default(null),
  /** What others refer to comes first. */
  tables: tablesShape,
  /** Of the facts; files of before do not have it. */
  history: z
    .object({
      /** The first version that can be asked of. */
      from: versionShape,
      /** The last seeding that changed something, and the version that it made. */
      seeding: z.object({ ...seedingShape, version: versionShape }).nullable(),
      /** Of all rows in the file, with what they say beside the facts. */
      digest: z.string().regex(/^[0-9a-f]{32}$/),
      /** What rows of the facts were: by the names of their tables. */
      tables: tablesShape,
      /** What the seed files last said: so many rows of SeedBase. */
      seedBase: z.number().int().min(0),
      /** So many rows of Changeset. */
      changesets: z.number().int().min(0),
    })
    .nullable()
    .default(null),
});

export type Head = Readonly<z.infer<typeof headShape>>;
export type HistoryHead = NonNullable<Head['history']>;

/** The head of a file that is written now. */
export function newHead(about: Omit<Head, 'format' | 'formatVersion' | 'created'>): Head {
  return { format: 'labourgraph backup', formatVersion, created: new Date().toISOString(), ...about };
}

const rowsOf = (tables: Head['tables']): number => tables.reduce((sum, { rows }) => sum + rows, 0);

/** How many rows the facts have. */
export const factRowsIn = ({ tables }: Head): number => rowsOf(tables);

/** How many rows the history has, with its changesets. */
export const historyRowsIn = ({ history }: Head): number =>
  history === null ? 0 : rowsOf(history.tables) + history.seedBase + history.changesets;

/** How many rows there are after the head. */
export const rowsIn = (head: Head): number => factRowsIn(head) + historyRowsIn(head);

/**
 * Writes a backup under another name, and gives it its own when all of it is on the disk.
 * @param rows each as a line of JSON, as many and in the order that the head says.
 * @throws BackupRefused if the file cannot be written; whatever was there under its name is then still there.
 */
export async function writeBackup(file: string, head: Head, rows: AsyncIterable<string>): Promise<void> {
  const part = `${file}.part`;
  async function* lines() {
    yield `${JSON.stringify(head)}\n`;
    yield* rows;
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(part, { flush: true }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const { code, syscall } = systemErrorOf(error);
    throw syscall === undefined ? error : new BackupRefused(`cannot write ${file}: ${code}`);
  }
}

/** An open backup: its head, and then its rows, each a line of JSON. */
export interface OpenBackup {
  readonly file: string;
  readonly head: Head;
  readonly rows: AsyncIterable<string>;
}

/**
 * Opens a backup and gives it to `work`.
 * @throws BackupRefused if it is no backup, or if what is read of it is damaged.
 */
export async function readBackup<Result>(file: string, work: (backup: OpenBackup) => Promise<Result>): Promise<Result> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  // Its error reaches the reader of the lines.
  const feeding = pipeline(source, unzipped).catch(() => {});
  const lines = linesOf(unzipped);
  try {
    const first = await lines.next();
    const head = parseHead(file, first.done === true ? '' : first.value);
    return await work({ file, head, rows: lines });
  } catch (error) {
    throw readable(file, error);
  } finally {
    source.destroy();
    unzipped.destroy();
    await feeding;
  }
}

/**
 * Reads a backup from end to end, so that nothing is begun with one that is damaged or cut off.
 * @throws BackupRefused
 */
export async function checkBackup(file: string): Promise<Head> {
  return await readBackup(file, async ({ head, rows }) => {
    const expected = rowsIn(head);
    let found = 0;
    for await (const _ of rows) {
      found += 1;
      // However much more there is, it is not read.
      if (found > expected) break;
    }
    if (found === expected) return head;
    const held = found > expected ? 'more' : found;
    throw new BackupRefused(`${file} is damaged: it holds ${held} rows instead of ${expected}.`);
  });
}

function parseHead(file: string, line: string): Head {
  const json = parseJson(line);
  const any = anyHead.safeParse(json);
  if (!any.success) throw new BackupRefused(`${file} is no backup of this service.`);
  if (any.data.formatVersion !== formatVersion) {
    throw new BackupRefused(
      `${file} is of the backup format ${any.data.formatVersion}, and this version of the project reads ` +
        `${formatVersion}. Restore it with the version that made it.`,
    );
  }
  const head = headShape.safeParse(json);
  if (head.success) return head.data;
  const wrong = head.error.issues.map(({ path, message }) => `"${path.join('.')}" (${message})`);
  throw new BackupRefused(`${file} is damaged: its first line has a wrong ${wrong.slice(0, 5).join(', ')}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    const [end = '', ...lines] = decoder.decode(chunk, { stream: true }).split('\n');
    begun.push(end);
    length += end.length;
    if (length > longestLine)
      throw new BackupRefused('this is no backup of this service: it has a line without an end.');
    const rest = lines.pop();
    if (rest === undefined) continue;
    yield begun.join('');
    yield* lines;
    begun = [rest];
    length = rest.length;
  }
  if (length > 0) yield begun.join('');
}

/** Says what an error of the file system or of gzip means for the file. */
function readable(file: string, error: unknown): unknown {
  const { code, syscall } = systemErrorOf(error);
  if (syscall !== undefined) return new BackupRefused(`cannot read ${file}: ${code}`);
  if (code === 'Z_BUF_ERROR') return new BackupRefused(`${file} is cut off: the end of it is missing.`);
  if (code === 'Z_DATA_ERROR') return new BackupRefused(`${file} is damaged, or no backup of this service.`);
  return error;
}
