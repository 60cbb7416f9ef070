/** What the commands do, each in a working folder with a few facts of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleText, base, folderOf } from '../seeding/fixture.ts';
import { ended, newDatabase, run, saying, start } from './run.ts';

/** A working folder with seeds, and the text that they are of. */
const workingFolder = (seeds = base, text = articleText): string =>
  folderOf({ 'seeds/facts.yaml': seeds, 'articles/news-1.txt': text });

const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('a database', () => {
  test('is migrated and seeded, not seeded again, and after mistakes left as it was', async () => {
    const folder = workingFolder();
    const env = await newDatabase(folder);
    const before = await run(folder, ['migrate', 'status'], env);
    expect(before).toMatchObject({ code: 0, stderr: '' });
    expect(before.stdout).toMatch(/^Database {3}(embedded PostgreSQL in |PostgreSQL at )/);
    const known = lines(before.stdout).slice(1);
    expect(known.length).toBeGreaterThan(0);
    for (const line of known) expect(line).toMatch(/^pending {4}\d{14}_\w+$/);

    const first = await run(folder, ['seed', '--articles', 'articles'], env);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain(`${known.length} migrations applied`);
    expect(first.stdout).toMatch(/^Facts {6}\+9 entities, .*; version 1$/m);

    const mistakes = base
      .replace('kind: UNION', 'kind: UNIONN')
      .replace('from: 2015-05\n', 'from: Mai 2015\n')
      .replace('issue: wages, year: 1', 'issue: wags, year: 1')
      .replace('news-1/1, cues', 'news-1/9, cues');
    writeFileSync(join(folder, 'seeds', 'facts.yaml'), mistakes);
    const bad = await run(folder, ['seed', '--articles', 'articles'], env);
    expect(bad.code).toBe(1);
    const [title, ...found] = lines(bad.stderr);
    // The last follows from the second: paragraph 1 is left without a fact.
    const wrong = {
      UNIONN: 'unknown kind',
      'news-1/9': 'no paragraph 9',
      'Mai 2015': 'not a date',
      wags: 'unknown id',
      BODY: 'no fact',
    };
    expect(title).toBe('5 mistakes in the seeds:');
    const source = mistakes.split('\n');
    for (const [word, message] of Object.entries(wrong)) {
      const line = found.find((one) => one.includes(message)) ?? '';
      const [, row, column] = /^seeds\/facts\.yaml:(\d+):(\d+) {2}./.exec(line) ?? [];
      // The place is that of the word that is wrong.
      expect(source[Number(row) - 1]?.slice(Number(column) - 1), line).toMatch(new RegExp(`^(\\{role: )?${word}`));
    }
    expect(bad.stderr).not.toMatch(/\.ts:|node_modules/);

    writeFileSync(join(folder, 'seeds', 'facts.yaml'), base);
    const again = await run(folder, ['seed', '--articles', 'articles'], env);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('nothing changed; version 1');

    const after = await run(folder, ['migrate', 'status'], env);
    expect(after.code).toBe(0);
    expect(lines(after.stdout).slice(1)).toEqual(known.map((line) => line.replace('pending', 'applied')));
  });
});

describe('verify', () => {
  test('ends with 0 where the facts agree with the texts, and with 1 and the places where they do not', async () => {
    const cue = base.replace('cues: [example union, "22,000"]', 'cues: [example union, "22,001"]');
    const [right, without, otherCue, otherText] = await Promise.all([
      run(workingFolder(), ['verify', '--articles', 'articles']),
      run(workingFolder(), ['verify']),
      run(workingFolder(cue), ['verify'], { ARTICLES_DIR: 'articles' }),
      run(workingFolder(base, articleText.replace('22,000', '22,001')), ['verify', '--articles', 'articles']),
    ]);
    expect(right).toMatchObject({ code: 0, stderr: '' });
    expect(right.stdout).toContain('the text is the one that the facts were taken from');
    expect(right.stdout).toContain('No mistakes found.');

    expect(without).toMatchObject({ code: 0, stderr: '' });
    expect(without.stdout).toContain('no text was supplied');
    expect(without.stdout).toContain('No texts were given');

    expect(otherCue.code).toBe(1);
    expect(otherCue.stderr).toMatch(/^seeds\/facts\.yaml:\d+:\d+ {2}"22,001" does not stand in news-1\/1$/m);
    expect(otherCue.stdout).toContain('1 to mend.');

    expect(otherText.code).toBe(1);
    expect(otherText.stderr).toMatch(
      /^seeds\/facts\.yaml:2:\d+ {2}news-1\.txt is not the text that the facts of "news-1"/m,
    );
    expect(otherText.stdout).toContain('another text was supplied: nothing could be checked');
  });

  // src/seeding/read.ts lets the system's error through, and src/main.ts shows its stack.
  test('says in one line that there is no folder of facts', async () => {
    const { code, stderr } = await run(folderOf({}), ['verify']);
    expect(code).toBe(1);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain('seeds');
  });

  // src/seeding/verify.ts takes a folder that is not there for one without texts.
  test('ends with 1 if the folder of texts that it was given is not there', async () => {
    const { code, stderr } = await run(workingFolder(), ['verify', '--articles', 'artikels']);
    expect(code).toBe(1);
    expect(stderr).toContain('artikels');
  });
});

describe('serve', () => {
  test('says what it did and where it is, keeps a second process out of its folder, and stops when told', async () => {
    const folder = workingFolder();
    const env = { DATA_DIR: 'mine', PORT: '0' };
    const service = start(folder, ['serve'], env);
    const end = ended(service);
    const said = await saying(service, /Next/);
    const url = /^Serving {4}(http:\/\/localhost:\d+\/graphql) after [\d.]+ s$/m.exec(said)?.[1];
    expect(lines(said).map((line) => line.split(' ')[0])).toEqual(['Database', 'Facts', 'Serving', 'Next']);
    const answer = await fetch(url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ union(id: "example-union") { name } graph { version entities } }' }),
    });
    expect(await answer.json()).toMatchObject({
      data: { union: { name: 'Example Union' }, graph: { version: 1, entities: 9 } },
    });

    const [pid] = readFileSync(join(folder, 'mine', 'lock'), 'utf8').split(' ');
    for (const args of [['serve'], ['seed'], ['migrate', 'status']]) {
      const { code, stdout, stderr } = await run(folder, args, env);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(lines(stderr)).toHaveLength(1);
      expect(stderr).toContain(`${join(folder, 'mine')} is in use by process ${pid}.`);
    }

    service.kill('SIGTERM');
    const { code, stdout, stderr } = await end;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Stopping.');
    expect(existsSync(join(folder, 'mine', 'lock'))).toBe(false);
  });
});
