/** How much of each article the facts cover. */
import type { PassageRole, TextStatus } from '../generated/prisma/enums.ts';
import type { Records } from './records.ts';
import type { ArticleText } from './rows.ts';

export interface ParagraphCoverage {
  readonly number: number;
  readonly role: PassageRole;
  /** How many facts stand in it. */
  readonly facts: number;
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
  const facts = countFacts(records);
  const articles = records.entities.filter(({ kind }) => kind === 'ARTICLE');
  return articles.map(({ id, attributes, paragraphs }) => ({
    articleId: id,
    file: String(attributes.get('file')),
    status: texts.get(id)?.status ?? 'NOT_SUPPLIED',
    paragraphs: paragraphs.map(({ role, without }, index) => ({
      number: index + 1,
      role,
      without,
      facts: facts.get(`${id}/${index + 1}`) ?? 0,
    })),
  }));
}

/** By passage; a fact counts once in each. */
function countFacts({ entities, relationships }: Records): Map<string, number> {
  const parts = entities.flatMap((entity) => [entity, ...entity.terms, ...entity.stages, ...entity.provisions]);
  const counts = new Map<string, number>();
  for (const { evidence } of [...parts, ...relationships]) {
    const passages = evidence.filter(({ articleId }) => articleId !== null);
    for (const passage of new Set(passages.map(({ articleId, paragraph }) => `${articleId}/${paragraph}`))) {
      counts.set(passage, (counts.get(passage) ?? 0) + 1);
    }
  }
  return counts;
}

const statusWords: Record<TextStatus, string> = {
  VERIFIED: 'the text is the one that the facts were taken from',
  DIFFERS: 'another text was supplied: nothing could be checked',
  NOT_SUPPLIED: 'no text was supplied: nothing could be checked',
};

/** The coverage in plain words, one block for each article. */
export function formatCoverage(coverage: readonly ArticleCoverage[]): string {
  return coverage.map(formatArticle).join('\n\n');
}

function formatArticle({ articleId, file, status, paragraphs }: ArticleCoverage): string {
  const body = paragraphs.filter(({ role }) => role === 'BODY' || role === 'CAPTION');
  const covered = body.filter(({ facts }) => facts > 0).length;
  const lines = [
    `${articleId} (${file}): ${statusWords[status]}`,
    `  ${covered} of ${body.length} body and caption paragraphs carry facts`,
    `  facts per paragraph: ${paragraphs.map(({ number, facts }) => `${number}: ${facts}`).join(', ')}`,
  ];
  const without = paragraphs.filter((paragraph) => paragraph.without !== null);
  const reasons = without.map((paragraph) => `  ${paragraph.number} carries none: ${paragraph.without}`);
  return [...lines, ...reasons].join('\n');
}
