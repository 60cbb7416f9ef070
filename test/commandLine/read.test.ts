/** `read` as a stranger calls it: from a file to proposals that can be applied, and what it says of files that it cannot read. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/database/embedded/lock.ts';
import { fillIn } from '../reading/filled.ts';
import { seeds, text } from '../reading/madeUp.ts';
import { folderOf } from '../seeding/fixture.ts';
import { newDatabase, run } from './run.ts';

const call = ['--published', '2019-06-12', '--outlet', 'Harbour Post'];
const id = 'harbour-post-2019-06-12';
const folderWith = (files: Readonly<Record<string, string>>): string =>
  folderOf({ 'seeds/all.yaml': seeds, 'ferry.txt': text, ...files });

test('--json prints what was recognised and nothing else, without a database, and writes nothing', async () => {
  const folder = folderWith({});
  const { code, stdout, stderr } = await run(folder, ['read', 'ferry.txt', ...call, '--json']);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/^Knowledge {2}from the seed files in .*\n$/),
  });
  expect(JSON.parse(stdout)).toMatchObject({ article: { published: '2019-06-12', paragraphs: 7 } });
  expect(readdirSync(folder).sort()).toEqual(['ferry.txt', 'seeds']);
  const two = await run(folder, ['read', 'ferry.txt', 'ferry.txt', ...call, '--json']);
  expect(JSON.parse(two.stdout)).toHaveLength(2);
});

test('what is drafted can be filled in, checked beside the facts, and applied', async () => {
  const folder = folderWith({});
  const env = await newDatabase(folder);
  const drafted = await run(folder, ['read', 'ferry.txt', ...call], env);
  expect(drafted).toMatchObject({ code: 0, stdout: '' });
  expect(drafted.stderr).toContain(`Drafted    ferry.txt: `);
  const proposals = join(folder, 'proposals', id);
  const again = await run(folder, ['read', 'ferry.txt', ...call], env);
  expect(again.stderr).toContain('Nothing was written');
  const check = ['verify', '--articles', '.', '--beside', `proposals/${id}`];
  const before = await run(folder, check, env);
  expect(before).toMatchObject({ code: 1, stderr: expect.stringContaining('is still to be filled in: write ') });
  const names = readdirSync(proposals);
  const files = new Map(names.map((name) => [name, readFileSync(join(proposals, name), 'utf8')]));
  for (const [name, filled] of fillIn(files)) writeFileSync(join(proposals, name), filled);
  expect(await run(folder, check, env)).toMatchObject({ code: 0 });
  const apply = ['apply', ...names.map((name) => `proposals/${id}/${name}`), '--message', 'Read the Harbour Post'];
  expect(await run(folder, apply, env)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The database holds no facts: npm run seed.*\n\d+ mistakes/),
  });
  expect(await run(folder, ['seed'], env)).toMatchObject({ code: 0 });
  expect(await run(folder, apply, env)).toMatchObject({ code: 0 });
  const known = await run(folder, ['read', 'ferry.txt', ...call], env);
  expect(known.stderr).toContain('Knowledge  from the database');
  expect(known.stderr).toContain(`the graph has this text as ${id}`);
  // What is applied is in no seed file: to check the next article beside it, it is written out.
  expect(await run(folder, ['export', 'records', '--output', 'my-seeds/'], env)).toMatchObject({ code: 0 });
  expect(await run(folder, check, { ...env, SEEDS_DIR: 'my-seeds' })).toMatchObject({ code: 0 });
}, 360_000);

test('a database that a service has open is left to it, and the seed files are read', async () => {
  const folder = folderWith({});
  const lock = await lockFolder(join(folder, 'data'));
  const { code, stderr } = await run(folder, ['read', 'ferry.txt', ...call, '--json'], {
    DATA_DIR: join(folder, 'data'),
  });
  lock.release();
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('a running service has it open') });
  expect(stderr).toContain('from the seed files');
});

describe('files that cannot be read', () => {
  const polish =
    'Związek pielęgniarek i ratowników ogłosił wczoraj wieczorem, że rozmowy z ministerstwem zakończyły się bez porozumienia. ' +
    'Przewodnicząca powiedziała, że pracownicy są zmęczeni i oczekują podwyżek, które obiecano im już w zeszłym roku. ' +
    'Rzecznik ministerstwa odpowiedział, że budżet nie pozwala na wyższe płace, ale drzwi do dalszych negocjacji pozostają otwarte. ' +
    'Kolejne spotkanie zaplanowano na przyszły tydzień w siedzibie związku. Jeżeli strony nie dojdą do porozumienia, ' +
    'pielęgniarki rozpoczną strajk ostrzegawczy, w którym weźmie udział większość szpitali w całym kraju.';

  test('are named with what is wrong, do not stop the others, and leave nothing behind', async () => {
    const folder = folderWith({ 'empty.txt': ' \n\n', 'polish.txt': polish, 'long.txt': 'word '.repeat(21_000) });
    writeFileSync(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 3, 255]));
    writeFileSync(
      join(folder, 'mixed.txt'),
      Buffer.concat([Buffer.from('É. '), Buffer.from([0xc9, 0x2e]), Buffer.from('\n')]),
    );
    mkdirSync(join(folder, 'folder.txt'));
    const bad = ['empty', 'polish', 'long', 'binary', 'mixed', 'folder', 'missing'].map((name) => `${name}.txt`);
    const { code, stdout, stderr } = await run(folder, ['read', ...bad, 'ferry.txt', ...call]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const said = {
      empty: 'empty',
      polish: 'Polish',
      long: 'break it into lines',
      binary: 'no text',
      mixed: 'encodings are mixed',
      folder: 'a folder',
      missing: 'no such file',
    };
    for (const [name, words] of Object.entries(said))
      expect(stderr).toMatch(new RegExp(`^Not read +${name}\\.txt: .*${words}`, 'm'));
    expect(stderr).toContain('Drafted    ferry.txt');
    expect(readdirSync(join(folder, 'proposals'))).toEqual([id]);
  });

  test('a day to come, a day that is none, and none at all', async () => {
    const folder = folderWith({});
    const said = [
      [['--published', '2999-01-01'], 'is to come'],
      [['--published', 'May 1'], 'is no date of publication'],
      [[], 'add --published'],
    ] as const;
    for (const [options, words] of said) {
      const { code, stdout, stderr } = await run(folder, [
        'read',
        'ferry.txt',
        '--outlet',
        'harbour-post',
        ...options,
        '--json',
      ]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(words);
    }
    expect(readdirSync(folder).sort()).toEqual(['ferry.txt', 'seeds']);
  });

  test('an outlet that is new is told and described', async () => {
    const folder = folderWith({});
    const { code, stderr } = await run(folder, [
      'read',
      'ferry.txt',
      '--published',
      '2019-06-12',
      '--outlet',
      'harbor-post',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('did you mean harbour-post?') });
    const actors = readFileSync(join(folder, 'proposals', 'harbor-post-2019-06-12', 'actors.yaml'), 'utf8');
    expect(actors).toContain('- id: harbor-post\n  kind: NEWS_OUTLET');
  });
});
