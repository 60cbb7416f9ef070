/** What whoever runs the service looks at: metrics, health, the log, the configuration, and what is written of them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { codes } from '../../src/server/codes.ts';
import { settingNames, standardSettings, variableOf } from '../../src/server/settings.ts';
import { run } from '../commandLine/run.ts';
import { openMigrated } from '../database.ts';
import { folderOf } from '../seeding/fixture.ts';
import { ask, send, serve } from './service.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database.close());

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('metrics', () => {
  const metrics = async (url: string): Promise<string> => await (await fetch(new URL('/metrics', url))).text();

  it('row 4: there are so many names of operations and no more, whatever clients call theirs', async () => {
    const own = await serve(database);
    for (let index = 0; index < 150; index += 1) await ask(own.url, `query Name${index} { graph { version } }`);
    await ask(own.url, '{ graph { version } }');
    await ask(own.url, '{');
    const text = await metrics(own.url);
    const names = new Set([...text.matchAll(/operation="(\w+)"/g)].map(([, name]) => name));
    expect(names.size).toBeLessThanOrEqual(102);
    expect([...names]).toEqual(expect.arrayContaining(['Name0', 'Name99', 'other', 'refused']));
    expect(text).toMatch(/labourgraph_requests_total\{operation="other",outcome="ok"\} 51\n/);
    expect(text).toMatch(/labourgraph_requests_total\{operation="refused",outcome="GRAPHQL_PARSE_FAILED"\} 1\n/);
    expect(text).toMatch(/labourgraph_request_cost_sum\{operation="Name0"\} 1\n/);
  });

  it('row 36: each metric stands in the README, and each that stands there is one', async () => {
    const own = await serve(database);
    const told = new Set([...(await metrics(own.url)).matchAll(/^# TYPE (labourgraph_\w+)/gm)].map(([, name]) => name));
    const written = new Set([...readme.matchAll(/`(labourgraph_\w+)`/g)].map(([, name]) => name));
    expect(told.size).toBeGreaterThan(10);
    expect([...written].sort()).toEqual([...told].sort());
  });

  it('row 36: with a token they are for who has it', async () => {
    const own = await serve(database, { metricsToken: 'of-a-test' });
    const as = async (authorization: string) =>
      (await fetch(new URL('/metrics', own.url), { headers: { authorization } })).status;
    expect(await as('')).toBe(401);
    expect(await as('Bearer of-a-tesu')).toBe(401);
    expect(await as('Bearer of-a-test')).toBe(200);
  });
});

test('row 51: /livez and /readyz say that it is there, and ready', async () => {
  const own = await serve(database);
  expect((await send(new URL('/livez', own.url), {})).status).toBe(200);
  expect((await send(new URL('/readyz', own.url), {})).text).toBe('{"status":"ready"}');
});

test('row 43: what is slow is logged by its name and its cost, and nothing that was asked about', async () => {
  const own = await serve(database, { slowRequest: 1 });
  const query = 'query Slow($text: String!) { search(query: $text) { totalCount } }';
  await ask(own.url, query, { text: 'secret words' });
  expect(own.logged).toHaveLength(1);
  const [line, details] = own.logged[0] ?? [];
  expect(line).toMatch(/^slow [0-9a-f-]{36}$/);
  expect(details).toMatchObject({ operation: 'Slow', codes: [], cost: 51, milliseconds: expect.any(Number) as number });
  expect(JSON.stringify(own.logged)).not.toContain('secret');
});

describe('the configuration', () => {
  const printed = async (env: NodeJS.ProcessEnv) => await run(folderOf({}), ['serve', '--print-config'], env);

  it('row 34: is printed without its secrets', async () => {
    const { code, stdout, stderr } = await printed({
      DATABASE_URL: 'postgresql://user:hush-1@db.example.org:5433/facts?sslpassword=hush-2',
      METRICS_TOKEN: 'hush-3',
      MAX_DEPTH: '7',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('hush');
    expect(stdout).toContain('DATABASE_URL=postgresql://user:***@db.example.org:5433/facts');
    expect(stdout).toContain('\nMAX_DEPTH=7\n');
    for (const name of settingNames) expect(stdout).toContain(`\n${variableOf(name)}=`);
  });

  it('row 36: is refused with all its mistakes at once', async () => {
    const wrong = { MAX_DEPTH: '0', PORT: 'x', CORS_ORIGINS: 'example.org', INTROSPECTION: 'no', DATABASE_POOL: '1.5' };
    const { code, stderr } = await printed(wrong);
    expect(code).toBe(1);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(Object.keys(wrong).sort());
  });
});

test('row 36: each setting stands in the README with what it is where nobody sets it', () => {
  for (const name of settingNames) {
    const standard = standardSettings[name];
    const written = typeof standard === 'boolean' ? (standard ? 'on' : 'off') : String(standard);
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${variableOf(name)}\` |`));
    expect(row, variableOf(name)).toBeDefined();
    if (written !== '') expect(row?.split('|')[2]?.trim().replaceAll(' ', '')).toBe(written);
  }
});

test('row 36: each code stands in the README with its status, and each that stands there is one', () => {
  const rows = [...readme.matchAll(/^\| (\d{3}) \| `([A-Z_]+)` \|/gm)];
  expect(Object.fromEntries(rows.map(([, status, code]) => [code, Number(status)]))).toEqual(
    Object.fromEntries(Object.entries(codes).map(([code, { status }]) => [code, status])),
  );
});
