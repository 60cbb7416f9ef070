/** One process at a time on a folder; a dead one keeps nobody out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/database/embedded/lock.ts';

let folder: string;
let children: ChildProcessWithoutNullStreams[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts another process that tries to take the lock, and gives the line that it says. */
async function other(): Promise<{ child: ChildProcessWithoutNullStreams; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'holder.ts'), folder]);
  children.push(child);
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, said };
}

const lock = () => join(folder, 'lock');

test('a second process is refused, and told the process that holds the folder', async () => {
  const { release } = await lockFolder(folder);
  const { said } = await other();
  expect(said).toContain(`FolderInUse: ${folder} is in use by process ${process.pid}.`);
  release();
  expect(readdirSync(folder)).toEqual([]);
  expect((await other()).said).toBe('held');
});

test('this process is refused while another holds the folder, and takes over when that one was killed', async () => {
  const { child, said } = await other();
  expect(said).toBe('held');
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  await expect(lockFolder(folder)).rejects.toThrow(`process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(lock())).toBe(true);
  const { release } = await lockFolder(folder);
  expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a holder that ends in order leaves nothing behind', async () => {
  const { child } = await other();
  child.stdin.end();
  await once(child, 'exit');
  expect(readdirSync(folder)).toEqual([]);
});

test('a process that holds the folder cannot take it twice', async () => {
  const { release } = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
  release();
  (await lockFolder(folder)).release();
});

test.runIf(existsSync('/proc/self/stat'))(
  'a process id that is used again by a later process keeps nobody out',
  async () => {
    const { release } = await lockFolder(folder);
    const mine = readFileSync(lock(), 'utf8');
    release();
    // The same id, begun at another time.
    writeFileSync(lock(), mine.replace(/ \S+/, ' 1'));
    const again = await lockFolder(folder);
    expect(readFileSync(lock(), 'utf8')).toBe(mine);
    again.release();
  },
);

test.each(['', 'nonsense\n', '-1 5\n', '0 5\n', '999999999 5\n'])(
  'a lock that names no living process (%j) keeps nobody out',
  async (content) => {
    writeFileSync(lock(), content);
    (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('a holder whose service has died is waited for, since it ends by itself', async () => {
  const { child } = await other();
  const held = readFileSync(lock(), 'utf8').trim().split(' ');
  writeFileSync(lock(), `${held.slice(0, 3).join(' ')} 999999999\n`);
  setTimeout(() => child.kill('SIGKILL'), 500);
  (await lockFolder(folder)).release();
  expect(child.killed).toBe(true);
});

/** The lock of a container that has process ids of its own: nobody here can tell whether its holder lives. */
const foreign = '1 5 elsewhere 1\n';

test('row 67: the lock of another container is held as long as it is touched', async () => {
  writeFileSync(lock(), foreign);
  const touching = setInterval(() => utimesSync(lock(), new Date(), new Date()), 500);
  try {
    await expect(lockFolder(folder)).rejects.toThrow('process 1 of another container or machine');
  } finally {
    clearInterval(touching);
  }
});

test('row 67: the lock of another container that crashed keeps nobody out for longer than a few seconds', async () => {
  writeFileSync(lock(), foreign);
  const began = performance.now();
  (await lockFolder(folder)).release();
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('a release that comes late does not take away the lock of the next holder', async () => {
  const { release } = await lockFolder(folder);
  writeFileSync(lock(), '1 1\n');
  release();
  expect(readFileSync(lock(), 'utf8')).toBe('1 1\n');
});

test('a folder that is not there yet is made', async () => {
  const { release } = await lockFolder(join(folder, 'a', 'b'));
  expect(existsSync(join(folder, 'a', 'b', 'lock'))).toBe(true);
  release();
});
