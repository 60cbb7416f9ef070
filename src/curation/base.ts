/** What the seed files last said, kept in the database beside the facts: the base that three-way seeding goes by. */
import type { Prisma } from '../generated/prisma/client.ts';
import { digestOf, type Facts } from './facts.ts';
import type { Base } from './threeWay.ts';

/** How many rows go into one statement. */
const batchSize = 20_000;

/**
 * Reads the base.
 * @returns null for a database that was seeded before there was one: it is as the files left it.
 */
export async function readBase(tx: Prisma.TransactionClient): Promise<Base> {
  const rows = await tx.seedBase.findMany();
  if (rows.length > 0) return new Map(rows.map(({ name, digest }) => [name, digest]));
  // Since there are changesets, a base without facts is that of files without any.
  const last = await tx.changeset.findFirst({ orderBy: { version: 'desc' }, select: { origin: true } });
  if (last !== null && last.origin !== 'RESTORE') return new Map();
  const data = await tx.dataVersion.findUnique({ where: { one: true } });
  // Where there was something to warn of, the digest of the files alone is not noted.
  return (data?.seedDigest ?? data?.seededFrom ?? null) === null ? new Map() : null;
}

/** Writes what the files say now, as far as it is not what they said before. */
export async function writeBase(tx: Prisma.TransactionClient, before: Base, facts: Facts): Promise<void> {
  const now = new Map([...facts].map(([name, fact]) => [name, digestOf(fact)]));
  const gone = [...(before ?? [])].filter(([name]) => !now.has(name)).map(([name]) => name);
  const changed = [...now].filter(([name, digest]) => before?.get(name) !== digest);
  for (const names of batches(gone)) await tx.seedBase.deleteMany({ where: { name: { in: names } } });
  for (const some of batches(changed)) {
    await tx.$executeRaw`
      INSERT INTO "SeedBase" ("name", "digest")
      SELECT * FROM unnest(${some.map(([name]) => name)}::text[], ${some.map(([, digest]) => digest)}::text[])
      ON CONFLICT ("name") DO UPDATE SET "digest" = EXCLUDED."digest"`;
  }
}

function* batches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
