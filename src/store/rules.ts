/** Writes the registry into the database's rule tables, to which foreign keys hold every row. */
import { needToWrite } from '../database/privileges.ts';
import { inTransaction } from '../database/transaction.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { identifierSchemeNames, kindDefinition, kindNames, rules, type Vocabulary } from '../registry/index.ts';

/**
 * Makes the rule tables say what the registry says; writes nothing where they already do.
 * @throws Error of the database if a row still uses what the registry no longer has; MayOnlyRead.
 */
export async function syncRules(prisma: PrismaClient): Promise<void> {
  // Some hundred small rows: a minute is enough for any machine.
  await inTransaction(prisma, { limit: 60_000 }, async (tx) => {
    const kinds = compare(await tx.kind.findMany(), wanted.kinds);
    const types = compare(await tx.kindType.findMany(), wanted.types);
    const statuses = compare(await tx.kindStatus.findMany(), wanted.statuses);
    const edges = compare(await tx.relationshipRule.findMany(), wanted.edges);
    const schemes = compare(await tx.identifierScheme.findMany(), wanted.schemes);
    const differing = [kinds, types, statuses, edges, schemes].flatMap(({ missing, obsolete }) => [
      ...missing,
      ...obsolete,
    ]);
    if (differing.length === 0) return;
    await needToWrite(
      tx,
      'the database does not hold the rules of the registry yet',
      'run npm run migrate -- apply as one that may write',
    );
    if (kinds.missing.length > 0) await tx.kind.createMany({ data: kinds.missing, skipDuplicates: true });
    if (types.missing.length > 0) await tx.kindType.createMany({ data: types.missing, skipDuplicates: true });
    if (statuses.missing.length > 0) await tx.kindStatus.createMany({ data: statuses.missing, skipDuplicates: true });
    if (edges.missing.length > 0) await tx.relationshipRule.createMany({ data: edges.missing, skipDuplicates: true });
    if (schemes.missing.length > 0)
      await tx.identifierScheme.createMany({ data: schemes.missing, skipDuplicates: true });
    if (schemes.obsolete.length > 0) await tx.identifierScheme.deleteMany({ where: { OR: schemes.obsolete } });
    if (edges.obsolete.length > 0) await tx.relationshipRule.deleteMany({ where: { OR: edges.obsolete } });
    if (types.obsolete.length > 0) await tx.kindType.deleteMany({ where: { OR: types.obsolete } });
    if (statuses.obsolete.length > 0) await tx.kindStatus.deleteMany({ where: { OR: statuses.obsolete } });
    if (kinds.obsolete.length > 0) await tx.kind.deleteMany({ where: { OR: kinds.obsolete } });
  });
}

const words = (vocabulary: Vocabulary | undefined): string[] => Object.keys(vocabulary ?? {});

const wanted = {
  kinds: kindNames.map((name) => ({ name })),
  types: kindNames.flatMap((kind) => words(kindDefinition(kind).types).map((type) => ({ kind, type }))),
  statuses: kindNames.flatMap((kind) => words(kindDefinition(kind).statuses).map((status) => ({ kind, status }))),
  edges: [...rules],
  schemes: identifierSchemeNames.map((name) => ({ name })),
};

/** Rows all of whose columns are their key. */
type KeyRow = Readonly<Record<string, string>>;

function compare<Row extends KeyRow>(
  existing: readonly Row[],
  rows: readonly Row[],
): { missing: Row[]; obsolete: Row[] } {
  const keyOf = (row: Row): string =>
    Object.keys(row)
      .sort()
      .map((column) => row[column])
      .join(' ');
  const except = (some: readonly Row[], others: readonly Row[]): Row[] => {
    const keys = new Set(others.map(keyOf));
    return some.filter((row) => !keys.has(keyOf(row)));
  };
  return { missing: except(rows, existing), obsolete: except(existing, rows) };
}
