/** What the commands do, each in a working folder with a few facts of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../src/records/paragraphs.ts';
import { articleText, base, folderOf } from '../seeding/fixture.ts';
import { ended, newDatabase, run, saying, start } from './run.ts';

/** A working folder with seeds, and the text that they are of. */
const workingFolder = (seeds = base, text = articleText): string =>
  folderOf({ 'seeds/facts.yaml': seeds, 'articles/news-1.txt': text });

const lines = (text: string): string[] => text.trimEnd().split('\n');

// Each command boots a database, which on a busy machine takes seconds.
vi.setConfig({ testTimeout: 240_000 });

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

/** The made-up facts are thin: there is something to look at, and no mistake. */
const onlyWarnings = expect.stringMatching(/^(Warning: .+\n)*$/);

describe('verify', () => {
  test('ends with 0 where the facts agree with the texts, and with 1 and the places where they do not', async () => {
    const cue = base.replace('cues: [example union, "22,000"]', 'cues: [example union, "22,001"]');
    const [right, without, otherCue, otherText] = await Promise.all([
      run(workingFolder(), ['verify', '--articles', 'articles']),
      run(workingFolder(), ['verify']),
      run(workingFolder(cue), ['verify'], { ARTICLES_DIR: 'articles' }),
      run(workingFolder(base, articleText.replace('22,000', '22,001')), ['verify', '--articles', 'articles']),
    ]);
    expect(right).toMatchObject({ code: 0, stderr: onlyWarnings });
    expect(right.stdout).toContain('the text is the one that the facts were taken from');
    expect(right.stdout).toContain('No mistakes found.');

    expect(without).toMatchObject({ code: 0, stderr: onlyWarnings });
    expect(without.stdout).toContain('no text was supplied');
    expect(without.stdout).toContain('No texts were given');

    expect(otherCue.code).toBe(1);
    expect(otherCue.stderr).toMatch(/^seeds\/facts\.yaml:\d+:\d+ {2}"22,001" does not stand in news-1\/1$/m);
    expect(otherCue.stdout).toContain('1 to mend.');

    expect(otherText.code).toBe(1);
    expect(otherText.stderr).toMatch(
      /^seeds\/facts\.yaml:2:\d+ {2}news-1\.txt is not the text that the facts of "news-1"/m,
    );
    expect(otherText.stdout).toContain('another text was supplied: only what is the same in it could be checked');
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

  test('prints one article paragraph by paragraph: what rests on each, or why nothing does', async () => {
    const [one, unknown] = await Promise.all([
      run(workingFolder(), ['verify', '--article', 'news-1']),
      run(workingFolder(), ['verify', '--article', 'news-2']),
    ]);
    expect(one).toMatchObject({ code: 0, stderr: onlyWarnings });
    expect(lines(one.stdout).slice(1, 7)).toEqual([
      '  1 of 2 body and caption paragraphs carry facts',
      '  1 BODY',
      '      example-union',
      '  2 SUBHEADING',
      '      dispute',
      '  3 CAPTION: it repeats paragraph 1',
    ]);
    expect(unknown).toMatchObject({ code: 2, stderr: '--article: there is no article "news-2"; allowed: news-1\n' });
  });
});

describe('describe', () => {
  test('prints what the seeds say of a text, and none of its words', async () => {
    const text = [
      'Posted: Mar 3, 2014',
      'Union votes',
      'Ann Able said on Monday that members voted.',
      'What comes next',
      'Ann Able at the hall. (CBC)',
      'Talks go on in May.',
      'Also on Example News',
    ];
    const folder = folderOf({ 'texts/news.txt': `\ufeff${text.join('\r\n\r\n')}` });
    const { code, stdout, stderr } = await run(folder, ['describe', 'texts/news.txt']);
    expect(code).toBe(0);
    expect(stderr).toContain('The roles are guesses');
    const roles = ['DATELINE', 'HEADLINE', 'BODY', 'SUBHEADING', 'CAPTION', 'BODY', 'BOILERPLATE'];
    expect(lines(stdout)).toEqual([
      '  file: news.txt',
      `  sha256: ${sha256(readFileSync(join(folder, 'texts/news.txt')))}`,
      '  paragraphs:',
      ...text.map((line, index) =>
        expect.stringMatching(`^    - {role: ${roles[index]}, sha256: ${sha256(line)}} # ${index + 1}, \\d words$`),
      ),
    ]);
  });

  test('says what is wrong with a file that is no text', async () => {
    const folder = folderOf({ 'empty.txt': '\n \n', 'texts/news.txt': 'x' });
    writeFileSync(join(folder, 'latin.txt'), Buffer.from([0x41, 0xe9, 0x42]));
    for (const [path, reason] of [
      ['empty.txt', 'there is no paragraph in it'],
      ['latin.txt', 'this is no text in UTF-8; save it as one'],
      ['texts', 'this is a folder; name the file of a text'],
      ['nothing.txt', 'there is no such file'],
    ] as const) {
      expect(await run(folder, ['describe', path])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: `${path}: ${reason}\n`,
      });
    }
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

    for (const args of [['serve'], ['seed'], ['migrate', 'status']]) {
      const { code, stdout, stderr } = await run(folder, args, env);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(lines(stderr)).toHaveLength(1);
      expect(stderr).toContain(`${join(folder, 'mine')} is in use by process ${service.pid}.`);
    }

    service.kill('SIGTERM');
    const { code, stdout, stderr } = await end;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Stopping.');
    expect(existsSync(join(folder, 'mine', 'lock'))).toBe(false);
  });
});
