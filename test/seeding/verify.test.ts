import { expect, test } from 'vitest';
import { formatCoverage } from '../../src/seeding/coverage.ts';
import { formatProblem } from '../../src/seeding/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { sha256 } from '../../src/seeding/verify.ts';
import { articleText, base, folderOf } from './fixture.ts';

/** What is said of the seeds, each line of them replaced as told, against a text. */
async function mistakesOf(replaced: Readonly<Record<string, string>>, text = articleText): Promise<string[]> {
  const seeds = Object.entries(replaced).reduce((yaml, [from, to]) => yaml.replace(from, to), base);
  const folders = { seedsFolder: folderOf({ 'a.yaml': seeds }), articlesFolder: folderOf({ 'news-1.txt': text }) };
  return (await check(folders)).problems.map(formatProblem);
}

const cues = '[example union, "22,000"]';

test('cues stand in their paragraph, whatever its quotes, dashes, white space and case', async () => {
  expect(await mistakesOf({})).toEqual([]);
  expect(await mistakesOf({ [cues]: `['"EXAMPLE UNION" - 22,000', Feb. 15]` })).toEqual([]);
  const left = { [cues]: '[left the table]', 'at: news-1/1': 'at: news-1/3', ', without: it repeats paragraph 1': '' };
  expect(await mistakesOf({ ...left, 'role: BODY': 'role: HEADLINE' })).toEqual([]);
});

test('a cue that does not stand there is named', async () => {
  expect(await mistakesOf({ [cues]: '[Other Union, "22,000"]' })).toEqual([
    'a.yaml:21:29  "Other Union" does not stand in news-1/1',
  ]);
});

test('a figure must stand there whole', async () => {
  expect(await mistakesOf({ [cues]: '["22", "000", "2,000", Feb. 1, Feb. 15]' })).toEqual([
    'a.yaml:21:29  "22" does not stand in news-1/1',
    'a.yaml:21:35  "000" does not stand in news-1/1',
    'a.yaml:21:42  "2,000" does not stand in news-1/1',
    'a.yaml:21:51  "Feb. 1" does not stand in news-1/1',
  ]);
});

test('another text is named, and nothing is said of its paragraphs', async () => {
  const [mistake, ...more] = await mistakesOf({ [cues]: '[x]' }, 'Other.');
  expect(mistake).toBe(
    'a.yaml:2:3  news-1.txt is not the text that the facts of "news-1" were taken from: ' +
      `its SHA-256 is ${sha256('Other.')} instead of ${sha256(articleText)}`,
  );
  expect(more).toEqual([]);
});

test('the number of paragraphs must agree', async () => {
  const longer = `${articleText}More.`;
  expect(await mistakesOf({ [sha256(articleText)]: sha256(longer) }, longer)).toEqual([
    'a.yaml:2:3  the text of "news-1" has 4 paragraphs, not 3',
  ]);
});

test('each paragraph must be the one that was numbered', async () => {
  expect(await mistakesOf({ [sha256('Talks')]: sha256('Others') })).toEqual([
    `a.yaml:10:7  the text of news-1/2 has the SHA-256 ${sha256('Talks')}`,
  ]);
});

test('without a text, everything but the text is checked', async () => {
  const seedsFolder = folderOf({ 'a.yaml': base.replace(cues, '[nowhere]') });
  const elsewhere = folderOf({});
  for (const articlesFolder of [undefined, elsewhere]) {
    const { problems, coverage } = await check({ seedsFolder, articlesFolder });
    expect(problems).toEqual([]);
    expect(coverage.map(({ status }) => status)).toEqual(['NOT_SUPPLIED']);
  }
});

test('a folder of texts that is not there is a misspelling, and no reason to check nothing', async () => {
  const seedsFolder = folderOf({ 'a.yaml': base });
  await expect(check({ seedsFolder, articlesFolder: `${seedsFolder}/missing` })).rejects.toThrow(
    `${seedsFolder}/missing: there is no such folder`,
  );
});

test('coverage is told in plain words', async () => {
  const piece = '    - {at: news-1/1, cues: [members]}\n';
  const twice = base.replace('    - {at: news-1/1', `${piece}    - {at: news-1/1`);
  const [seedsFolder, articlesFolder] = [folderOf({ 'a.yaml': twice }), folderOf({ 'news-1.txt': articleText })];
  expect(formatCoverage((await check({ seedsFolder, articlesFolder })).coverage)).toBe(
    [
      'news-1 (news-1.txt): the text is the one that the facts were taken from',
      '  1 of 2 body and caption paragraphs carry facts',
      '  facts per paragraph: 1: 1, 2: 0, 3: 0',
      '  3 carries none: it repeats paragraph 1',
    ].join('\n'),
  );
});
