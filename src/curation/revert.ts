/** Undoes a changeset: each fact that it changed becomes what it was before, unless somebody has changed it since. */
import { lockWriters } from '../database/lockWriters.ts';
import { needToWrite } from '../database/privileges.ts';
import { type Read, readWithin } from '../database/read.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import type { Node } from '../records/validation/node.ts';
import { formatProblem, type Problem, SeedProblems } from '../records/validation/problem.ts';
import { readHistory } from '../store/changeset.ts';
import { type ColumnTypes, readColumnTypes, typedRow } from '../store/columnTypes.ts';
import { groupBy } from '../store/groupBy.ts';
import { type Revision, readOwners, readRevisions, type Span } from '../store/revisions.ts';
import { loadRows, writeRows } from '../store/tableRows.ts';
import { keyOf, type Row, type Rows, type Table, tables } from '../store/tables.ts';
import { readVersion } from '../store/version.ts';
import type { Applied } from './apply.ts';
import { changesIn, diffOf, formatChange, writeChangeset } from './changeset.ts';
import { examine, headProblems } from './checks.ts';
import { ChangesetConflict } from './conflicts.ts';
import { factsOf, printed } from './facts.ts';
import { recordsOfGraph } from './graphRecords.ts';
import { planOf } from './plan.ts';
import { bounds } from './reconcile.ts';
import { namedByOthers, readSurroundings, type Surroundings } from './surroundings.ts';

interface Reverting {
  readonly version: number;
  readonly author: string;
  /** Why; not said: that the changeset is undone, with its own message. */
  readonly message?: string | undefined;
  /** Says what would change, and changes nothing. */
  readonly dryRun?: boolean | undefined;
}

/** A row by its key, as a changeset left it and as it was before; undefined: it was not there. */
interface Undoing {
  readonly table: Table;
  readonly key: string;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/**
 * Undoes a changeset, in one transaction, as a changeset of its own.
 * @throws InvalidArgument if there is no such changeset, or what was before it is not known; ChangesetConflict if facts
 * have changed since, or others lean on what would go; SeedProblems if the graph would not hold together; MayOnlyRead.
 * Nothing is then written.
 */
export async function revert(prisma: PrismaClient, { version, author, message, dryRun }: Reverting): Promise<Applied> {
  await needToWrite(prisma, 'undoing a changeset writes facts', 'undo it as one that may write');
  return await inTransaction(prisma, bounds, async (tx) => {
    await lockWriters(tx);
    const head = { author, message: message ?? (await messageFor(tx, version)) };
    const mistakes = headProblems(head);
    if (mistakes.length > 0) throw new SeedProblems(mistakes, 'the changeset');
    const undone = await readUndone(tx, { after: version - 1, upTo: version });
    const touched = await touchedBy(readWithin(tx), undone);
    const surroundings = await surroundingsOf(tx, touched, undone);
    const { rows } = surroundings;
    await refuseChanged(tx, { version, rows, undone });
    const wanted = withUndone(rows, undone);
    await refuseLeaning(tx, { version, surroundings, wanted, touched });
    await refuseMistakes(tx, { version, surroundings, wanted, touched });
    const changes = diffOf(factsOf(rows), factsOf(wanted));
    if (dryRun === true || changes.length === 0) return { version: (await readVersion(tx)).version, changes };
    await writeRows(tx, planOf(rows, wanted));
    await writeChangeset(tx, { origin: 'REVERT', ...head, reverts: version });
    return { version: (await readVersion(tx)).version, changes };
  });
}

/** Says what is undone, as much of it as a message holds. @throws InvalidArgument */
async function messageFor(tx: Prisma.TransactionClient, version: number): Promise<string> {
  const changeset = await tx.changeset.findUnique({ where: { version } });
  const { first, last } = await readHistory(readWithin(tx));
  if (changeset === null)
    throw new InvalidArgument(['changeset'], `there is no changeset ${version}`, `${first} to ${last}`);
  if (version <= first && first > 0)
    throw new InvalidArgument(
      ['changeset'],
      `the history begins with version ${first}, so what was before changeset ${version} is not known`,
      last > first ? `${first + 1} to ${last}` : 'none yet',
    );
  const why = changeset.message ?? `written to the database by ${changeset.author}`;
  return `Undo changeset ${version}: ${why}`.slice(0, 1_000);
}

/** What a span of versions did, row by row. */
async function readUndone(tx: Prisma.TransactionClient, span: Span): Promise<Undoing[]> {
  const read = readWithin(tx);
  const types = await readColumnTypes(read);
  const revisions = await readRevisions(read, span);
  const isIn = (version: number | null): boolean => version !== null && version > span.after && version <= span.upTo;
  const [before, after] = [
    revisions.filter(({ since, until }) => since <= span.after && isIn(until)),
    revisions.filter(({ since, until }) => isIn(since) && !isIn(until)),
  ];
  return tables.flatMap((table) => {
    const [was, is] = [byKey(before, table, types), byKey(after, table, types)];
    return [...new Set([...was.keys(), ...is.keys()])].map((key) => ({
      ...{ table, key },
      before: was.get(key),
      after: is.get(key),
    }));
  });
}

function byKey(revisions: readonly Revision[], table: Table, types: ColumnTypes): ReadonlyMap<string, Row> {
  const rows = revisions.filter(({ model }) => model === table.model).map(({ row }) => typedRow(row, table, types));
  return new Map(rows.map((row) => [keyOf(row, table.key), row]));
}

/** The part of the graph that bears on what is undone: what records of the same facts would be checked beside. */
async function surroundingsOf(
  tx: Prisma.TransactionClient,
  touched: Touched,
  undone: readonly Undoing[],
): Promise<Surroundings> {
  const ids = [...touched.entities, ...touched.relationships];
  const near = await loadRows(tx, { ...touched, core: touched.entities });
  const records = recordsOfGraph(withUndone(near, undone));
  return await readSurroundings(tx, nodesOf(records, ids), ids);
}

const nodesOf = (records: ReadonlyMap<string, Node>, ids: readonly string[]): Node[] =>
  ids.flatMap((id) => records.get(id) ?? []);

/** The entities and the relationships that rows are of, by their ids. */
interface Touched {
  readonly entities: readonly string[];
  readonly relationships: readonly string[];
}

async function touchedBy(read: Read, undone: readonly Undoing[]): Promise<Touched> {
  const cells = (model: Table['model'], column: string): string[] =>
    undone.flatMap(({ table, before, after }) =>
      table.model === model
        ? [before, after].flatMap((row) => ((row?.[column] ?? null) === null ? [] : [String(row?.[column])]))
        : [],
    );
  const ofTables = tables.flatMap(({ model, references: [first] }) =>
    ['evidence', 'affectedEntity', 'relationship'].includes(model) ? [] : cells(model, first?.columns[0] ?? 'id'),
  );
  const parts = await readOwners(read, {
    Term: cells('evidence', 'termId'),
    LegislationStage: cells('evidence', 'stageId'),
    Provision: [...cells('evidence', 'provisionId'), ...cells('affectedEntity', 'provisionId')],
  });
  return {
    entities: [...new Set([...ofTables, ...cells('evidence', 'entityId'), ...parts])],
    relationships: [...new Set([...cells('relationship', 'id'), ...cells('evidence', 'relationshipId')])],
  };
}

/** Refuses to undo what somebody has changed since. @throws ChangesetConflict */
async function refuseChanged(
  tx: Prisma.TransactionClient,
  { version, rows, undone }: { version: number; rows: Rows; undone: readonly Undoing[] },
): Promise<void> {
  const changed = undone.filter((one) => {
    const now = rowsByKey(rows, one.table).get(one.key);
    return !same(now, one.after, one.table) && !same(now, one.before, one.table);
  });
  if (changed.length === 0) return;
  const facts = changed.map(({ table, before, after }) => ({
    fact: table.fact,
    ids: [keyOf((after ?? before) as Row, table.owner)],
  }));
  const { version: upTo } = await readVersion(tx);
  const revisions = await readRevisions(readWithin(tx), { after: version, upTo }, facts);
  const later = await tx.changeset.findMany({ where: { version: { gt: version } }, orderBy: { version: 'asc' } });
  const told = later.flatMap((one) =>
    changesIn(revisions, { after: one.version - 1, upTo: one.version }).map(
      (change) => `changeset ${one.version} of ${one.author}: ${formatChange(change)}`,
    ),
  );
  throw new ChangesetConflict(
    [`What changeset ${version} changed has changed since:`, ...told, 'Nothing was changed. Undo these first.'].join(
      '\n',
    ),
  );
}

const same = (one: Row | undefined, other: Row | undefined, table: Table): boolean =>
  one === undefined || other === undefined ? one === other : printed(one, table) === printed(other, table);

const rowsByKey = (rows: Rows, { model, key }: Table): ReadonlyMap<string, Row> =>
  new Map((rows.get(model) ?? []).map((row) => [keyOf(row, key), row]));

/** The rows as they were before what is undone. */
function withUndone(rows: Rows, undone: readonly Undoing[]): Rows {
  const undoneIn = groupBy(undone, ({ table }) => table.model);
  return new Map(
    tables.map((table) => {
      const held = new Map(rowsByKey(rows, table));
      for (const { key, before } of undoneIn(table.model)) {
        if (before === undefined) held.delete(key);
        else held.set(key, { ...held.get(key), ...before });
      }
      return [table.model, [...held.values()]] as const;
    }),
  );
}

/** Refuses to take away what others lean on. @throws ChangesetConflict that names them */
async function refuseLeaning(
  tx: Prisma.TransactionClient,
  { version, surroundings, wanted, touched }: Checked,
): Promise<void> {
  const { rows } = surroundings;
  const goes = new Map(
    tables.map((table) => {
      const stays = rowsByKey(wanted, table);
      return [table.model, new Set([...rowsByKey(rows, table).keys()].filter((key) => !stays.has(key)))] as const;
    }),
  );
  const near = tables.flatMap((table) =>
    (wanted.get(table.model) ?? []).flatMap((row) =>
      table.references
        .filter(({ model, columns }) => goes.get(model)?.has(keyOf(row, columns)))
        .map(({ columns }) => ({ by: keyOf(row, table.owner), id: keyOf(row, columns) })),
    ),
  );
  const ids = [...touched.entities, ...touched.relationships];
  const removed = touched.entities.filter((id) => goes.get('entity')?.has(id));
  const far = await namedByOthers(tx, surroundings, new Set(ids), removed);
  const leaning = [...new Set([...near, ...far].map(({ by, id }) => `${by} names "${id}"`))];
  if (leaning.length === 0) return;
  throw new ChangesetConflict(
    [
      `Others lean on what changeset ${version} added:`,
      ...leaning.slice(0, mostTold),
      ...(leaning.length > mostTold ? [`and ${leaning.length - mostTold} more`] : []),
      'Nothing was changed. Change or remove these first.',
    ].join('\n'),
  );
}

/** How many facts are named at the most: nobody mends more one by one. */
const mostTold = 50;

interface Checked {
  readonly version: number;
  readonly surroundings: Surroundings;
  readonly wanted: Rows;
  readonly touched: Touched;
}

/**
 * Refuses what the graph with what has been added since would not bear. What is wrong now, or was before the changeset, as
 * somebody can make it who writes past this program, may be so again.
 * @throws SeedProblems
 */
async function refuseMistakes(
  tx: Prisma.TransactionClient,
  { version, surroundings, wanted, touched }: Checked,
): Promise<void> {
  const { rows, register, cited } = surroundings;
  const known = {
    ...{ cited, unread: [...surroundings.unread.values()] },
    register: new Map([...register].filter(([id]) => !touched.entities.includes(id))),
  };
  const near = [...new Set([...surroundings.graph.keys(), ...touched.entities, ...touched.relationships])];
  const mistakesIn = (some: Rows): readonly Problem[] =>
    examine({ records: nodesOf(recordsOfGraph(some), near), broken: [], problems: [] }, known);
  const found = mistakesIn(wanted);
  if (found.length === 0) return;
  const { version: upTo } = await readVersion(tx);
  const then = withUndone(rows, await readUndone(tx, { after: version - 1, upTo }));
  const borne = new Set([...mistakesIn(then), ...mistakesIn(rows)].map(formatProblem));
  const problems = found.filter((problem) => !borne.has(formatProblem(problem)));
  if (problems.length > 0) throw new SeedProblems(problems, 'the graph without the changeset');
}
