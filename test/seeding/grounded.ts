/** An article and records that rest on it, and what verify says of them. */

import { sha256 } from '../../src/records/paragraphs.ts';
import { formatProblem } from '../../src/records/validation/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { folderOf } from './fixture.ts';

/** Paragraphs of an article of Friday, 24 January 2014. */
const texts = [
  '01/24/2014',
  'Ann Able of the Example Union asked for six per cent over two years on Monday.',
  'It has 22,000 members, nearly a billion dollars, and two-thirds of the vote since March 31, 2013, or Feb. 1.',
];
const text = texts.join('\n');
const paragraphs = texts.map((line) => `{role: BODY, sha256: ${sha256(line)}}`).join(', ');
const base = `
- id: news
  kind: ARTICLE
  names: {en: {preferred: News of 24 January 2014}}
  summary: An article.
  start: 2014-01-24
  file: news.txt
  sha256: ${sha256(text)}
  paragraphs: [${paragraphs}]
  evidence: [{at: news/1, cues: [01/24/2014]}, {at: news/2, cues: [Monday]}, {at: news/3, cues: [members]}]
- id: wages
  kind: ISSUE
  names: {en: {preferred: Wages}}
  summary: An issue.
  evidence: [{at: news/2, cues: [asked]}]
`;

/** What is said of records that stand beside the sound ones: mistakes, then warnings. */
export async function saidOf(yaml: string): Promise<string[]> {
  const { problems, warnings } = await checked(yaml);
  return [...problems, ...warnings];
}

export async function checked(yaml: string): Promise<{ problems: string[]; warnings: string[] }> {
  const folders = {
    seedsFolder: folderOf({ 'a.yaml': base, 'b.yaml': yaml }),
    articlesFolder: folderOf({ 'news.txt': text }),
  };
  const { problems, warnings } = await check(folders);
  return { problems: problems.map(formatProblem), warnings: warnings.map(formatProblem) };
}

export const entity = (kind: string, ...more: string[]) =>
  ['- id: new', `  kind: ${kind}`, '  summary: It is new.', ...more.map((line) => `  ${line}`)].join('\n');
export const titled = (kind: string, ...more: string[]) => entity(kind, 'names: {en: {preferred: New}}', ...more);
export const cue = (words: string, paragraph = 3) => `evidence: [{at: news/${paragraph}, cues: [${words}]}]`;
