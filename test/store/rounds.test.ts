/** How often an answer waits for the database, one time after the other, where nothing has been read before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import type { Read, Statement } from '../../src/database/read.ts';
import { seed } from '../../src/seeding/seed.ts';
import { startService } from '../../src/server/start.ts';
import { openMigrated } from '../database.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigrated();
  await seed(database.prisma, { seedsFolder: 'seeds' });
});
afterAll(async () => await database.close());

/** When a statement was sent and answered, on a clock that counts these moments. */
interface Noted {
  readonly text: string;
  readonly sent: number;
  answered: number;
}

/** Asks a service that has read nothing yet. */
async function statementsOf(query: string): Promise<Noted[]> {
  const noted: Noted[] = [];
  let clock = 0;
  const read: Read = async <Row extends object>(statement: Statement, signal?: AbortSignal): Promise<Row[]> => {
    // The change log is followed and cut meanwhile, which no answer waits for.
    if (/pg_snapshot_xmin|"Change"/.test(statement.text)) return await database.read<Row>(statement, signal);
    clock += 1;
    const one = { text: statement.text, sent: clock, answered: Number.POSITIVE_INFINITY };
    noted.push(one);
    const rows = await database.read<Row>(statement, signal);
    clock += 1;
    one.answered = clock;
    return rows;
  };
  const log = (line: string, about: unknown): void => console.error(line, about);
  const service = await startService({ ...database, read }, { host: 'localhost', port: 0, log });
  // The adjacency index is there by now.
  noted.length = 0;
  try {
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await response.json()).not.toHaveProperty('errors');
    return noted;
  } finally {
    await service.stop();
  }
}

/** The length of the longest chain of statements each of which was sent after the one before it was answered. */
function roundsOf(statements: readonly Noted[]): number {
  const depths: number[] = [];
  for (const { sent } of statements) {
    const before = depths.filter((_, index) => (statements[index] as Noted).answered < sent);
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
}

const page = `entity(id: "psac") {
  id kind name summary names { text }
  ... on Organization { offices { nodes { id name holders(asOf: "2015-05-12") { nodes { id name } } } } }
  relationships(first: 20) {
    nodes { id type object { id name } evidence { nodes { article { id } paragraph basis anchors } } }
  }
}`;
const timeline = 'timeline(of: "psac", first: 20) { nodes { date { edtf } moment entity { id name } } }';

test.each([
  ['what an entity’s page shows of it', `{ ${page} }`, 1, 2],
  ['an entity’s page with its timeline', `{ ${page} ${timeline} }`, 2, 4],
  [
    'disputes, parties, their offices, and holders',
    `{ disputes(first: 20) { nodes { id name parties { side actor { id name
    ... on Organization { offices { nodes { id name holders { nodes { id name } } } } } } } } } }`,
    3,
    4,
  ],
  ['a list', '{ disputes(first: 50) { totalCount nodes { id name status start { edtf } } } }', 3, 3],
])('%s takes no more rounds, and no more statements', async (_, query, rounds, most) => {
  const statements = await statementsOf(query);
  const texts = statements.map(({ text }) => text).join('\n');
  expect(roundsOf(statements), texts).toBeLessThanOrEqual(rounds);
  expect(statements.length, texts).toBeLessThanOrEqual(most);
});
