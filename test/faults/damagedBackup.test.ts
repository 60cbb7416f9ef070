/** A backup that is not whole, or not what it says, is refused, and the facts that were there stay as they were. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { BackupRefused } from '../../src/backup/file.ts';
import { examineBackup, restore } from '../../src/backup/restore.ts';
import { migrationNames } from '../../src/database/migrate.ts';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';
import { seedBase } from '../network/second.ts';
import { backedUp, lines, stateOf } from './backedUp.ts';

const made = backedUp();
let target: Database;
let before: Awaited<ReturnType<typeof stateOf>>;
beforeAll(async () => {
  target = await openMigrated();
  await seedBase(target);
});
afterAll(async () => await target?.close());
beforeEach(async () => {
  before = await stateOf(target);
});

/** Writes another file: both who examines it and who restores it without that refuse it. */
async function refused(bytes: Buffer | string, words: RegExp): Promise<void> {
  const path = join(made.folder, 'bad.backup');
  writeFileSync(path, bytes);
  const error: unknown = await examineBackup(path, migrationNames()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BackupRefused);
  expect(String(error)).toMatch(words);
  await refusedByRestoring(bytes, words);
}

/** The same of one that only the database can tell from a right one. */
async function refusedByRestoring(bytes: Buffer | string, words: RegExp): Promise<void> {
  const path = join(made.folder, 'bad.backup');
  writeFileSync(path, bytes);
  const error: unknown = await restore(target.prisma, path, { replace: true }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BackupRefused);
  expect(String(error)).toMatch(words);
  expect(await stateOf(target)).toEqual(before);
}

it('row 56: a file that was cut off', async () => {
  const bytes = readFileSync(made.file);
  for (const length of [bytes.length - 1, bytes.length - 9, bytes.length >> 1, 5000]) {
    await refused(bytes.subarray(0, length), /cut off/);
  }
  await refused('', /no backup|cut off/);
});

it('row 56: a file in which bits were turned', async () => {
  const bytes = readFileSync(made.file);
  for (const place of [2, 3000, bytes.length >> 1, bytes.length - 100, bytes.length - 8]) {
    const damaged = Buffer.from(bytes);
    damaged[place] = (damaged[place] ?? 0) ^ 0x10;
    await refused(damaged, /damaged|cut off|no backup|cannot be restored/);
  }
});

it('row 56: a file of something else', async () => {
  await refused('a text', /no backup of this service/);
  await refused(gzipSync('a text\n'), /no backup of this service/);
  await refused(gzipSync('{"format":"something else"}\n'), /no backup of this service/);
});

const rezipped = (change: (lines: string[]) => string[]) => gzipSync(`${change(lines(made.file)).join('\n')}\n`);
const withHead = (change: Readonly<Record<string, unknown>>) =>
  rezipped(([head = '', ...rows]) => [JSON.stringify({ ...JSON.parse(head), ...change }), ...rows]);

it('row 56: a file of another version of the format or of the tables, and says what to do', async () => {
  await refused(withHead({ formatVersion: 2 }), /backup format 2.*Restore it with the version that made it/);
  const [first = '', ...others] = migrationNames();
  await refusedByRestoring(withHead({ migrations: others }), /an older version of the project, and cannot be migrated/);
  await refused(
    withHead({ migrations: [first, ...others, '2999_later'] }),
    /newer version of the project, which has 2999_later/,
  );
});

it('row 76: a file whose head says what cannot be', async () => {
  const wrong = {
    version: [2_147_483_647, 1_000_000_001, -1, 1.5, 1e21, '5', null],
    digest: ['', 'x'.repeat(32), '0'.repeat(31), 5, null],
    seedDigest: ['', 'x'.repeat(64), 5],
    seeding: [
      '',
      {},
      { at: 'yesterday', digest: '0'.repeat(64) },
      { at: '1999-12-31T00:00:00Z', digest: '0'.repeat(64) },
    ],
    created: ['', 'yesterday', 5],
    migrations: [null, [5]],
    tables: [
      null,
      [{ name: 'Entity' }],
      [{ name: 5, rows: 1 }],
      [{ name: 'Entity', rows: -1 }],
      [{ name: 'Entity', rows: 0.5 }],
      [{ name: 'Entity', rows: 1e300 }],
      [
        { name: 'Entity', rows: 1 },
        { name: 'Entity', rows: 1 },
      ],
    ],
  };
  for (const [member, values] of Object.entries(wrong)) {
    for (const value of values) {
      await refused(withHead({ [member]: value }), new RegExp(`is damaged: its first line has a wrong "${member}`));
    }
  }
  await refused(withHead({ formatVersion: 1e300 }), /backup format 1e\+300/);
  await refused(withHead({ formatVersion: null }), /no backup of this service/);
});

it('row 76: a file with other tables, or with more rows in them than there are', async () => {
  const [head] = lines(made.file);
  const { tables }: { tables: { name: string; rows: number }[] } = JSON.parse(head ?? '');
  const [first = { name: '', rows: 0 }, ...others] = tables;
  await refusedByRestoring(
    withHead({ tables: [{ ...first, name: 'DataVersion' }, ...others] }),
    /a table "DataVersion"/,
  );
  await refused(
    withHead({ tables: [{ ...first, rows: Number.MAX_SAFE_INTEGER - 10_000 }, ...others] }),
    /rows instead of|the database refuses/,
  );
});

it('row 76: a file with more after its last row is not read to its end', async () => {
  const all = gunzipSync(readFileSync(made.file));
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, '{}\n'));
  await refused(Buffer.concat([gzipSync(all), ...Array.from({ length: 20 }, () => bomb)]), /more rows/);
});

it('row 68: a file with entities that have no preferred name', async () => {
  const edit = (from: RegExp, to: string) => rezipped((all) => all.map((line) => line.replace(from, to)));
  await refusedByRestoring(edit(/"type": "PREFERRED"/, '"type": "FORMER"'), /has no preferred name/);
});

it('row 56: a file that lacks a row, or has one too many', async () => {
  const fewer = rezipped((all) => all.slice(0, -1));
  const more = rezipped((all) => [...all, '{}']);
  await refused(fewer, /rows instead of|end is missing/);
  await refused(more, /rows instead of|more rows than it says/);
});

it('row 56: a file in which a fact was changed, written twice, or is not allowed', async () => {
  const edit = (from: RegExp, to: string) => rezipped((all) => all.map((line) => line.replace(from, to)));
  const twice = rezipped(([head = '', first = '', , ...rows]) => [head, first, first, ...rows]);
  const broken = rezipped(([head = '', , ...rows]) => [head, 'no JSON', ...rows]);
  const refusals = [
    [edit(/"The head of AUPE\."/, '"The foot of AUPE."'), /have the digest .* instead of/],
    [edit(/"kind": "PERSON", "type": null/, '"kind": "GUILD", "type": null'), /"Entity".*Entity_kind_fkey/s],
    [twice, /"Entity".*(unique|duplicate)/s],
    [broken, /"Entity".*json/s],
  ] as const;
  for (const [bytes, words] of refusals) await refusedByRestoring(bytes, words);
});
