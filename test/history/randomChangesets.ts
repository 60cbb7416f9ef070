/** Changesets at random over whatever the graph holds, one after the other, and undone again: the digest comes back. */
import { randomUUID } from 'node:crypto';
import { stringify } from 'yaml';
import { type Random, randomOf } from '../../bench/generate/random.ts';
import { apply } from '../../src/curation/apply.ts';
import { ChangesetConflict } from '../../src/curation/conflicts.ts';
import { recordsOfGraph } from '../../src/curation/graphRecords.ts';
import { revert } from '../../src/curation/revert.ts';
import type { Database } from '../../src/database/open.ts';
import { Prisma, type PrismaClient } from '../../src/generated/prisma/client.ts';
import type { Node } from '../../src/records/validation/node.ts';
import { SeedProblems } from '../../src/records/validation/problem.ts';
import { readSource } from '../../src/seeding/read.ts';
import { loadRows } from '../../src/store/tableRows.ts';
import { readVersion } from '../../src/store/version.ts';

/** What became of the changesets. */
export interface Outcome {
  applied: number;
  /** Not valid, so that nothing was written. */
  refused: number;
  /** How often each sort of edit was applied. */
  readonly sorts: Map<string, number>;
}

type Plain = Record<string, unknown>;

/** An edit: what becomes of the records, or a statement past the program. */
interface Edit {
  readonly put?: readonly Plain[];
  readonly remove?: readonly string[];
  readonly sql?: Prisma.Sql;
}

interface Graph {
  readonly entities: readonly Plain[];
  readonly relationships: readonly Plain[];
}

/**
 * Applies and undoes until enough were applied, or the time is over.
 * @throws Error if a digest does not come back.
 */
export async function applyAndRevert(
  { prisma }: Pick<Database, 'prisma'>,
  { seed, count, until }: { seed: number; count: number; until: number },
  onProgress: (outcome: Outcome) => void = () => {},
): Promise<Outcome> {
  const random = randomOf(seed);
  const outcome: Outcome = { applied: 0, refused: 0, sorts: new Map() };
  while (outcome.applied < count && performance.now() < until) {
    const made: { readonly version: number; readonly digest: string }[] = [];
    for (let left = random.between(1, 5); left > 0; left -= 1) {
      const before = await readVersion(prisma);
      const sort = await edit(prisma, random);
      const { version } = await readVersion(prisma);
      if (version === before.version) {
        outcome.refused += 1;
        continue;
      }
      outcome.applied += 1;
      outcome.sorts.set(sort, (outcome.sorts.get(sort) ?? 0) + 1);
      made.push({ version, digest: before.digest });
    }
    // Some stay, so that the graph is another one the next time.
    if (!random.chance(0.2)) await undoAll(prisma, made, random);
    onProgress(outcome);
  }
  return outcome;
}

async function undoAll(
  prisma: PrismaClient,
  made: { readonly version: number; readonly digest: string }[],
  random: Random,
): Promise<void> {
  for (const { version, digest } of made.reverse()) {
    const done = await readVersion(prisma);
    const undo = async (one: number): Promise<string> => {
      await revert(prisma, { version: one, author: 'bob' });
      return (await readVersion(prisma)).digest;
    };
    expectDigest(await undo(version), digest, `changeset ${version} undone`);
    if (!random.chance(0.1)) continue;
    const undone = await readVersion(prisma);
    expectDigest(await undo(undone.version), done.digest, `the undoing of ${version} undone`);
    expectDigest(await undo((await readVersion(prisma)).version), digest, `changeset ${version} undone again`);
  }
}

function expectDigest(digest: string, wanted: string, what: string): void {
  if (digest !== wanted) throw new Error(`${what}: the digest is ${digest} instead of ${wanted}`);
}

/** Makes one edit, if it is valid. @returns what sort it was */
export async function edit(prisma: PrismaClient, random: Random): Promise<string> {
  const graph = graphOf(recordsOfGraph(await loadRows(prisma)));
  const possible = graph.relationships.length > 0 ? sorts : sorts.filter((one) => !ofRelationships.has(one));
  const sort = random.pick(possible);
  const { put = [], remove = [], sql } = edits[sort]?.(graph, random) ?? {};
  try {
    if (sql !== undefined) await prisma.$executeRaw(sql);
    else {
      const source = readSource('edit.yaml', stringify(put, { aliasDuplicateObjects: false }));
      await apply(prisma, { source, remove, author: 'ann', message: sort });
    }
  } catch (error) {
    const refused = [SeedProblems, ChangesetConflict, Prisma.PrismaClientKnownRequestError];
    if (!refused.some((one) => error instanceof one)) throw error;
  }
  return sort;
}

function graphOf(records: ReadonlyMap<string, Node>): Graph {
  const all = [...records.values()].map((node) => plainOf(node) as Plain);
  return {
    entities: all.filter(({ subject }) => subject === undefined),
    relationships: all.filter(({ subject }) => subject !== undefined),
  };
}

function plainOf(node: Node): unknown {
  if (node.type === 'list') return node.items.map(plainOf);
  if (node.type === 'scalar') return node.value;
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainOf(entry.node)]));
}

/** Kinds and types of relationships that may be as often as one likes. */
const ways = [
  ['PERSON', 'MEMBER_OF', 'UNION'],
  ['UNION', 'PART_OF', 'UNION'],
  ['PERSON', 'MEMBER_OF', 'UNION'],
] as const;

const words = ['north', 'south', 'east', 'west', 'old', 'young', 'large', 'small'];
const external = (random: Random): Plain => ({ external: `The library, ${random.pick(words)} ${random.pick(words)}` });
const listOf = (value: unknown): readonly Plain[] => (Array.isArray(value) ? (value as Plain[]) : []);
const day = (random: Random): string =>
  `${random.between(2010, 2020)}-0${random.between(1, 9)}-${random.between(10, 28)}`;
const newId = (): string => `made-${randomUUID().replaceAll('-', '').replace(/\d/g, 'x').slice(0, 12)}`;
const typeOf = (relationship: Plain): string => Object.keys(relationship).find((key) => /^[A-Z_]+$/.test(key)) ?? '';

const edits: Readonly<Record<string, (graph: Graph, random: Random) => Edit>> = {
  'another summary': ({ entities }, random) => ({
    put: [{ ...random.pick(entities), summary: `A ${random.pick(words)} ${random.pick(words)} thing.` }],
  }),
  'another name': ({ entities }, random) => {
    const entity = random.pick(entities);
    const names = (entity['names'] ?? {}) as Record<string, Plain>;
    const en = { ...names['en'], alias: random.chance(0.3) ? [] : [random.pick(words), `${random.pick(words)} x`] };
    return { put: [{ ...entity, names: { ...names, en } }] };
  },
  'another day': ({ entities }, random) => {
    const entity = random.pick(entities.filter(({ kind }) => kind === 'DISPUTE'));
    const evidence = [...listOf(entity['evidence']).slice(0, 4), { ...external(random), for: ['start'] }];
    return { put: [{ ...entity, start: day(random), evidence }] };
  },
  'other evidence': ({ entities, relationships }, random) => {
    const record = random.pick([...entities, ...relationships]);
    const evidence = listOf(record['evidence']);
    const more = [...evidence, external(random)];
    return { put: [{ ...record, evidence: random.chance(0.5) ? more : more.slice(1) }] };
  },
  'other terms': ({ entities }, random) => {
    const proposal = random.pick(entities.filter(({ kind }) => kind === 'PROPOSAL'));
    const term = { issue: 'wages', year: random.between(1, 4), value: random.between(1, 9), unit: 'PERCENT' };
    const made = { ...term, text: random.pick(words), evidence: [external(random)] };
    const terms = listOf(proposal['terms']);
    return { put: [{ ...proposal, terms: random.chance(0.3) ? terms.slice(1) : [made, ...terms.slice(0, 2)] }] };
  },
  'other provisions': ({ entities }, random) => {
    const law = random.pick(entities.filter(({ kind }) => kind === 'LEGISLATION'));
    const affects = entities.filter(() => random.chance(0.2)).map(({ id }) => id);
    const made = { effect: `limits ${random.pick(words)}`, affects, evidence: [external(random)] };
    const stage = { stage: random.pick(['INTRODUCED', 'PASSED']), date: day(random), evidence: [external(random)] };
    return { put: [{ ...law, provisions: [made], stages: [stage] }] };
  },
  'a new entity': ({ entities }, random) => {
    const {
      id,
      kind,
      type,
      names: _,
      ...rest
    } = random.pick(
      entities.filter((one) => ['UNION', 'PERSON', 'ISSUE', 'OFFICE', 'DISPUTE'].includes(String(one['kind']))),
    );
    const made = newId();
    const copy = { ...(rest['singleSeat'] !== undefined && { singleSeat: rest['singleSeat'] }) };
    const entity = { id: made, kind, ...(type !== undefined && { type }), names: { en: { preferred: made } }, ...copy };
    return { put: [{ ...entity, summary: `Like ${String(id)}.`.replace(/\d/g, 'x'), evidence: [external(random)] }] };
  },
  'a new relationship': ({ entities }, random) => {
    const [subject = '', type = '', object = ''] = random.pick(ways);
    const one = (kind: string): unknown => random.pick(entities.filter((some) => some['kind'] === kind))['id'];
    const relationship = { subject: one(subject), [type]: one(object), evidence: [external(random)] };
    return { put: [{ ...relationship, ...(random.chance(0.5) && { from: day(random) }) }] };
  },
  'a relationship moves': ({ relationships, entities }, random) => {
    const { id, ...old } = random.pick(relationships);
    const type = typeOf(old);
    const kind = entities.find((one) => one['id'] === old[type])?.['kind'];
    const others = entities.filter((one) => one['kind'] === kind && one['id'] !== old[type]);
    const object = others.length === 0 ? old[type] : random.pick(others)['id'];
    const gone = String(id ?? `${String(old['subject'])}.${type}.${String(old[type])}`);
    return { put: [{ ...old, [type]: object }], remove: [gone] };
  },
  'a removal': ({ entities, relationships }, random) => {
    const { id, ...one } = random.pick([
      ...relationships,
      ...entities.filter((some) => String(some['id']).startsWith('made-')),
    ]);
    const gone = id ?? `${String(one['subject'])}.${typeOf(one)}.${String(one[typeOf(one)])}`;
    return { remove: [String(gone)] };
  },
  'several at once': ({ entities }, random) => ({
    put: entities
      .filter(() => random.chance(0.1))
      .map((one) => ({ ...one, summary: `A ${random.pick(words)} ${random.pick(words)} thing.` })),
  }),
  'a statement past the program': ({ entities }, random) => {
    const id = String(random.pick(entities)['id']);
    return {
      sql: random.pick([
        Prisma.sql`UPDATE "Entity" SET "summary" = ${`Past ${random.pick(words)} ${random.pick(words)}.`} WHERE "id" = ${id}`,
        Prisma.sql`DELETE FROM "Name" WHERE "entityId" = ${id} AND "type" = 'ALIAS'`,
        Prisma.sql`UPDATE "Relationship" SET "note" = ${random.pick(words)} WHERE "subjectId" = ${id}`,
        Prisma.sql`DELETE FROM "Evidence" WHERE "entityId" = ${id} AND "ordinal" > 1`,
      ]),
    };
  },
};

const sorts = Object.keys(edits);
/** Those that need a relationship. */
const ofRelationships: ReadonlySet<string> = new Set(['a new relationship', 'a relationship moves', 'a removal']);
