/** What whoever runs the service looks at: metrics, health, the log, the configuration, and what is written of them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { codes } from '../../src/server/codes.ts';
import { serviceSettings, settingNames, standardSettings, variableOf } from '../../src/server/settings.ts';
import { run } from '../commandLine/run.ts';
import { openMigrated } from '../database.ts';
import { folderOf } from '../seeding/fixture.ts';
import { ask, send, serve } from './service.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database.close());

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const [api, operate] = [page('api.md'), page('operate.md')];

describe('metrics', () => {
  const metrics = async (url: string): Promise<string> => await (await fetch(new URL('/metrics', url))).text();

  const countOf = (text: string, operation: string): number =>
    Number(
      new RegExp(`labourgraph_requests_total\\{operation="${operation}",outcome="ok"\\} (\\d+)`).exec(text)?.[1] ?? 0,
    );
  const namesIn = (text: string): string[] => [
    ...new Set([...text.matchAll(/operation="(\w+)"/g)].flatMap(([, name]) => name ?? [])),
  ];

  it('row 74: invented names of operations are never told apart, and those of honest ones stay', async () => {
    const own = await serve(database);
    const query = (name: string): string => `query ${name} { graph { version } }`;
    for (let time = 0; time < 5; time += 1) await ask(own.url, query('Before'));
    for (let index = 0; index < 300; index += 1) await ask(own.url, query(`Invented${index}`));
    for (let time = 0; time < 5; time += 1) for (const name of ['Before', 'After']) await ask(own.url, query(name));
    await ask(own.url, '{ graph { version } }');
    await ask(own.url, '{');
    await ask(own.url, query('other'));
    const text = await metrics(own.url);
    expect(namesIn(text).sort()).toEqual(['After', 'Before', 'anonymous', 'other', 'refused']);
    // The first time, it is not known yet.
    expect(countOf(text, 'Before')).toBe(9);
    expect(countOf(text, 'After')).toBe(4);
    expect(countOf(text, 'other')).toBe(303);
    expect(text).toMatch(/labourgraph_requests_total\{operation="refused",outcome="GRAPHQL_PARSE_FAILED"\} 1\n/);
    expect(text).toMatch(/labourgraph_request_cost_sum\{operation="After"\} 4\n/);
  });

  it('row 74: names that are asked again and again push out the rarest, and no others', async () => {
    const own = await serve(database);
    const query = (name: string): string => `query ${name} { graph { version } }`;
    for (let time = 0; time < 12; time += 1) await ask(own.url, query('Honest'));
    for (let index = 0; index < 150; index += 1)
      for (let time = 0; time < 3; time += 1) await ask(own.url, query(`Invented${index}`));
    for (let time = 0; time < 4; time += 1) await ask(own.url, query('Later'));
    const names = namesIn(await metrics(own.url));
    expect(names.length).toBeLessThanOrEqual(102);
    expect(names).toEqual(expect.arrayContaining(['Honest', 'Later']));
    expect(countOf(await metrics(own.url), 'Honest')).toBe(11);
  });

  it('row 74: a name of any length makes the metrics no longer', async () => {
    const own = await serve(database);
    const name = 'N'.repeat(200);
    for (let time = 0; time < 3; time += 1)
      expect((await ask(own.url, `query ${name} { graph { version } }`)).status).toBe(200);
    expect(await metrics(own.url)).not.toContain('N'.repeat(101));
  });

  it('row 36: each metric stands in docs/operate.md, and each that stands there is one', async () => {
    const own = await serve(database);
    const told = new Set([...(await metrics(own.url)).matchAll(/^# TYPE (labourgraph_\w+)/gm)].map(([, name]) => name));
    const section = /^## Metrics$.*?(?=^## )/ms.exec(operate)?.[0] ?? '';
    const written = new Set([...section.matchAll(/`(labourgraph_\w+)`/g)].map(([, name]) => name));
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
  expect(details).toMatchObject({
    operation: 'Slow',
    codes: [],
    cost: 1_001,
    milliseconds: expect.any(Number) as number,
  });
  expect(JSON.stringify(own.logged)).not.toContain('secret');
});

test('row 43: at `info` each request and export has a line, without what it asked about; at `warn` none has', async () => {
  const query = 'query Told($text: String!) { search(query: $text) { totalCount } }';
  const quiet = await serve(database);
  const chatty = await serve(database, { logLevel: 'info' });
  for (const own of [quiet, chatty]) {
    const { headers } = await ask(own.url, query, { text: 'secret words' });
    await ask(own.url, '{ none }');
    await (await fetch(new URL('/export/entities.csv?kinds=UNION', own.url))).text();
    if (own === quiet) continue;
    await expect.poll(() => own.logged.length).toBe(3);
    const [asked, refused, exported] = own.logged;
    expect(asked?.[0]).toBe(`answered ${headers.get('x-request-id')}`);
    expect(asked?.[1]).toMatchObject({ operation: 'Told', codes: [], cost: expect.any(Number) as number });
    expect(refused?.[1]).toMatchObject({ operation: null, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(exported).toEqual(['exported', { export: 'entities.csv', milliseconds: expect.any(Number) as number }]);
    expect(JSON.stringify(own.logged)).not.toMatch(/secret|UNION/);
  }
  expect(quiet.logged).toEqual([]);
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

test('row 36: each setting stands in docs/operate.md with its default and its meaning', () => {
  for (const name of settingNames) {
    const standard = standardSettings[name];
    const written = typeof standard === 'boolean' ? (standard ? 'on' : 'off') : String(standard);
    const row = operate.split('\n').find((line) => line.startsWith(`| \`${variableOf(name)}\` |`));
    expect(row, variableOf(name)).toBeDefined();
    if (written !== '') expect(row?.split('|')[2]?.trim().replaceAll(' ', '')).toBe(written);
    expect(row?.split('|')[3]?.trim()).toBe(serviceSettings.shape[name].description);
  }
});

test('row 36: each code stands in docs/api.md with its status, and each that stands there is one', () => {
  const rows = [...api.matchAll(/^\| (\d{3}) \| `([A-Z_]+)` \|/gm)];
  expect(Object.fromEntries(rows.map(([, status, code]) => [code, Number(status)]))).toEqual(
    Object.fromEntries(Object.entries(codes).map(([code, { status }]) => [code, status])),
  );
});
