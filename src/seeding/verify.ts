/** Holds the facts against the articles' texts, where these are at hand. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleText } from '../curation/rows.ts';
import { isBlank } from '../records/blanks.ts';
import { holdsCue } from '../records/cues.ts';
import { paragraphsOf, sha256 } from '../records/paragraphs.ts';
import type { Expected } from '../records/validation/fields.ts';
import type { Problem } from '../records/validation/problem.ts';
import type { EntityRecord, Records } from '../records/validation/records.ts';
import { compareParagraphs, type Paragraphs } from './changedText.ts';
import { listFolder } from './folder.ts';

interface Verification {
  /** By article. */
  readonly texts: ReadonlyMap<string, ArticleText>;
  /** Paragraphs and cues that are not what the seeds say. */
  readonly problems: readonly Problem[];
  /** Articles of which another text was supplied, and what is different in it. */
  readonly differing: readonly Problem[];
}

/** The bytes of the articles' files, by article; one that is missing was not supplied. */
export type Files = ReadonlyMap<string, Buffer>;

/**
 * Reads the files of the articles.
 * @param folder where the texts are; left out: none is supplied.
 * @throws NoFolder if there is no such folder; Error if a text is there and cannot be read.
 */
export async function readArticles(records: Records, folder: string | undefined): Promise<Files> {
  if (folder === undefined) return new Map();
  await listFolder(folder, 'of the articles’ texts');
  const found = await Promise.all(
    articlesOf(records).map(async (article) => {
      const bytes = await readIfThere(join(folder, basename(fileOf(article))));
      return bytes === null ? [] : [[article.id, bytes] as const];
    }),
  );
  return new Map(found.flat());
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

/**
 * Checks each article's SHA-256, its paragraphs and the cues in them. In another text than the one that the facts were
 * taken from, cues are looked for in the paragraphs that are still the same.
 */
export function verify(records: Records, expected: readonly Expected[], files: Files): Verification {
  const results = articlesOf(records).map((article) => {
    const cited = expected.filter(({ articleId }) => articleId === article.id);
    return [article.id, verifyArticle(article, cited, files.get(article.id))] as const;
  });
  return {
    texts: new Map(results.map(([id, { text }]) => [id, text])),
    problems: results.flatMap(([, { problems }]) => problems),
    differing: results.flatMap(([, { differing }]) => differing),
  };
}

const articlesOf = ({ entities }: Records): EntityRecord[] => entities.filter(({ kind }) => kind === 'ARTICLE');
const fileOf = ({ attributes }: EntityRecord): string => String(attributes.get('file'));

interface Result {
  readonly text: ArticleText;
  readonly problems: readonly Problem[];
  readonly differing: readonly Problem[];
}

function verifyArticle(article: EntityRecord, cited: readonly Expected[], bytes: Buffer | undefined): Result {
  if (bytes === undefined) return { text: { status: 'NOT_SUPPLIED', paragraphs: [] }, problems: [], differing: [] };
  const texts = paragraphsOf(bytes.toString('utf8'));
  const paragraphs = compareParagraphs(article, texts);
  const problems = cited.flatMap((piece) => checkCues(piece, paragraphs));
  const [found, expected] = [sha256(bytes), article.attributes.get('sha256') ?? sha256(bytes)];
  // The right file with other paragraphs is a mistake of the seeds; another file may be right, and is told apart.
  if (found === expected) {
    const text: ArticleText = { status: 'VERIFIED', paragraphs: texts };
    return { text, problems: [...paragraphs.changes, ...problems], differing: [] };
  }
  const message =
    `${fileOf(article)} is not the text that the facts of "${article.id}" were taken from: ` +
    `its SHA-256 is ${found} instead of ${expected}`;
  const same = paragraphs.changes.length === 0 ? '; its paragraphs are the same' : '';
  const differing = [{ ...article.place, message: message + same }, ...paragraphs.changes];
  return { text: { status: 'DIFFERS', paragraphs: [] }, problems, differing };
}

function checkCues({ articleId, paragraph, cues }: Expected, { textOf }: Paragraphs): Problem[] {
  const text = textOf(paragraph);
  if (text === undefined) return [];
  const missing = cues.filter((cue) => !isBlank(cue.text) && !holdsCue(text, cue.text));
  return missing.map((cue) => ({
    ...cue.place,
    message: `"${cue.text}" does not stand in ${articleId}/${paragraph}`,
  }));
}
