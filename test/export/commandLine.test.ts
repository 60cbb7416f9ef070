/** The same exports by the command line. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { exports } from '../../src/exporting/exports.ts';
import { newDatabase, run } from '../commandLine/run.ts';
import { base, folderOf } from '../seeding/fixture.ts';

test('lists what there is', async () => {
  const { code, stdout, stderr } = await run(folderOf({}), ['export']);
  expect([code, stderr]).toEqual([0, '']);
  const names = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(names).toEqual(exports.map(({ name }) => name));
});

// A process for each command, and each boots a database.
test('writes to standard output or to a file, and refuses what there is not', async () => {
  const folder = folderOf({ 'seeds/facts.yaml': base });
  const env = await newDatabase(folder);
  const empty = await run(folder, ['export', 'entities'], env);
  expect(empty).toMatchObject({ code: 0, stderr: 'Warning    there are no facts yet: npm run seed\n' });
  expect((await run(folder, ['seed'], env)).code).toBe(0);

  const table = await run(folder, ['export', 'entities', '--kinds', 'UNION,PERSON'], env);
  expect(table).toMatchObject({ code: 0, stderr: '' });
  const rows: Record<string, string>[] = parse(table.stdout, { columns: true });
  expect(rows.map(({ id, nameEn, nameFr, acronymsEn }) => [id, nameEn, nameFr, acronymsEn])).toEqual([
    ['ann', 'Ann Able', '', ''],
    ['bob', 'Bob', '', ''],
    ['example-union', 'Example Union', 'Syndicat exemple', 'EU | XU'],
  ]);

  const file = await run(folder, ['export', 'graph', '--format', 'jsonld', '--output', 'graph.jsonld'], env);
  expect(file).toMatchObject({ code: 0, stdout: '' });
  // A table has no place for it.
  expect(file.stderr).toMatch(/^Facts {6}version 1, digest [0-9a-f]{32}, under CC BY 4.0\n$/);
  expect(readdirSync(folder)).not.toContain('graph.jsonld.part');
  // It carries its context with it.
  const document = JSON.parse(readFileSync(join(folder, 'graph.jsonld'), 'utf8'));
  const documentLoader = async (url: string) => await Promise.reject(new Error(`the network was asked for ${url}`));
  const nodes = (await jsonld.expand(document, { documentLoader })) as unknown as { '@id': string }[];
  expect(nodes.map((node) => node['@id'])).toContain('urn:labourgraph:example-union.PARTY_TO.dispute');

  const records = await run(folder, ['export', 'records', '--output', 'again/'], env);
  expect(records).toMatchObject({ code: 0, stdout: '' });
  expect(readdirSync(join(folder, 'again'))).toEqual(['records-1.yaml']);
  const twice = await run(folder, ['export', 'records', '--output', 'again/'], env);
  expect(twice).toMatchObject({ code: 1, stderr: 'cannot write again/: ENOTEMPTY\n' });
  expect(readdirSync(folder)).not.toContain('again.part');
  // One that is being written is not for another to remove.
  mkdirSync(join(folder, 'other.part'));
  writeFileSync(join(folder, 'other.part/records-1.yaml'), '[]');
  const beside = await run(folder, ['export', 'records', '--output', 'other/'], env);
  expect(beside).toMatchObject({
    code: 1,
    stderr: 'cannot write other/: other.part is there; remove it if no other export writes it\n',
  });
  expect(readdirSync(join(folder, 'other.part'))).toEqual(['records-1.yaml']);

  const refused = [
    [['export', 'nothing'], 2, 'export: there is no nothing; allowed: entities.csv, '],
    [['export', 'terms', '--format', 'ics'], 2, 'export: there is no terms as ics; allowed: '],
    [['export', 'entities', '--kinds', 'UNIONS'], 2, 'kinds: "UNIONS" is no kind; allowed: PERSON, '],
    [['export', 'entities', '--output', 'no/such/folder.csv'], 1, 'cannot write no/such/folder.csv: ENOENT'],
  ] as const;
  for (const [args, code, message] of refused) {
    const { stderr, ...ran } = await run(folder, args, env);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(stderr.startsWith(message), stderr).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
}, 240_000);

test('writes what the graph was', async () => {
  const folder = folderOf({ 'seeds/facts.yaml': base });
  const env = await newDatabase(folder);
  expect((await run(folder, ['seed'], env)).code).toBe(0);
  const before = await run(folder, ['export', 'graph.jsonld'], env);
  writeFileSync(join(folder, 'seeds/facts.yaml'), base.replace('Another person.', 'A third person.'));
  expect((await run(folder, ['seed'], env)).code).toBe(0);
  const now = await run(folder, ['export', 'graph.jsonld'], env);
  expect(now.stdout).toContain('A third person.');

  const then = await run(folder, ['export', 'graph.jsonld', '--known-at', '1'], env);
  expect(then).toMatchObject({ code: 0, stderr: '', stdout: before.stdout });
  const file = await run(folder, ['export', 'terms', '--output', 'terms.csv', '--known-at', '1'], env);
  expect(file.stderr).toMatch(/^Facts {6}version 1, digest [0-9a-f]{32}, under CC BY 4.0\n$/);
  const refused = await run(folder, ['export', 'graph.jsonld', '--known-at', '3'], env);
  expect(refused).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'knownAt: there is no version 3 yet; allowed: 0 to 2\n',
  });
}, 240_000);
