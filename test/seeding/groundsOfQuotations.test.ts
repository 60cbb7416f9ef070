/** What verify says of what is quoted where the quotation marks say otherwise. */
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/records/paragraphs.ts';
import { check } from '../../src/seeding/seed.ts';
import { folderOf } from './fixture.ts';

describe('a paragraph of a statement is quoted or told as its quotation marks say', () => {
  const lines = [
    'Able said the deal is "not even close."',
    '"We made significant movement, and they did not," she said.',
    'She said it is over.',
  ];
  const article = lines.join('\n');
  const read = async (paragraph: number, quotation: string, words: string): Promise<string[]> => {
    const folders = {
      seedsFolder: folderOf({
        'a.yaml': `
- id: news
  kind: ARTICLE
  names: {en: {preferred: News}}
  summary: An article.
  file: news.txt
  sha256: ${sha256(article)}
  paragraphs: [${lines.map((line) => `{role: BODY, sha256: ${sha256(line)}}`).join(', ')}]
  evidence: [{at: news/1, cues: [Able]}, {at: news/2, cues: [movement]}, {at: news/3, cues: [over]}]
- id: new
  kind: STATEMENT
  names: {en: {preferred: New}}
  summary: It is new.
  evidence: [{at: news/${paragraph}, cues: [${words}], quotation: ${quotation}}]`,
      }),
      articlesFolder: folderOf({ 'news.txt': article }),
    };
    return (await check(folders)).warnings.map(({ message }) => message);
  };

  test.each([
    [1, 'PARTLY_QUOTED', 'close', []],
    [1, 'TOLD', 'deal', []],
    [1, 'TOLD', 'close', ['TOLD: its cues stand within the quotation']],
    [1, 'QUOTED', 'close', ['QUOTED: most of the paragraph stands in no quotation marks']],
    [2, 'QUOTED', 'movement', []],
    [2, 'PARTLY_QUOTED', 'movement', ['PARTLY_QUOTED: most of the paragraph is quoted']],
    [3, 'TOLD', 'over', []],
    [3, 'PARTLY_QUOTED', 'over', ['PARTLY_QUOTED: none of the paragraph is quoted']],
  ] as const)('paragraph %d, %s', async (paragraph, quotation, words, said) => {
    expect(await read(paragraph, quotation, words)).toEqual(said);
  });
});
