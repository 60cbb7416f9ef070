/**
 * What a fact points at must be borne out by what the fact rests on: it is named there, or it rests on the same passage
 * or citation, itself or by something else that is said of it.
 */

import type { Kind } from '../../registry/index.ts';
import { plain } from '../cues.ts';
import type { EntityRecord, EvidenceRecord, RelationshipRecord } from '../validation/records.ts';
import { evidenceWithin, type Report, type World } from './facts.ts';
import { wordsIn } from './words.ts';

/** Reports ends of relationships, issues of terms and what provisions affect, of which their evidence tells nothing. */
export function checkBorneOut(world: World, warn: Report): void {
  const tells = tellsOf(world);
  const check = (
    id: string,
    evidence: readonly EvidenceRecord[],
    what: string,
    { place }: Pick<EvidenceRecord, 'place'>,
  ) => {
    if (evidence.length > 0 && !tells(id, evidence))
      warn(
        place,
        `${what}: nothing in the evidence tells of ${id}; add the cue that names it, or say by which rule it is meant`,
      );
  };
  for (const one of world.records.relationships) checkEnds(one, check);
  for (const { terms, provisions } of world.records.entities) {
    for (const term of terms) check(term.issueId, term.evidence, 'the issue of a term', term);
    for (const provision of provisions)
      for (const id of provision.affects) check(id, provision.evidence, 'what a provision affects', provision);
  }
}

type Check = (
  id: string,
  evidence: readonly EvidenceRecord[],
  what: string,
  fact: Pick<EvidenceRecord, 'place'>,
) => void;

function checkEnds(one: RelationshipRecord, check: Check): void {
  const { type, subjectId, objectId, accordingTo, evidence } = one;
  for (const id of [subjectId, objectId]) check(id, evidence, type, one);
  if (accordingTo !== null) check(accordingTo, evidence, `${type}, according to`, one);
}

/** What a kind is called where its name has been told: then the same article tells of it elsewhere by that. */
const calledAlso: Partial<Record<Kind, RegExp>> = {
  UNION: /union|component/,
  GOVERNMENT: /government|province/,
  ADMINISTRATION: /government/,
  JURISDICTION: /government|province|federal|national/,
  BARGAINING_ROUND: /bargain|negotiat|talks|table|contract/,
  DISPUTE: /bargain|negotiat|talks|table|contract|good faith/,
  PROPOSAL: /offer|deal|propos/,
};

interface Mark {
  readonly kind: Kind;
  readonly phrases: readonly string[];
  /** The words that tell it from others of its kind. */
  readonly own: ReadonlySet<string>;
  readonly evidence: readonly EvidenceRecord[];
}

/** Whether evidence tells of an entity. */
function tellsOf({ records, around }: World): (id: string, evidence: readonly EvidenceRecord[]) => boolean {
  const marks = marksOf(records.entities);
  return (id, evidence) => {
    const mark = marks.get(id);
    if (mark === undefined) return true;
    const related = (around.get(id) ?? []).filter((one) => one.evidence !== evidence);
    const known = [...mark.evidence, ...related.flatMap((one) => one.evidence)];
    const sources = new Set(known.map(sourceOf));
    if (evidence.some((piece) => sources.has(sourceOf(piece)))) return true;
    const publishes = (piece: EvidenceRecord): boolean =>
      related.some(({ type, subjectId }) => type === 'PUBLISHED_BY' && subjectId === piece.articleId);
    if (mark.kind === 'NEWS_OUTLET' && evidence.some(publishes)) return true;
    const articles = new Set(known.map(({ articleId }) => articleId));
    return evidence.some(({ cues, note, articleId }) =>
      [...cues.map(({ text }) => text), note ?? ''].some(
        (text) => names(mark, phraseOf(text)) || (articles.has(articleId) && calledAlso[mark.kind]?.test(plain(text))),
      ),
    );
  };
}

const names = ({ phrases, own }: Mark, text: string): boolean =>
  phrases.some((name) => text.includes(name)) || text.split(' ').some((word) => own.has(word));

function marksOf(entities: readonly EntityRecord[]): ReadonlyMap<string, Mark> {
  const counts = new Map<string, number>();
  for (const entity of entities)
    for (const word of wordsOfNames(entity)) {
      const key = `${entity.kind} ${word}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return new Map(
    entities.map((entity) => {
      const own = wordsOfNames(entity).filter((word) => (counts.get(`${entity.kind} ${word}`) ?? 0) <= mostSharing);
      const phrases = entity.names.map(({ text }) => phraseOf(text));
      return [entity.id, { kind: entity.kind, phrases, own: new Set(own), evidence: evidenceWithin(entity) }] as const;
    }),
  );
}

/** A word that names of so many have, of one kind, tells one from another. */
const mostSharing = 2;

const sourceOf = ({ articleId, paragraph, note }: EvidenceRecord): string =>
  articleId === null ? `${note}` : `${articleId}/${paragraph}`;

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|s|y|ing|ed|e)$/, '') : word);
const phraseOf = (text: string): string => ` ${wordsIn(plain(text).replace(/'s\b/g, '')).map(stem).join(' ')} `;
const wordsOfNames = ({ names }: EntityRecord): string[] => [
  ...new Set(names.flatMap(({ text }) => phraseOf(text).trim().split(' ')).filter((word) => word.length > 2)),
];
