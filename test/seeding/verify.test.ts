import { expect, test } from 'vitest';
import { sha256 } from '../../src/records/paragraphs.ts';
import { formatProblem } from '../../src/records/validation/problem.ts';
import { formatCoverage } from '../../src/seeding/coverage.ts';
import { check } from '../../src/seeding/seed.ts';
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

test('a word must stand there whole, but for its ending', async () => {
  expect(await mistakesOf({ [cues]: '[member, "22,000"]' })).toEqual([]);
  expect(await mistakesOf({ [cues]: '[membe, nion, "22,000"]' })).toEqual([
    'a.yaml:21:29  "membe" does not stand in news-1/1',
    'a.yaml:21:36  "nion" does not stand in news-1/1',
  ]);
});

test('another text is named, with what has become of each paragraph', async () => {
  const lines = articleText.trim().split('\n\n');
  const [met = '', talks = '', left = ''] = lines;
  const changes = async (text: string) => {
    const [mistake, ...more] = await mistakesOf({}, text);
    expect(mistake).toBe(
      'a.yaml:2:3  news-1.txt is not the text that the facts of "news-1" were taken from: ' +
        `its SHA-256 is ${sha256(text)} instead of ${sha256(articleText)}`,
    );
    return more;
  };
  expect(await changes(`${met}\n${talks}\nAnn Able came back.`)).toEqual([
    `a.yaml:11:7  news-1/3 has other words in the text; its SHA-256 is ${sha256('Ann Able came back.')}`,
  ]);
  expect(await changes(`New.\n${met}\n${talks}\n${left}`)).toEqual([
    `a.yaml:2:3  paragraph 1 of the text of "news-1" is new; its SHA-256 is ${sha256('New.')}`,
    'a.yaml:9:7  news-1/1 to 3 are paragraphs 2 to 4 of the text',
  ]);
  expect(await changes(`${met}\n${left}`)).toEqual([
    'a.yaml:10:7  news-1/2 is not in the text',
    'a.yaml:11:7  news-1/3 is paragraph 2 of the text',
  ]);
});

test('of another text with the same paragraphs that is said, and their cues are looked for', async () => {
  const text = articleText.replace('\n\n', '\n');
  expect(await mistakesOf({ [cues]: '[Other Union]' }, text)).toEqual([
    expect.stringContaining(`instead of ${sha256(articleText)}; its paragraphs are the same`),
    'a.yaml:21:29  "Other Union" does not stand in news-1/1',
  ]);
});

test('each paragraph of the text must be described, and be the one that was numbered', async () => {
  const longer = `${articleText}More.`;
  expect(await mistakesOf({ [sha256(articleText)]: sha256(longer) }, longer)).toEqual([
    `a.yaml:2:3  paragraph 4 of the text of "news-1" is new; its SHA-256 is ${sha256('More.')}`,
  ]);
  expect(await mistakesOf({ [sha256('Talks')]: sha256('Others') })).toEqual([
    `a.yaml:10:7  news-1/2 has other words in the text; its SHA-256 is ${sha256('Talks')}`,
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

test('a file for a folder of facts is said to be one, with how an export becomes a folder', async () => {
  const file = `${folderOf({ 'my-seeds': base })}/my-seeds`;
  await expect(check({ seedsFolder: file })).rejects.toThrow(
    `${file} is a file, and no folder of the facts; to export into a folder, end its name with /`,
  );
});

test('beside other facts, warnings are of the records of the folder alone', async () => {
  const unit = (id: string) =>
    `- {id: ${id}, kind: BARGAINING_UNIT, names: {en: {preferred: Some}}, summary: Some., size: 22000, ` +
    'sizeApproximation: ALMOST, evidence: [{at: news-1/1, cues: ["22,000"]}]}';
  const folders = { seedsFolder: folderOf({ 'a.yaml': `${base}\n${unit('old')}` }) };
  const beside = folderOf({ 'new.yaml': unit('new') });
  const warned = async (more: { beside?: string }) => [
    ...new Set((await check({ ...folders, ...more })).warnings.map(({ file }) => file)),
  ];
  expect(await warned({})).toEqual(['a.yaml']);
  expect(await warned({ beside })).toEqual(['new.yaml']);
});

test('coverage is told in plain words', async () => {
  const piece = '    - {at: news-1/1, cues: [members]}\n';
  const twice = base.replace('    - {at: news-1/1', `${piece}    - {at: news-1/1`);
  const [seedsFolder, articlesFolder] = [folderOf({ 'a.yaml': twice }), folderOf({ 'news-1.txt': articleText })];
  expect(formatCoverage((await check({ seedsFolder, articlesFolder })).coverage)).toBe(
    [
      'news-1 (news-1.txt): the text is the one that the facts were taken from',
      '  1 of 2 body and caption paragraphs carry facts',
      '  facts per paragraph: 1: 1, 2: 1, 3: 0',
      '  3 carries none: it repeats paragraph 1',
    ].join('\n'),
  );
});
