/** Of what data answers are computed. */
import type { Read } from '../database/read.ts';
import type { Prisma } from '../generated/prisma/client.ts';

export interface DataVersion {
  /** Grows by one with every transaction that changes something; 0 before the first. */
  readonly version: number;
  /** 32 hexadecimal digits: the same facts, the same digest, in whatever order they were written. */
  readonly digest: string;
}

/** Reads the version and digest of the data as they are now. */
export async function readVersion(prisma: Prisma.TransactionClient): Promise<DataVersion> {
  // Nothing else, so that a database of a former version can be asked too.
  const select = { version: true, high: true, low: true } as const;
  const row = await prisma.dataVersion.findUnique({ where: { one: true }, select });
  return { version: row?.version ?? 0, digest: digestOf(row ?? { high: 0n, low: 0n }) };
}

/** The seeding that made the data what they are. */
export interface Seeding {
  readonly at: Date;
  /** SHA-256 over the files that it read, 64 hexadecimal digits. */
  readonly digest: string;
}

/** Reads which seeding made this version of the data; null: something else has changed them since, or no seeding did. */
export async function readSeeding(
  prisma: Prisma.TransactionClient,
  { version }: Pick<DataVersion, 'version'>,
): Promise<Seeding | null> {
  const { seededVersion, seededAt, seededFrom } = (await prisma.dataVersion.findUnique({ where: { one: true } })) ?? {};
  if (seededVersion !== version || !seededAt || !seededFrom) return null;
  return { at: seededAt, digest: seededFrom };
}

/**
 * Reads which seeding made a version, as the history tells it of any: when, but not from which files, which are known of
 * the last seeding alone. Null: none did, or a backup brought the version.
 */
export async function readSeedingOfPast(
  read: Read,
  { version }: Pick<DataVersion, 'version'>,
): Promise<Pick<Seeding, 'at'> | null> {
  const [row] = await read<Pick<Seeding, 'at'>>({
    name: 'seeding of a version',
    text: `SELECT c."at" FROM "Changeset" c WHERE c."version" = $1 AND c."origin" = 'FILES'`,
    values: [version],
  });
  return row ?? null;
}

/** The digest of two halves. */
export const digestOf = ({ high, low }: { readonly high: bigint; readonly low: bigint }): string =>
  hex(high) + hex(low);

/** The 16 hexadecimal digits of 64 bits, which PostgreSQL knows as a signed number. */
const hex = (half: bigint): string => BigInt.asUintN(64, half).toString(16).padStart(16, '0');
