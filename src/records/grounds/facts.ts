/** What the checks of facts against their grounds look at: each fact with its evidence, and what lies around it. */
import type { Place } from '../validation/problem.ts';
import type { DateValue, EntityRecord, EvidenceRecord, Records, RelationshipRecord } from '../validation/records.ts';
import { daysIn, endsOf, type PartialDay } from './days.ts';

/** Notes what a person should look at. */
export type Report = (place: Place, message: string) => void;

/** The pieces that support an attribute: those for it, and those for the fact as a whole. */
export const supporting = (evidence: readonly EvidenceRecord[], attribute: string): EvidenceRecord[] =>
  evidence.filter(({ attributes }) => attributes.length === 0 || attributes.includes(attribute));

/** What pieces of evidence say in words: their cues, and the citations of those from elsewhere. */
export const wordsOf = (evidence: readonly EvidenceRecord[]): string[] =>
  evidence.flatMap(({ cues, articleId, note }) => [
    ...cues.map(({ text }) => text),
    ...(articleId === null && note !== null ? [note] : []),
  ]);

/** All evidence of an entity, its parts and itself. */
export const evidenceWithin = (entity: EntityRecord): EvidenceRecord[] =>
  [entity, ...entity.terms, ...entity.stages, ...entity.provisions].flatMap(({ evidence }) => evidence);

export interface DatedValue {
  readonly key: string;
  readonly date: DateValue;
  readonly evidence: readonly EvidenceRecord[];
}

/** Every date of an entity, with the evidence of what it is a date of. */
export function datesOf(entity: EntityRecord): DatedValue[] {
  const { start, end, attributes, stages, evidence } = entity;
  const cited = evidence.filter(({ basis }) => basis === 'EXTERNAL');
  const own = Object.entries({ start, end, ...Object.fromEntries(attributes) });
  return [
    ...own.flatMap(([key, date]) => (isDate(date) ? [{ key, date, evidence }] : [])),
    ...stages.flatMap((stage) =>
      stage.date === null ? [] : [{ key: 'date', date: stage.date, evidence: [...stage.evidence, ...cited] }],
    ),
  ];
}

export const datesOfRelationship = ({ from, until, evidence }: RelationshipRecord): DatedValue[] =>
  Object.entries({ from, until }).flatMap(([key, date]) => (date === null ? [] : [{ key, date, evidence }]));

function isDate(value: unknown): value is DateValue {
  return typeof value === 'object' && value !== null && 'edtf' in value;
}

/** The records by what leads to them. */
export interface World {
  readonly records: Records;
  readonly entity: ReadonlyMap<string, EntityRecord>;
  /** Of each entity, the relationships of which it is an end. */
  readonly around: ReadonlyMap<string, readonly RelationshipRecord[]>;
  /** When each article was published. */
  readonly published: ReadonlyMap<string, PartialDay>;
}

export function worldOf(records: Records): World {
  const around = new Map<string, RelationshipRecord[]>();
  const add = (id: string, relationship: RelationshipRecord) => {
    const known = around.get(id);
    if (known === undefined) around.set(id, [relationship]);
    else known.push(relationship);
  };
  for (const relationship of records.relationships) {
    add(relationship.subjectId, relationship);
    add(relationship.objectId, relationship);
  }
  const published = records.entities.flatMap(({ id, kind, start }) => {
    const [day] = kind === 'ARTICLE' && start !== null ? endsOf(start.edtf) : [];
    return day === undefined ? [] : [[id, day] as const];
  });
  const entity = new Map(records.entities.map((one) => [one.id, one]));
  return { records, entity, around, published: new Map(published) };
}

/** When the articles were published that the evidence points at. */
export const publicationsOf = (evidence: readonly EvidenceRecord[], { published }: World): PartialDay[] => {
  const articles = new Set(evidence.flatMap(({ articleId }) => (articleId === null ? [] : [articleId])));
  return [...articles].flatMap((id) => published.get(id) ?? []);
};

/** The dates that evidence says in words. */
export const daysOfWords = (evidence: readonly EvidenceRecord[]): PartialDay[] => wordsOf(evidence).flatMap(daysIn);
