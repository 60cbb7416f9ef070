/** What stands against a claim, a law or a proposal: the one rule, which filters, statistics and fields share. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { type Contest, contestsByType } from '../../registry/index.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import type { Memory } from './memory.ts';

const byType = Object.entries(contestsByType);
// Words of the registry, which stand in the statement itself: it is the same whatever is asked.
const contestOfType = Prisma.raw(byType.map(([type, contest]) => `WHEN '${type}' THEN '${contest}'`).join(' '));
const contestingTypes = Prisma.raw(byType.map(([type]) => `'${type}'`).join(', '));

/**
 * How an entity is contested, a row each time, in the column `contest`. That one claim stands against another contests
 * both; a case that is only announced, or is over, contests nothing.
 */
export const contestsOf = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT CASE r."type" ${contestOfType} ELSE 'BEFORE_THE_COURT' END AS contest
  FROM "Relationship" r WHERE r."objectId" = ${id} AND (r."type" IN (${contestingTypes})
    OR r."type" = 'CHALLENGES' AND EXISTS (
      SELECT FROM "Entity" c WHERE c."id" = r."subjectId" AND c."status" = 'BEFORE_THE_COURT'))
  UNION ALL
  SELECT 'ANSWERS' FROM "Relationship" r WHERE r."subjectId" = ${id} AND r."type" = 'REBUTS'`;

/** How entities are contested, each way once, by the entity's id, kept. */
export function contestRows(read: Read, memory: Memory): CachedLoader<string, Contest[]> {
  return cachedLoader(memory, async (ids) => {
    const rows = await read<{ id: string; contests: Contest[] }>(Prisma.sql`
      SELECT wanted.id, array_agg(DISTINCT found.contest) AS contests
      FROM unnest(${[...ids]}::text[]) AS wanted(id)
      CROSS JOIN LATERAL (${contestsOf(Prisma.sql`wanted.id`)}) AS found
      GROUP BY wanted.id`);
    const byId = new Map(rows.map((row) => [row.id, row.contests]));
    return ids.map((id) => byId.get(id) ?? []);
  });
}
