/** Of what data answers are computed. */
import type { Prisma } from '../generated/prisma/client.ts';

export interface DataVersion {
  /** Grows by one with every transaction that changes something; 0 before the first. */
  readonly version: number;
  /** 32 hexadecimal digits: the same facts, the same digest, in whatever order they were written. */
  readonly digest: string;
}

/** Reads the version and digest of the data as they are now. */
export async function readVersion(prisma: Prisma.TransactionClient): Promise<DataVersion> {
  const row = await prisma.dataVersion.findUnique({ where: { one: true } });
  return { version: row?.version ?? 0, digest: digestOf(row ?? { high: 0n, low: 0n }) };
}

/** The digest of two halves. */
export const digestOf = ({ high, low }: { readonly high: bigint; readonly low: bigint }): string =>
  hex(high) + hex(low);

/** The 16 hexadecimal digits of 64 bits, which PostgreSQL knows as a signed number. */
const hex = (half: bigint): string => BigInt.asUintN(64, half).toString(16).padStart(16, '0');
