/** Applies a changeset: records to put beside what the graph holds, and ids to remove from it. */
import { lockWriters } from '../database/lockWriters.ts';
import { needToWrite } from '../database/privileges.ts';
import { readWithin } from '../database/read.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { TextStatus } from '../generated/prisma/enums.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import type { Source } from '../records/validation/node.ts';
import { type Place, type Problem, SeedProblems } from '../records/validation/problem.ts';
import type { EntityRecord, Records } from '../records/validation/records.ts';
import { validate } from '../records/validation/validate.ts';
import { isKeyOf } from '../registry/index.ts';
import { readHistory } from '../store/changeset.ts';
import { groupBy } from '../store/groupBy.ts';
import { readStubs } from '../store/neighbourhood.ts';
import { readRevisions } from '../store/revisions.ts';
import { writeRows } from '../store/tableRows.ts';
import { type Row, type Rows, tables } from '../store/tables.ts';
import { readVersion } from '../store/version.ts';
import { type ChangesetHead, changesIn, diffOf, type FactChange, formatChange, writeChangeset } from './changeset.ts';
import { headProblems, ofOption, problemsOf } from './checks.ts';
import { ChangesetConflict } from './conflicts.ts';
import { factsOf } from './facts.ts';
import { planOf } from './plan.ts';
import { bounds } from './reconcile.ts';
import { type ArticleText, hasSingleSeat, rowsOf } from './rows.ts';
import {
  namedByOthers,
  readSurroundings,
  registerOfStubs,
  type Surroundings,
  staysWithout,
  textAt,
} from './surroundings.ts';
import { followersIn, withTellersOfEvents } from './tellers.ts';

export interface Application extends Omit<ChangesetHead, 'origin'> {
  /** The records to put: each replaces the one of the same id. */
  readonly source: Source;
  /** The ids of entities and relationships to remove. */
  readonly remove: readonly string[];
  /** The version that the author looked at: whoever changed one of these facts since is not overwritten. */
  readonly expectedVersion?: number | undefined;
  /** Says what would change, and changes nothing. */
  readonly dryRun?: boolean | undefined;
}

export interface Applied {
  /** Of the data: the number of the changeset, or what it was if nothing changed. */
  readonly version: number;
  readonly changes: readonly FactChange[];
}

/**
 * Applies a changeset, in one transaction. What it reads and checks is the part of the graph that bears on the changes.
 * @throws SeedProblems that lists every mistake, also of the message and the author; ChangesetConflict, MayOnlyRead;
 * nothing is then written.
 */
export async function apply(prisma: PrismaClient, application: Application): Promise<Applied> {
  const { source, remove, expectedVersion, dryRun = false, author, message } = application;
  await needToWrite(prisma, 'a changeset writes facts', 'apply it as one that may write');
  return await inTransaction(prisma, bounds, async (tx) => {
    await lockWriters(tx);
    const surroundings = await readSurroundings(tx, source.records, remove);
    const wanted = await withRecords(tx, surroundings, application);
    const changes = diffOf(factsOf(surroundings.rows), factsOf(wanted));
    const { version } = await readVersion(tx);
    if (expectedVersion !== undefined) await refuseStale(tx, expectedVersion, version, changes);
    if (dryRun || changes.length === 0) return { version, changes };
    await writeRows(tx, planOf(surroundings.rows, wanted));
    await writeChangeset(tx, { origin: 'EDIT', author, message });
    return { version: (await readVersion(tx)).version, changes };
  });
}

/** The rows of the surroundings with those of the records in the place of what they replace. @throws SeedProblems */
async function withRecords(
  tx: Prisma.TransactionClient,
  surroundings: Surroundings,
  { source, remove, author, message }: Application,
): Promise<Rows> {
  const { rows } = surroundings;
  const { put, beside } = recordsPut(source, surroundings);
  const ids = new Set([...put.entities, ...put.relationships].map(({ id }) => id));
  const gone = new Set([...ids, ...remove, ...relationshipsFrom(rows, remove)]);
  const refusals = await refusedRemovals(tx, surroundings, { ids, gone, remove });
  // What is not to be removed stays, so that nothing else is told of its absence.
  const removed = remove.filter((id) => !refusals.has(id));
  const without = refusals.size === 0 ? gone : new Set([...ids, ...removed, ...relationshipsFrom(rows, removed)]);
  const others = [...headProblems({ author, message }), ...[...refusals.values()].flat()];
  if (others.length > 0 || problemsOf(source, surroundings, without).length > 0) {
    // To say which word was meant, every id has to be known.
    const problems = problemsOf(source, { ...surroundings, register: registerOfStubs(await readStubs(tx)) }, without);
    if (others.length + problems.length > 0) throw new SeedProblems([...others, ...problems], 'the changeset');
  }
  const followers = new Set([...followersIn(rows, ids)].filter((id) => !gone.has(id)));
  return withTellersOfEvents(replaced(rows, rowsOf(put, textsOf(rows, put), beside), gone, put), followers);
}

/** The records of the source alone, and the entities of the graph that they were read beside. */
function recordsPut(
  source: Source,
  { graph, register }: Surroundings,
): { put: Records; beside: readonly EntityRecord[] } {
  const own = new Set(source.records.map((node) => textAt(node, 'id')));
  const others = [...graph].filter(([id, node]) => !own.has(id) && textAt(node, 'subject') === undefined);
  const read = { ...source, records: [...others.map(([, node]) => node), ...source.records] };
  const { records } = validate(read, { register, cited: new Map() });
  const files = new Set(source.records.map(({ place }) => place.file));
  const isPut = ({ place }: { readonly place: Place }): boolean => files.has(place.file);
  return {
    put: { entities: records.entities.filter(isPut), relationships: records.relationships.filter(isPut) },
    beside: records.entities.filter((entity) => !isPut(entity)),
  };
}

/** The relationships of which removed entities are the subject: they go with them. */
const relationshipsFrom = (rows: Rows, remove: readonly string[]): string[] =>
  (rows.get('relationship') ?? [])
    .filter(({ subjectId }) => remove.includes(String(subjectId)))
    .map(({ id }) => String(id));

/** Of ids to remove that nothing has, that are put as well, or that what stays names: what is wrong. */
async function refusedRemovals(
  tx: Prisma.TransactionClient,
  surroundings: Surroundings,
  { ids, gone, remove }: { ids: ReadonlySet<string>; gone: ReadonlySet<string>; remove: readonly string[] },
): Promise<ReadonlyMap<string, Problem[]>> {
  const held = new Set(
    ['entity', 'relationship'].flatMap((model) => surroundings.rows.get(model) ?? []).map(({ id }) => id),
  );
  const named = groupBy(await namedByOthers(tx, surroundings, gone, remove), ({ id }) => id);
  const refused = (id: string): string[] => [
    ...(held.has(id) ? [] : [`there is no entity or relationship "${id}"`]),
    ...(ids.has(id) ? [`"${id}" is both put and removed`] : []),
    ...named(id).map(({ by }) => `${by} names "${id}"; change or remove that too`),
  ];
  const problems = new Map(remove.map((id) => [id, refused(id).map((message) => ofOption('remove', message))]));
  return new Map([...problems].filter(([, some]) => some.length > 0));
}

/** The articles' texts that are held, where the paragraphs stay what they were. */
function textsOf(existing: Rows, put: Records): ReadonlyMap<string, ArticleText> {
  const statuses = new Map((existing.get('article') ?? []).map(({ id, textStatus }) => [id, textStatus]));
  const passages = groupBy(existing.get('passage') ?? [], ({ articleId }) => String(articleId));
  return new Map(
    put.entities.flatMap(({ id, paragraphs }) => {
      const held = passages(id).sort((a, b) => Number(a['number']) - Number(b['number']));
      const same = paragraphs.every(({ sha256 }, index) => sha256 === held[index]?.['sha256']);
      const status = statuses.get(id);
      if (!same || typeof status !== 'string' || !isKeyOf(TextStatus, status)) return [];
      return [[id, { status, paragraphs: held.map(({ text }) => String(text ?? '')) }] as const];
    }),
  );
}

/** The rows without those of the entities and relationships that are gone, and with the new ones. */
function replaced(existing: Rows, put: Rows, gone: ReadonlySet<string>, { entities }: Records): Rows {
  const stays = staysWithout(existing, gone);
  const offices = new Map(entities.filter(({ kind }) => kind === 'OFFICE').map((one) => [one.id, hasSingleSeat(one)]));
  // Who holds an office says with it whether it has one seat.
  const seated = (row: Row): Row => {
    const singleSeat = offices.get(String(row['heldOfficeId']));
    return singleSeat === undefined ? row : { ...row, singleSeat };
  };
  return new Map(
    tables.map((table) => [
      table.model,
      [
        ...(existing.get(table.model) ?? []).filter((row) => stays(table, row)).map(seated),
        ...(put.get(table.model) ?? []),
      ],
    ]),
  );
}

/** @throws ChangesetConflict if a fact that changes has changed since a version. */
async function refuseStale(
  tx: Prisma.TransactionClient,
  expected: number,
  version: number,
  changes: readonly FactChange[],
): Promise<void> {
  if (expected > version)
    throw new InvalidArgument(['--expected-version'], `the graph is at version ${version}`, `0 to ${version}`);
  const { first } = await readHistory(readWithin(tx));
  if (expected < first)
    throw new InvalidArgument(
      ['--expected-version'],
      `the history begins with version ${first}`,
      `${first} to ${version}`,
    );
  const asked = changes.map(({ fact, id }) => ({ fact, ids: [id] }));
  const revisions = await readRevisions(readWithin(tx), { after: expected, upTo: version }, asked);
  const versions = [...new Set(revisions.flatMap(({ since, until }) => [since, until ?? 0]))];
  const made = await tx.changeset.findMany({
    where: { version: { in: versions, gt: expected } },
    orderBy: { version: 'asc' },
  });
  const told = made.flatMap(({ version: upTo, author }) =>
    changesIn(revisions, { after: upTo - 1, upTo }).map((theirs) => {
      const ours = changes.find(({ fact, id }) => fact === theirs.fact && id === theirs.id);
      return `changeset ${upTo} of ${author}: ${formatChange(theirs)}\n  here: ${ours && formatChange(ours)}`;
    }),
  );
  if (told.length > 0)
    throw new ChangesetConflict(
      [`The graph has changed since version ${expected}:`, ...told, 'Nothing was changed.'].join('\n'),
    );
}
