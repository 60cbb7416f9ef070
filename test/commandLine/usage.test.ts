/** How the command line answers before it does anything: help, wrong calls, a wrong environment, no database. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatPage } from '../../src/records/page.ts';
import { formatSchema } from '../../src/records/seedFile.ts';
import { folderOf } from '../seeding/fixture.ts';
import { type Ran, run } from './run.ts';

/** Runs several commands side by side, each in an empty folder, which must be left empty. */
async function runAll(calls: readonly (readonly string[])[], env: NodeJS.ProcessEnv = {}): Promise<Ran[]> {
  const folder = folderOf({});
  const results = await Promise.all(calls.map((args) => run(folder, args, env)));
  expect(readdirSync(folder)).toEqual([]);
  return results;
}

test('--help says what there is, with environment and examples; so does every command of itself', async () => {
  const [all, seed, migrate] = (await runAll([['--help'], ['seed', '--help'], ['help', 'migrate']])) as [Ran, Ran, Ran];
  for (const { code, stderr } of [all, seed, migrate]) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const word of [
    'serve',
    'seed',
    'verify',
    'describe',
    'schema',
    'migrate',
    'DATABASE_URL',
    'DATA_DIR',
    'PORT',
    'ARTICLES_DIR',
    'SEEDS_DIR',
    'Examples',
  ]) {
    expect(all.stdout).toContain(word);
  }
  expect(seed.stdout).toContain('--articles <folder>');
  for (const { stdout } of [seed, migrate]) expect(stdout).toContain('DATABASE_URL');
  for (const word of ['status', 'apply', 'create <name>']) expect(migrate.stdout).toContain(word);
});

test('a wrong call ends with 2, says what is wrong and where help is, and prints nothing else', async () => {
  const results = await runAll([['frobnicate'], ['seed', '--bogus'], ['verify', '--articles']]);
  const said = ["unknown command 'frobnicate'", "unknown option '--bogus'", 'argument missing'];
  for (const [index, { code, stdout, stderr }] of results.entries()) {
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(said[index]);
    expect(stderr).toContain('--help');
  }
});

test('schema prints the schema of the seed files, or their page, or writes it, and says where it cannot', async () => {
  const calls = [['schema'], ['schema', '--format', 'markdown'], ['schema', '--output', 'nowhere/schema.json']];
  const [json, page, nowhere] = (await runAll(calls)) as [Ran, Ran, Ran];
  expect(json).toMatchObject({ code: 0, stderr: '', stdout: formatSchema() });
  expect(page).toMatchObject({ code: 0, stderr: '', stdout: formatPage() });
  expect(nowhere).toMatchObject({ code: 1, stdout: '', stderr: 'cannot write nowhere/schema.json: ENOENT\n' });
  const folder = folderOf({});
  const written = await run(folder, ['schema', '--output', 'schema.json']);
  expect(written).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'schema.json'), 'utf8')).toBe(formatSchema());
});

test('a call without a command ends with 2 and the help', async () => {
  for (const { code, stderr } of await runAll([[]])) {
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: labourgraph');
  }
});

test('an environment that cannot be used ends with 1 and a line for each mistake', async () => {
  const [both] = (await runAll([['serve']], { DATABASE_URL: 'mysql://user:hidden@host/db', PORT: '70000' })) as [Ran];
  expect(both.code).toBe(1);
  expect(both.stderr.trimEnd().split('\n')).toEqual([
    'DATABASE_URL: write postgresql://user:password@host:5432/database',
    'PORT: write a port, 0 to 65535',
  ]);
});

test('a name that is none for a migration ends with 1 and says how to write it', async () => {
  const [bad] = (await runAll([['migrate', 'create', 'Add Votes']])) as [Ran];
  expect(bad).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('snake_case') as string });
});

describe('a database that cannot be reached ends with 1 and one line, within ten seconds', () => {
  const expectOneLine = ({ code, stdout, stderr, milliseconds }: Ran, where: string): void => {
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`cannot reach the database at ${where}`);
    expect(stderr).not.toContain('hidden');
    expect(milliseconds).toBeLessThan(10_000);
  };

  test('because nothing listens', async () => {
    const DATABASE_URL = 'postgresql://user:hidden@127.0.0.1:1/db';
    const results = await runAll([['serve'], ['migrate', 'status']], { DATABASE_URL });
    for (const result of results) expectOneLine(result, '127.0.0.1:1/db: connect ECONNREFUSED');
  });

  test('because there is no such host', async () => {
    const [result] = await runAll([['migrate', 'status']], {
      DATABASE_URL: 'postgresql://user:hidden@nowhere.invalid/db',
    });
    expectOneLine(result as Ran, 'nowhere.invalid:5432/db: ');
  });

  test('because who listens does not answer', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [result] = await runAll([['migrate', 'status']], {
      DATABASE_URL: `postgresql://user:hidden@127.0.0.1:${port}/db`,
    });
    server.close();
    expectOneLine(result as Ran, `127.0.0.1:${port}/db: `);
  });
});
