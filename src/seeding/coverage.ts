/** How much of each article the facts cover. */

import type { ArticleText } from '../curation/rows.ts';
import type { PassageRole, TextStatus } from '../generated/prisma/enums.ts';
import type { Records, TermRecord } from '../records/validation/records.ts';

interface ParagraphCoverage {
  readonly number: number;
  readonly role: PassageRole;
  /** The facts that rest on it, each once: ids, of parts with the number of the part. */
  readonly facts: readonly string[];
  /** Why none does, where none does. */
  readonly without: string | null;
}

export interface ArticleCoverage {
  readonly articleId: string;
  readonly file: string;
  readonly status: TextStatus;
  readonly paragraphs: readonly ParagraphCoverage[];
}

/** The coverage of every article, in the order of the records. */
export function coverageOf(records: Records, texts: ReadonlyMap<string, ArticleText>): ArticleCoverage[] {
  const facts = factsByPassage(records);
  const articles = records.entities.filter(({ kind }) => kind === 'ARTICLE');
  return articles.map(({ id, attributes, paragraphs }) => ({
    articleId: id,
    file: String(attributes.get('file')),
    status: texts.get(id)?.status ?? 'NOT_SUPPLIED',
    paragraphs: paragraphs.map(({ role, without }, index) => ({
      number: index + 1,
      role,
      without,
      facts: facts.get(`${id}/${index + 1}`) ?? [],
    })),
  }));
}

/** By passage; a fact stands once in each. */
function factsByPassage({ entities, relationships }: Records): Map<string, string[]> {
  const ofEntities = entities.flatMap((entity) => [
    entity,
    ...partsOf(entity.id, 'term', entity.terms),
    ...partsOf(entity.id, 'stage', entity.stages),
    ...partsOf(entity.id, 'provision', entity.provisions),
  ]);
  const facts = new Map<string, string[]>();
  for (const { id, evidence } of [...ofEntities, ...relationships]) {
    const passages = evidence.filter(({ articleId }) => articleId !== null);
    for (const passage of new Set(passages.map(({ articleId, paragraph }) => `${articleId}/${paragraph}`))) {
      facts.set(passage, [...(facts.get(passage) ?? []), id]);
    }
  }
  return facts;
}

function partsOf(id: string, what: string, parts: readonly Pick<TermRecord, 'evidence'>[]) {
  return parts.map(({ evidence }, index) => ({ id: `${id}, ${what} ${index + 1}`, evidence }));
}

const statusWords: Record<TextStatus, string> = {
  VERIFIED: 'the text is the one that the facts were taken from',
  DIFFERS: 'another text was supplied: only what is the same in it could be checked',
  NOT_SUPPLIED: 'no text was supplied: nothing could be checked',
};

/** The coverage in plain words, one block for each article. */
export function formatCoverage(coverage: readonly ArticleCoverage[]): string {
  return coverage.map(formatArticle).join('\n\n');
}

function formatArticle(article: ArticleCoverage): string {
  const { paragraphs } = article;
  const lines = [
    ...formatHead(article),
    `  facts per paragraph: ${paragraphs.map(({ number, facts }) => `${number}: ${facts.length}`).join(', ')}`,
  ];
  const without = paragraphs.filter((paragraph) => paragraph.without !== null);
  const reasons = without.map((paragraph) => `  ${paragraph.number} carries none: ${paragraph.without}`);
  return [...lines, ...reasons].join('\n');
}

function formatHead({ articleId, file, status, paragraphs }: ArticleCoverage): string[] {
  const body = paragraphs.filter(({ role }) => role === 'BODY' || role === 'CAPTION');
  const covered = body.filter(({ facts }) => facts.length > 0).length;
  return [
    `${articleId} (${file}): ${statusWords[status]}`,
    `  ${covered} of ${body.length} body and caption paragraphs carry facts`,
  ];
}

/** One article, paragraph by paragraph: its role, and which facts rest on it or why none. */
export function formatParagraphs(article: ArticleCoverage): string {
  const blocks = article.paragraphs.map(({ number, role, facts, without }) => {
    const head = `  ${number} ${role}`;
    if (facts.length > 0) return [head, ...facts.map((fact) => `      ${fact}`)].join('\n');
    return `${head}: ${without ?? (role === 'BODY' || role === 'CAPTION' ? 'no fact, and no reason given' : 'no fact')}`;
  });
  return [...formatHead(article), ...blocks].join('\n');
}
