/** Holds the facts against the articles' texts, where these are at hand. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listFolder } from './folder.ts';
import type { Problem } from './problem.ts';
import type { Cue, EntityRecord, EvidenceRecord, Records } from './records.ts';
import type { ArticleText } from './rows.ts';

export interface Verification {
  /** By article. */
  readonly texts: ReadonlyMap<string, ArticleText>;
  /** Paragraphs and cues that are not what the seeds say, in a text that is the right one. */
  readonly problems: readonly Problem[];
  /** Articles of which another text was supplied. */
  readonly differing: readonly Problem[];
}

/**
 * Checks each article's SHA-256, and if it is the right text its paragraphs and the cues in them.
 * @param folder where the texts are; left out: none is supplied.
 * @throws NoFolder if there is no such folder; Error if a text is there and cannot be read.
 */
export async function verify(records: Records, folder: string | undefined): Promise<Verification> {
  if (folder !== undefined) await listFolder(folder, 'of the articles’ texts');
  const articles = records.entities.filter(({ kind }) => kind === 'ARTICLE');
  const evidence = evidenceOf(records);
  const results = await Promise.all(articles.map((article) => verifyArticle(article, evidence, folder)));
  return {
    texts: new Map(results.map(({ id, text }) => [id, text])),
    problems: results.flatMap(({ problems }) => problems),
    differing: results.flatMap(({ differing }) => differing),
  };
}

/** Every piece of evidence of the records, each with the id or place of its fact. */
export function evidenceOf({ entities, relationships }: Records): EvidenceRecord[] {
  const facts = entities.flatMap((entity) => [entity, ...entity.terms, ...entity.stages, ...entity.provisions]);
  return [...facts, ...relationships].flatMap((fact) => fact.evidence);
}

interface Result {
  readonly id: string;
  readonly text: ArticleText;
  readonly problems: readonly Problem[];
  readonly differing: readonly Problem[];
}

async function verifyArticle(
  article: EntityRecord,
  evidence: readonly EvidenceRecord[],
  folder: string | undefined,
): Promise<Result> {
  const { id, place } = article;
  const file = String(article.attributes.get('file'));
  const bytes = folder === undefined ? null : await readIfThere(join(folder, basename(file)));
  if (bytes === null) return { id, text: { status: 'NOT_SUPPLIED', paragraphs: [] }, problems: [], differing: [] };
  const [found, expected] = [sha256(bytes), String(article.attributes.get('sha256'))];
  if (found !== expected) {
    const message =
      `${file} is not the text that the facts of "${id}" were taken from: ` +
      `its SHA-256 is ${found} instead of ${expected}`;
    const differing = [{ ...place, message }];
    return { id, text: { status: 'DIFFERS', paragraphs: [] }, problems: [], differing };
  }
  const paragraphs = paragraphsOf(bytes.toString('utf8'));
  const cited = evidence.filter(({ articleId }) => articleId === id);
  const problems = [...checkParagraphs(article, paragraphs), ...cited.flatMap((piece) => checkCues(piece, paragraphs))];
  return { id, text: { status: 'VERIFIED', paragraphs }, problems, differing: [] };
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

/** The non-empty lines of a text, without the white space around them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function checkParagraphs({ id, place, paragraphs }: EntityRecord, texts: readonly string[]): Problem[] {
  if (texts.length !== paragraphs.length) {
    return [{ ...place, message: `the text of "${id}" has ${texts.length} paragraphs, not ${paragraphs.length}` }];
  }
  return paragraphs.flatMap((paragraph, index) => {
    const found = sha256(texts[index] ?? '');
    const message = `the text of ${id}/${index + 1} has the SHA-256 ${found}`;
    return found === paragraph.sha256 ? [] : [{ ...paragraph.place, message }];
  });
}

function checkCues({ articleId, paragraph, cues }: EvidenceRecord, texts: readonly string[]): Problem[] {
  const text = plain(texts[(paragraph ?? 0) - 1] ?? '');
  const missing = cues.filter((cue) => !holdsCue(text, cue));
  return missing.map((cue) => ({
    ...cue.place,
    message: `"${cue.text}" does not stand in ${articleId}/${paragraph}`,
  }));
}

/** A figure must stand there whole: 22 is not in 22,000. */
function holdsCue(text: string, cue: Cue): boolean {
  const words = plain(cue.text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = /^\d/.test(words) ? '(?<!\\d[.,]?)' : '';
  const after = /\d$/.test(words) ? '(?![.,]?\\d)' : '';
  return new RegExp(`${before}${words}${after}`, 'u').test(text);
}

/** The text with typography and case taken away. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
