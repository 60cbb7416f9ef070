/** What a person is told who changes facts by the command line and is mistaken. */
import { expect, test, vi } from 'vitest';
import { base, folderOf } from '../seeding/fixture.ts';
import { newDatabase, run } from './run.ts';

// Each command boots a database, which on a busy machine takes seconds.
vi.setConfig({ testTimeout: 240_000 });

test('every mistake of a changeset, and an id that settles nothing; then nothing is written', async () => {
  const carl = '- {id: carl, kind: PERSONN, names: {en: {preferred: " "}}, summary: x, evidence: [{external: x}]}\n';
  const folder = folderOf({ 'seeds/facts.yaml': base, 'changes.yaml': carl });
  const env = await newDatabase(folder);
  expect(await run(folder, ['seed'], env)).toMatchObject({ code: 0 });
  const bad = await run(folder, ['apply', 'changes.yaml', '--message', ' ', '--remove', 'wages'], env);
  expect(bad.code).toBe(1);
  const [title, ...told] = bad.stderr.trimEnd().split('\n');
  expect(title).toMatch(/^\d mistakes in the changeset:$/);
  for (const one of [
    /^--message {2}it is empty/,
    /^--remove {2}\S+ names "wages"/,
    /^changes\.yaml:1:20 {2}unknown kind/,
  ])
    expect(told.filter((line) => one.test(line)).length, bad.stderr).toBeGreaterThan(0);
  expect(told.filter((line) => /^changes\.yaml:1:5\d {2}"\s+" is not/.test(line))).toHaveLength(1);
  expect(bad.stderr).not.toMatch(/\.ts:|node_modules/);
  const idle = await run(folder, ['seed', '--theirs', 'wagse'], env);
  expect(idle).toMatchObject({ code: 1 });
  expect(idle.stderr.trimEnd().split('\n')).toEqual([
    '--theirs: neither the seeds nor the database have a fact "wagse"',
    'No fact is in conflict.',
    'Nothing was changed.',
  ]);
  expect((await run(folder, ['seed'], env)).stdout).toContain('nothing changed; version 1');
});
