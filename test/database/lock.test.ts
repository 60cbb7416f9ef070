/** One process at a time on a folder; a dead one keeps nobody out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/database/lock.ts';

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
  const release = lockFolder(folder);
  const { said } = await other();
  expect(said).toContain(`FolderInUse: ${folder} is in use by process ${process.pid}.`);
  release();
  expect(readdirSync(folder)).toEqual([]);
  expect((await other()).said).toBe('held');
});

test('this process is refused while another holds the folder, and takes over when that one was killed', async () => {
  const { child, said } = await other();
  expect(said).toBe('held');
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  expect(() => lockFolder(folder)).toThrow(`process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(lock())).toBe(true);
  const release = lockFolder(folder);
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

test('a process that holds the folder cannot take it twice', () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`);
  release();
  lockFolder(folder)();
});

test.runIf(existsSync('/proc/self/stat'))('a process id that is used again by a later process keeps nobody out', () => {
  const release = lockFolder(folder);
  const mine = readFileSync(lock(), 'utf8');
  release();
  // The same id, begun at another time.
  writeFileSync(lock(), `${process.pid} 1\n`);
  const releaseAgain = lockFolder(folder);
  expect(readFileSync(lock(), 'utf8')).toBe(mine);
  releaseAgain();
});

test.each(['', 'nonsense\n', '-1 5\n', '0 5\n', '999999999 5\n'])(
  'a lock that names no living process (%j) keeps nobody out',
  (content) => {
    writeFileSync(lock(), content);
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('a release that comes late does not take away the lock of the next holder', () => {
  const release = lockFolder(folder);
  writeFileSync(lock(), '1 1\n');
  release();
  expect(readFileSync(lock(), 'utf8')).toBe('1 1\n');
});

test('a folder that is not there yet is made', () => {
  const release = lockFolder(join(folder, 'a', 'b'));
  expect(existsSync(join(folder, 'a', 'b', 'lock'))).toBe(true);
  release();
});
