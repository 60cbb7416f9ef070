/** What the seeds say, once checked. Everything keeps the place that it was read from. */
import type { Basis, NameType, PassageRole, Position, Quotation, Side } from '../../generated/prisma/enums.ts';
import type { Approximation, IdentifierScheme, Kind, RelationshipType } from '../../registry/index.ts';
import type { PartialDate } from '../partialDates.ts';
import type { Fraction } from '../values.ts';
import type { Place } from './problem.ts';

/** A partial date and how it is known. */
export interface DateValue extends PartialDate {
  readonly basis: Basis;
  /** The rule of a DERIVED date, the citation of an EXTERNAL one. */
  readonly note: string | null;
}

export type AttributeValue = string | number | boolean | readonly string[] | DateValue;

export interface NameRecord {
  readonly text: string;
  readonly language: string;
  readonly type: NameType;
}

/** What a register of others knows an entity by, and the source that says so. */
export interface IdentifierRecord {
  readonly place: Place;
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly note: string;
  readonly url: string;
}

/** A name or figure that a paragraph must contain. */
export interface Cue {
  readonly place: Place;
  readonly text: string;
}

export interface EvidenceRecord {
  readonly place: Place;
  readonly basis: Basis;
  /** The passage; null: it comes from elsewhere. */
  readonly articleId: string | null;
  readonly paragraph: number | null;
  readonly cues: readonly Cue[];
  /** Of a statement: whether the passage gives the speaker's own words. */
  readonly quotation: Quotation | null;
  readonly note: string | null;
  readonly url: string | null;
  /** The attributes that it supports alone; empty: the fact as a whole. */
  readonly attributes: readonly string[];
}

/** What tells a part of an entity from another that would have the same id; null: nothing has to. */
interface Keyed {
  readonly place: Place;
  readonly key: string | null;
}

export interface TermRecord extends Keyed {
  readonly issueId: string;
  readonly year: number | null;
  readonly years: number | null;
  readonly value: number | Fraction | null;
  readonly unit: string | null;
  readonly approximation: Approximation | null;
  /** There is a figure, and the source does not tell it. */
  readonly notStated: boolean;
  readonly compounded: boolean | null;
  readonly retroactive: boolean | null;
  readonly lumpSum: boolean | null;
  /** From when it applies. */
  readonly effective: DateValue | null;
  readonly text: string;
  readonly evidence: readonly EvidenceRecord[];
}

export interface StageRecord extends Keyed {
  readonly stage: string;
  readonly date: DateValue | null;
  readonly evidence: readonly EvidenceRecord[];
}

export interface ProvisionRecord extends Keyed {
  readonly effect: string;
  readonly condition: string | null;
  readonly affects: readonly string[];
  readonly evidence: readonly EvidenceRecord[];
}

export interface ParagraphRecord {
  readonly place: Place;
  readonly role: PassageRole;
  readonly sha256: string;
  readonly without: string | null;
}

/** What a PROPOSAL, a LEGISLATION or an ARTICLE is made of. */
export interface Parts {
  readonly terms: readonly TermRecord[];
  readonly stages: readonly StageRecord[];
  readonly provisions: readonly ProvisionRecord[];
  readonly paragraphs: readonly ParagraphRecord[];
}

export interface EntityRecord extends Parts {
  readonly place: Place;
  readonly id: string;
  readonly kind: Kind;
  readonly type: string | null;
  readonly status: string | null;
  readonly summary: string;
  readonly names: readonly NameRecord[];
  readonly identifiers: readonly IdentifierRecord[];
  readonly start: DateValue | null;
  readonly end: DateValue | null;
  /** Of the kind's detail table; what is not filled in or not stated is absent. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** What the sources leave open. */
  readonly notStated: readonly string[];
  readonly evidence: readonly EvidenceRecord[];
}

export interface RelationshipRecord {
  readonly place: Place;
  readonly id: string;
  readonly type: RelationshipType;
  readonly subjectId: string;
  readonly subjectKind: Kind;
  readonly objectId: string;
  readonly objectKind: Kind;
  readonly from: DateValue | null;
  readonly until: DateValue | null;
  readonly side: Side | null;
  readonly position: Position | null;
  readonly role: string | null;
  readonly acting: boolean | null;
  readonly ordinal: number | null;
  readonly note: string | null;
  readonly accordingTo: string | null;
  readonly evidence: readonly EvidenceRecord[];
}

export interface Records {
  readonly entities: readonly EntityRecord[];
  readonly relationships: readonly RelationshipRecord[];
}
