/** The embedded database: a statement that never ends, other containers, and folders that cannot be used. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { applyMigrations } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { syncRules } from '../../src/store/rules.ts';
import { commandLine, ended, run, saying, start } from '../commandLine/run.ts';
import { seedBase, server } from '../network/second.ts';
import { ask, send } from './service.ts';

// Databases boot in every test, and on a busy machine that takes many seconds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const root = process.getuid?.() === 0;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder with a few facts, whose searches never end. */
async function prepare(folder: string): Promise<void> {
  const database = await openDatabase({ folder: join(folder, 'data') });
  await applyMigrations(database.adapter);
  await syncRules(database.prisma);
  await seedBase(database);
  await database.prisma.$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION fold(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS
     $$ BEGIN LOOP END LOOP; END $$`,
  );
  await database.close();
}

/** Serves the folder as a process of its own. */
async function serve(folder: string, env: NodeJS.ProcessEnv = {}) {
  const child = start(folder, ['serve', '--no-seed'], { PORT: '0', DATA_DIR: 'data', ...env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const end = ended(child);
  const said = await saying(child, /^Next/m).catch(async () => {
    throw new Error(`it did not start: ${(await end).stderr}`);
  });
  return { child, end, url: /(http:\/\/\S+\/graphql)/.exec(said)?.[1] ?? '' };
}

const neverEnds = '{ search(query: "anything") { totalCount } }';

describe.runIf(server === '')('a statement that never ends', () => {
  it('row 66: keeps nobody else waiting, and the database is there again afterwards', async () => {
    const folder = newFolder();
    await prepare(folder);
    const { url } = await serve(folder, { REQUEST_TIMEOUT: '2000' });
    const before = (await ask(url, '{ graph { version digest counts { entities relationships evidence } } }')).data;
    const asking = ask(url, neverEnds);
    const slowest = { livez: 0, memory: 0 };
    for (let time = 0; time < 10; time += 1) {
      slowest.livez = Math.max(slowest.livez, (await send(new URL('/livez', url), {})).milliseconds);
      const held = await ask(url, '{ graph { version } }');
      expect(held.status).toBe(200);
      slowest.memory = Math.max(slowest.memory, held.milliseconds);
      await sleep(100);
    }
    expect(slowest.livez).toBeLessThan(1_000);
    expect(slowest.memory).toBeLessThan(1_000);
    expect(await asking).toMatchObject({ status: 503, errors: [{ extensions: { code: 'TIME_LIMIT' } }] });
    expect((await asking).milliseconds).toBeLessThan(4_000);
    // Whoever asks now waits until it is there again, or until their time is over.
    await expect
      .poll(async () => (await ask(url, '{ unions { nodes { name summary } } }')).status, { timeout: 20_000 })
      .toBe(200);
    const after = (await ask(url, '{ graph { version digest counts { entities relationships evidence } } }')).data;
    expect(after).toEqual(before);
    await expect
      .poll(async () => (await send(new URL('/readyz', url), {})).status, { timeout: 20_000, interval: 200 })
      .toBe(200);
  });

  it('row 66: of a client that hung up is stopped, too', async () => {
    const folder = newFolder();
    await prepare(folder);
    const { url } = await serve(folder, { REQUEST_TIMEOUT: '60000' });
    const body = JSON.stringify({ query: neverEnds });
    const headers = { 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(500) }).catch(() => {});
    const told = await ask(url, '{ unions { nodes { name summary } } }');
    expect(told.status).toBe(200);
    expect(told.milliseconds).toBeLessThan(20_000);
  });

  it('row 66: does not keep the service from its end', async () => {
    const folder = newFolder();
    await prepare(folder);
    const { child, end, url } = await serve(folder, { REQUEST_TIMEOUT: '60000', SHUTDOWN_TIMEOUT: '500' });
    const asking = ask(url, neverEnds).catch(() => null);
    await sleep(500);
    const began = performance.now();
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
    expect(performance.now() - began).toBeLessThan(15_000);
    await asking;
    // The folder is free at once.
    expect(await run(folder, ['migrate', 'status'], { DATA_DIR: 'data' })).toMatchObject({ code: 0, stderr: '' });
  });

  it('row 66: does not outlive a service that was killed', async () => {
    const folder = newFolder();
    await prepare(folder);
    const { url } = await serve(folder, { REQUEST_TIMEOUT: '60000' });
    const asking = ask(url, neverEnds).catch(() => null);
    await sleep(500);
    const [database, , , service] = readFileSync(join(folder, 'data', 'lock'), 'utf8')
      .split(' ')
      .map(Number);
    process.kill(service ?? 0, 'SIGKILL');
    await asking;
    await expect.poll(() => existsSync(`/proc/${database}`), { timeout: 10_000 }).toBe(false);
    expect(await run(folder, ['migrate', 'status'], { DATA_DIR: 'data' })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe.runIf(server === '' && root)('a data folder of another container', () => {
  it('row 67: is refused to a process that cannot see the first', async () => {
    const folder = newFolder();
    const { url } = await serve(folder);
    const command = [process.execPath, ...commandLine, 'migrate', 'status'];
    const other = spawn('unshare', ['--pid', '--fork', '--mount-proc', ...command], {
      cwd: folder,
      env: { ...process.env, DATA_DIR: 'data', DATABASE_URL: '' },
    });
    const { code, stderr } = await ended(other);
    expect(code).toBe(1);
    expect(stderr).toMatch(/is in use by process \d+ of another container or machine\. .*DATABASE_URL/);
    expect((await ask(url, '{ graph { version } }')).status).toBe(200);
  });
});

describe.runIf(server === '')('a data folder that cannot be used is said in one line that says what to do', () => {
  const refused = async (folder: string, data: string): Promise<string> => {
    const { code, stdout, stderr } = await run(folder, ['migrate', 'status'], { DATA_DIR: data });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).not.toMatch(/\[object|\bat \S+:\d+/);
    return stderr;
  };
  const mounted = (folder: string, options: string): string => {
    const path = join(folder, 'mounted');
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
    onTestFinished(() => void execFileSync('umount', ['--lazy', path]));
    return path;
  };

  it('row 70: a file', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'data'), '');
    expect(await refused(folder, 'data')).toContain('data is not a folder. Remove it, or set DATA_DIR');
    expect(await refused(folder, 'data/deeper')).toContain('is not a folder. Remove it, or set DATA_DIR');
  });

  it('row 70: the data of another version of PostgreSQL', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'data', 'pg'), { recursive: true });
    writeFileSync(join(folder, 'data', 'pg', 'PG_VERSION'), '17\n');
    expect(await refused(folder, 'data')).toContain(
      'holds data of PostgreSQL 17, and this version of the project reads 18',
    );
  });

  it('row 70: data that are none', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'data', 'pg'), { recursive: true });
    writeFileSync(join(folder, 'data', 'pg', 'PG_VERSION'), '18\n');
    expect(await refused(folder, 'data')).toContain('cannot be opened');
  });

  it.runIf(root)('row 70: a disk that is read-only', async () => {
    const folder = newFolder();
    expect(await refused(folder, join(mounted(folder, 'ro'), 'data'))).toContain('is on a disk that is read-only');
  });

  it.runIf(root)('row 70: a disk that is full', async () => {
    const folder = newFolder();
    expect(await refused(folder, join(mounted(folder, 'size=8m'), 'data'))).toMatch(
      /the disk of .* is full: \d+ MB are free/,
    );
  });
});
