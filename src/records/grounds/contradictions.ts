/** Two values of one attribute from one article: one of them may be wrong, or both are kept as claims of somebody. */
import type { EntityRecord, EvidenceRecord, RelationshipRecord, TermRecord } from '../validation/records.ts';
import { format, says } from './days.ts';
import { datesOf, daysOfWords, type Report, type World, wordsOf } from './facts.ts';
import { numbersIn } from './numbers.ts';

/** Reports values that contradict each other, each with where they stand. */
export function checkContradictions({ records }: World, warn: Report): void {
  for (const entity of records.entities) {
    for (const message of [...ofTerms(entity.terms), ...ofPieces(entity), ...ofStages(entity)])
      warn(entity.place, message);
  }
  ofRelationships(records.relationships, warn);
}

const articlesOf = (evidence: readonly EvidenceRecord[]): string[] =>
  evidence.flatMap(({ articleId }) => (articleId === null ? [] : [articleId]));

/** An article that both rest on. */
const shared = (one: readonly EvidenceRecord[], other: readonly EvidenceRecord[]): string | undefined =>
  articlesOf(one).find((article) => articlesOf(other).includes(article));

function ofTerms(terms: readonly TermRecord[]): string[] {
  return terms.flatMap((term, index) =>
    terms.slice(0, index).flatMap((earlier) => {
      const same = earlier.issueId === term.issueId && earlier.unit === term.unit && earlier.year === term.year;
      const article = shared(earlier.evidence, term.evidence);
      const differ = term.value !== null && earlier.value !== null && term.value !== earlier.value;
      const year = term.year === null ? '' : ` in year ${term.year}`;
      return same && differ && article
        ? [`two values of ${term.issueId}${year} from ${article}: ${earlier.value} and ${term.value}`]
        : [];
    }),
  );
}

/** What pieces say that are for one attribute, be it a figure or a date. */
function ofPieces({ evidence, attributes }: EntityRecord): string[] {
  const messages: string[] = [];
  for (const [key, value] of attributes) {
    const pieces = evidence.filter((piece) => piece.attributes.includes(key) && piece.articleId !== null);
    if (typeof value !== 'number') continue;
    for (const piece of pieces) {
      const numbers = numbersIn(wordsOf([piece]).join(' '));
      const first = pieces.find(({ articleId }) => articleId === piece.articleId);
      if (first === undefined || first === piece || numbers.length === 0 || numbers.includes(value)) continue;
      const where = `${first.articleId}/${first.paragraph} and /${piece.paragraph}`;
      messages.push(`two values of ${key} from one article, at ${where}: ${value} and ${numbers.join(', ')}`);
    }
  }
  return messages;
}

/** A bill was introduced on one day, and so told of it and of its stage; what a date's own pieces say must not differ. */
function ofStages(entity: EntityRecord): string[] {
  const introduced = entity.stages.find(({ stage }) => stage === 'INTRODUCED')?.date;
  const start = entity.start;
  const stages =
    introduced && start && introduced.edtf !== start.edtf
      ? [`two days of introduction: the start is ${start.edtf}, the stage ${introduced.edtf}`]
      : [];
  const dates = datesOf(entity).flatMap(({ key, evidence }) => {
    const said = evidence.filter(({ attributes, articleId }) => attributes.includes(key) && articleId !== null);
    return said.flatMap((piece, index) => {
      const [day] = daysOfWords([piece]);
      const other = said.slice(0, index).find(({ articleId }) => articleId === piece.articleId);
      const [first] = other === undefined ? [] : daysOfWords([other]);
      const full =
        day?.year !== undefined && day.day !== undefined && first?.year !== undefined && first.day !== undefined;
      return full && !says(first, day)
        ? [`two values of ${key} from ${piece.articleId}: ${format(first)} and ${format(day)}`]
        : [];
    });
  });
  return [...stages, ...dates];
}

const opposed: Readonly<Record<string, readonly string[]>> = {
  ASSERTS: ['DISPUTES', 'DENIES'],
  SUPPORTS: ['DISPUTES', 'DENIES'],
};

function ofRelationships(relationships: readonly RelationshipRecord[], warn: Report): void {
  const byEnds = new Map<string, RelationshipRecord[]>();
  for (const relationship of relationships) {
    const ends = `${relationship.subjectId} ${relationship.objectId}`;
    for (const earlier of byEnds.get(ends) ?? []) {
      const what = contradiction(earlier, relationship);
      const article = shared(earlier.evidence, relationship.evidence);
      if (what !== null && article) warn(relationship.place, `${what}, both from ${article}; see ${earlier.id}`);
    }
    byEnds.set(ends, [...(byEnds.get(ends) ?? []), relationship]);
  }
}

function contradiction(one: RelationshipRecord, other: RelationshipRecord): string | null {
  if (one.accordingTo !== other.accordingTo) return null;
  if (opposed[one.type]?.includes(other.type) || opposed[other.type]?.includes(one.type)) {
    return `${other.subjectId} ${one.type} and ${other.type} the same`;
  }
  if (one.type !== other.type || !meet(one, other)) return null;
  const key = (['side', 'position', 'ordinal', 'acting'] as const).find(
    (name) => one[name] !== null && other[name] !== null && one[name] !== other[name],
  );
  return key === undefined ? null : `two values of ${key} of ${one.type}: ${one[key]} and ${other[key]}`;
}

/** False if the one was over before the other began. */
const meet = (one: RelationshipRecord, other: RelationshipRecord): boolean => {
  const apart = (a: RelationshipRecord, b: RelationshipRecord) =>
    a.until?.latest != null && b.from?.earliest != null && a.until.latest < b.from.earliest;
  return !apart(one, other) && !apart(other, one);
};
