/** Writes the registry into the database's rule tables, to which foreign keys hold every row. */
import type { PrismaClient } from '../generated/prisma/client.ts';
import { kindDefinition, kindNames, rules, type Vocabulary } from './registry.ts';

/**
 * Makes the rule tables say what the registry says; does nothing where they already do.
 * @throws Error of the database if a row still uses what the registry no longer has.
 */
export async function syncRules(prisma: PrismaClient): Promise<void> {
  const wanted = {
    kinds: kindNames.map((name) => ({ name })),
    types: kindNames.flatMap((kind) => words(kindDefinition(kind).types).map((type) => ({ kind, type }))),
    statuses: kindNames.flatMap((kind) => words(kindDefinition(kind).statuses).map((status) => ({ kind, status }))),
    rules: [...rules],
  };
  await prisma.$transaction(async (tx) => {
    await tx.kind.createMany({ data: wanted.kinds, skipDuplicates: true });
    await tx.kindType.createMany({ data: wanted.types, skipDuplicates: true });
    await tx.kindStatus.createMany({ data: wanted.statuses, skipDuplicates: true });
    await tx.relationshipRule.createMany({ data: wanted.rules, skipDuplicates: true });
    const obsoleteRules = except(await tx.relationshipRule.findMany(), wanted.rules, ruleKey);
    for (const rule of obsoleteRules)
      await tx.relationshipRule.delete({ where: { type_subjectKind_objectKind: rule } });
    const obsoleteTypes = except(await tx.kindType.findMany(), wanted.types, (row) => `${row.kind} ${row.type}`);
    for (const row of obsoleteTypes) await tx.kindType.delete({ where: { kind_type: row } });
    const obsoleteStatuses = except(
      await tx.kindStatus.findMany(),
      wanted.statuses,
      (row) => `${row.kind} ${row.status}`,
    );
    for (const row of obsoleteStatuses) await tx.kindStatus.delete({ where: { kind_status: row } });
    await tx.kind.deleteMany({ where: { name: { notIn: [...kindNames] } } });
  });
}

const words = (vocabulary: Vocabulary | undefined): string[] => Object.keys(vocabulary ?? {});
const ruleKey = (rule: { type: string; subjectKind: string; objectKind: string }): string =>
  `${rule.type} ${rule.subjectKind} ${rule.objectKind}`;

function except<Row>(rows: readonly Row[], wanted: readonly Row[], key: (row: Row) => string): Row[] {
  const keys = new Set(wanted.map(key));
  return rows.filter((row) => !keys.has(key(row)));
}
