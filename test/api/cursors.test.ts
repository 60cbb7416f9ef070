/** What the service gives out, it takes back: a cursor is never longer than a text may be. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { longestText } from '../../src/records/inputText.ts';
import { startService } from '../../src/server/start.ts';
import { openMigrated } from '../database.ts';

const longestId = 80;
const idOf = (kind: string, n: number): string => `${kind}-${n}-`.padEnd(longestId, 'x');

let database: Database;
let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  database = await openMigrated();
  const { prisma } = database;
  for (const n of [1, 2, 3]) {
    for (const kind of ['PERSON', 'OFFICE'] as const) {
      const id = idOf(kind.toLowerCase(), n);
      await prisma.entity.create({
        data: {
          id,
          kind,
          summary: 'library',
          names: {
            create: { language: 'en', type: 'PREFERRED', ordinal: 0, text: `library ${'word '.repeat(55)}${n}` },
          },
        },
      });
    }
    const [subjectId, objectId] = [idOf('person', n), idOf('office', n)];
    await prisma.office.create({ data: { id: objectId, singleSeat: false } });
    await prisma.relationship.create({
      data: {
        id: `${subjectId}.HOLDS.${objectId}`,
        type: 'HOLDS',
        ...{ subjectId, subjectKind: 'PERSON', objectId, objectKind: 'OFFICE' },
        ...{ heldOfficeId: objectId, singleSeat: false },
        validFrom: '2015-05-12',
        validFromEarliest: new Date('2015-05-12'),
        validFromLatest: new Date('2015-05-12'),
        validFromBasis: 'STATED',
      },
    });
  }
  service = await startService(database, { host: 'localhost', port: 0, log: () => {} });
});
afterAll(async () => {
  await service.stop();
  await database.close();
});

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
}

test.each([
  ['entities by id', 'entities(PAGE)'],
  ['entities by name', 'entities(orderBy: { field: NAME }, PAGE)'],
  ['entities by date', 'entities(orderBy: { field: DATE, direction: DESC }, PAGE)'],
  ['a search', 'search(query: "library", PAGE)'],
  ['the timeline', 'timeline(PAGE)'],
  ['relationships', `person(id: "${idOf('person', 1)}") { relationships(PAGE) { FIELDS } }`],
])('row 64: the cursors of %s are taken, with the longest ids and long names', async (_, field) => {
  const read = async (after: string | null): Promise<Connection> => {
    const fields = 'totalCount edges { cursor }';
    const call = field.replace('PAGE', 'first: 1, after: $after');
    const query = `query ($after: String) { ${call.includes('FIELDS') ? call.replace('FIELDS', fields) : `${call} { ${fields} }`} }`;
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after } }),
    });
    const { data, errors } = (await response.json()) as {
      data: Record<string, Connection & Record<string, Connection>>;
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    const [found] = Object.values(data);
    return found?.['relationships'] ?? (found as Connection);
  };
  const { totalCount } = await read(null);
  let after: string | null = null;
  for (let n = 0; n < totalCount; n += 1) {
    after = (await read(after)).edges[0]?.cursor ?? '';
    expect(after.length).toBeLessThanOrEqual(longestText);
  }
  expect((await read(after)).edges).toEqual([]);
  expect(totalCount).toBeGreaterThan(0);
});
