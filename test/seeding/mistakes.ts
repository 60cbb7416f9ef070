/** Seed files with a mistake, and what is said of them. */
import { formatProblem } from '../../src/records/validation/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { base, folderOf } from './fixture.ts';

/** What is said of a file `b.yaml` that stands beside the sound ones. */
export async function mistakesOf(yaml: string): Promise<string[]> {
  const { problems } = await check({ seedsFolder: folderOf({ 'a.yaml': base, 'b.yaml': yaml }) });
  return problems.map(formatProblem);
}

/** An entity without a mistake, to which a case adds one; what is added begins on line 6. */
export const entity = (kind: string, ...more: string[]) =>
  [
    '- id: new',
    `  kind: ${kind}`,
    '  names: {en: {preferred: New}}',
    '  summary: New.',
    '  evidence: [{external: The library}]',
    ...more.map((line) => `  ${line}`),
  ].join('\n');

/** A relationship without a mistake, but for what a case adds from line 3. */
export const relation = (subject: string, ...more: string[]) =>
  [`- subject: ${subject}`, '  evidence: [{external: The library}]', ...more.map((line) => `  ${line}`)].join('\n');

/** An entity with this evidence, on line 5. */
export const evidence = (piece: string) =>
  `- id: new\n  kind: ISSUE\n  names: {en: {preferred: New}}\n  summary: New.\n  evidence: [${piece}]`;

export const article = (paragraphs: string) =>
  entity('ARTICLE', 'file: new.txt', `sha256: ${'0'.repeat(64)}`, paragraphs);
export const term = (fields: string) => entity('PROPOSAL', `terms: [{${fields}, text: x, evidence: [{external: x}]}]`);

/** What is wrong, by what it is called: the file, and what is said of it. */
export type Mistakes = Readonly<Record<string, readonly [yaml: string, ...mistakes: string[]]>>;
