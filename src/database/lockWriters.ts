/** Whoever writes facts, be it from files, as a changeset or from a backup, does so one after the other. */
import type { Prisma } from '../generated/prisma/client.ts';

/**
 * Waits until no other transaction writes facts, and keeps others from it until this one ends.
 *
 * The key has the name of the first of the writers, and has to keep it: while a service is upgraded, a process of the
 * version before may write too, and with another key neither would wait for the other. Each works out what to write from
 * what it has read, so that one would undo what the other wrote.
 */
export async function lockWriters(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('seeding'))`;
}
