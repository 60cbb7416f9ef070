/** What is meant to get at the inside, or at whoever reads the answers. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { formatProblem } from '../../src/records/validation/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { openMigrated } from '../database.ts';
import { folderOf } from '../seeding/fixture.ts';
import { ask, inside, send, serve } from './service.ts';

const url = inject('url');

/** Texts that would be more than texts, were they put together with others. */
const injections = [
  "' OR '1'='1",
  '\'; DROP TABLE "Entity"; --',
  "\\'; SELECT pg_sleep(10); --",
  '$1',
  '$$; SELECT 1; $$',
  '%" OR "" = "',
  "') UNION SELECT version() --",
  "psac' & !x | (",
];

describe('row 37: SQL in what is asked for', () => {
  const fields: Readonly<Record<string, string>> = {
    'the words of a search': 'query ($text: String!) { search(query: $text) { totalCount edges { node { id } } } }',
    'the text of a filter': 'query ($text: String) { entities(filter: { text: $text }) { totalCount } }',
    'what a filter names': 'query ($text: String) { entities(filter: { notStated: $text }) { totalCount } }',
    'an id': 'query ($text: ID!) { entity(id: $text) { id } }',
    'ids in a filter': 'query ($text: ID) { disputes(filter: { party: $text, issue: $text }) { totalCount } }',
    'a cursor': 'query ($text: String) { entities(after: $text) { totalCount } }',
    'a way': 'query ($text: ID!) { path(from: $text, to: "psac", exclude: [$text]) { length } }',
    'an attribute': 'query ($text: String) { union(id: "psac") { evidence(attribute: $text) { nodes { basis } } } }',
  };

  it.each(Object.entries(fields))('row 37: %s is a text and nothing else', async (_, query) => {
    for (const text of injections) {
      const told = await ask(url, query, { text });
      // Found or not, refused or not: it is never the database that is at a loss.
      expect([200, 400], told.text).toContain(told.status);
      expect(told.text).not.toMatch(/syntax|PostgreSQL \d|INTERNAL_SERVER_ERROR/);
      expect(told.milliseconds).toBeLessThan(8_000);
    }
  });

  it('row 37: an order is by one of the fields that there are, and one of two directions', async () => {
    for (const order of injections) {
      for (const by of [order, { field: order }, { field: 'ID', direction: order }]) {
        const told = await ask(url, 'query ($by: EntityOrder) { entities(orderBy: $by) { totalCount } }', { by });
        expect(told).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
      }
    }
    const kinds = await send(new URL(`/export/entities.csv?kinds=${encodeURIComponent(injections[1] ?? '')}`, url), {});
    expect(kinds).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('row 37: all facts are still there afterwards', async () => {
    expect((await ask(url, '{ union(id: "psac") { id } }')).data).toEqual({ union: { id: 'psac' } });
  });
});

describe('a database with odd facts, and faults', () => {
  let database: Database;
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const link = 'javascript:alert(document.cookie)';
  beforeAll(async () => {
    database = await openMigrated();
    const name = { language: 'en', type: 'PREFERRED', ordinal: 0, text: `${script} ${link}` } as const;
    await database.prisma.entity.create({
      data: { id: 'psac', kind: 'UNION', summary: script, names: { create: name } },
    });
  });
  afterAll(async () => await database.close());

  it('row 39: what looks like a page or a script is told as it is, as data that no browser runs', async () => {
    const own = await serve(database);
    const told = await ask(own.url, '{ union(id: "psac") { name summary } }');
    expect(told.data).toEqual({ union: { name: `${script} ${link}`, summary: script } });
    const answers = [
      told.headers,
      (await ask(own.url, '{')).headers,
      (await send(new URL('/nothing', own.url), {})).headers,
      (await fetch(new URL('/export/entities.csv', own.url))).headers,
      (await fetch(new URL('/export/graph.jsonld', own.url))).headers,
    ];
    for (const headers of answers) {
      expect(headers.get('content-type')).not.toMatch(/html|svg|javascript/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });

  it('row 39: an address that is no web address is refused as evidence', async () => {
    const problemsOf = async (address: string): Promise<string[]> => {
      const evidence = `[{external: A page, url: ${JSON.stringify(address)}}]`;
      const issue = `- {id: new, kind: ISSUE, names: {en: {preferred: New}}, summary: New., evidence: ${evidence}}`;
      return (await check({ seedsFolder: folderOf({ 'a.yaml': issue }) })).problems.map(formatProblem);
    };
    expect(await problemsOf('https://example.org/page')).toEqual([]);
    for (const address of [link, 'data:text/html,<script>alert(1)</script>', ' javascript:alert(1)', '//example.org'])
      expect(await problemsOf(address)).toEqual([expect.stringContaining('is not an address') as string]);
  });

  it('row 36: an error of the database is masked, with an id that stands in the log', async () => {
    const own = await serve(database);
    await database.prisma.$executeRaw`ALTER TABLE "Evidence" RENAME TO "Mislaid"`;
    const query =
      'query Whose($id: ID!) { union(id: $id) { evidence { nodes { basis } } a: evidence { nodes { anchors } } } }';
    const told = await ask(own.url, query, { id: 'psac' }).finally(
      async () => await database.prisma.$executeRaw`ALTER TABLE "Mislaid" RENAME TO "Evidence"`,
    );
    // It was executed: who looks at statuses alone is told by the log and the metrics.
    expect(told.status).toBe(200);
    expect(told.errors[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(told.text).not.toMatch(inside);
    expect(told.text).not.toMatch(/Mislaid|relation "/);
    const id = told.errors[0]?.extensions['correlationId'];
    expect(told.headers.get('x-request-id')).toBe(id);
    expect(own.logged).toHaveLength(1);
    const [line, logged] = own.logged[0] ?? [];
    expect(line).toBe(`error ${String(id)}`);
    expect(logged).toMatchObject({ operation: 'Whose', requestId: id, codes: ['INTERNAL_SERVER_ERROR'] });
    const { err, ...rest } = logged as { err: unknown };
    expect(String(err)).toContain('Evidence');
    // What was asked about may be nobody's business.
    expect(JSON.stringify(rest)).not.toContain('psac');
  });
});
