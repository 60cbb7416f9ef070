/**
 * What the parts of the reader hand to one another: plain data, without a database and without a network.
 *
 * A `rule` is the name of the rule that found something; `rules.ts` has them all, each module those that it follows.
 * Places are in UTF-16 units. Those of a paragraph count from the article's text, all others from their paragraph.
 */
import type { NameType, PassageRole } from '../generated/prisma/enums.ts';
import type { Kind } from '../registry/index.ts';

/** A stretch of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of one paragraph. */
export interface Place extends Span {
  /** The paragraph's number, from 1. */
  readonly p: number;
}

/** A line of the article's text that is not empty, without the white space around it. */
export interface Paragraph extends Span {
  readonly number: number;
  readonly text: string;
  readonly role: PassageRole;
  readonly sentences: readonly Span[];
}

/** The article as it was taken in. */
export interface Article {
  /** When it was published, in EDTF: a day, a month or a year. */
  readonly published: string;
  /** The graph's id of its news outlet. */
  readonly outlet: string | undefined;
  readonly paragraphs: readonly Paragraph[];
}

/** What the graph holds, as far as a reader can recognise it. */
export interface Knowledge {
  readonly entities: readonly KnownEntity[];
  readonly relationships: readonly KnownRelationship[];
}

export interface KnownEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly type: string | undefined;
  readonly names: readonly { readonly text: string; readonly language: string; readonly type: NameType }[];
}

export interface KnownRelationship {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly object: string;
  /** Its dates in EDTF, of types that have any. */
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** Somebody or something that the article names. */
export interface Named {
  /** The graph's id where it knows this one; else an id made of the name. */
  readonly key: string;
  readonly kind: Kind;
  readonly known: boolean;
  /** How the text names it, the fullest first. */
  readonly names: readonly string[];
  /** What of the graph it may be the same as, the likeliest first; empty where it is known. */
  readonly candidates: readonly string[];
  readonly rule: string;
}

/** A proper name as it stands, or a word that stands for one: "the union", "he". */
export interface Mention extends Place {
  readonly text: string;
  /** The `key` of what is named. */
  readonly entity: string;
  /** False: a common noun or a pronoun, which is resolved and is no mention of its own. */
  readonly proper: boolean;
  readonly rule: string;
}

/** That somebody holds a post of an organization. */
export interface Office extends Place {
  readonly person: string;
  readonly title: string;
  readonly of: string;
  readonly acting: boolean;
  readonly former: boolean;
  readonly rule: string;
}

/** Who speaks: somebody named, or the holder of a post whom nobody names. */
export type Speaker = { readonly entity: string } | { readonly unnamed: string; readonly of: string };

/** What one speaker says in one paragraph. The place is that of the attribution, or of the quotation that goes on. */
export interface Statement extends Place {
  readonly speaker: Speaker;
  readonly type: 'DIRECT_QUOTATION' | 'PARAPHRASE' | 'MIXED';
  /** The words by which it is known that somebody speaks: "said", "according to"; empty where a quotation goes on. */
  readonly verb: string;
  readonly rule: string;
}

/** An expression that fixes a day, a month or a year. */
export interface DateFound extends Place {
  readonly text: string;
  readonly edtf: string;
  /** How it follows from the day of publication, in words that the checks of seeds read; undefined: it is stated. */
  readonly derivation: string | undefined;
  readonly rule: string;
}

export type FigureUnit = 'PERCENT' | 'CAD' | 'PEOPLE' | 'DAYS' | 'YEARS';

/** A number with a unit and a meaning. */
export interface Figure extends Place {
  readonly text: string;
  readonly value: number;
  readonly unit: FigureUnit;
  /** As the registry's approximations: ALMOST, MORE_THAN, ...; undefined: given as exact. */
  readonly approximation: string | undefined;
  readonly rule: string;
}

/** What happened, is due, or was possible. The place is that of the words by which it is known. */
export interface EventFound extends Place {
  readonly type: string;
  readonly parties: readonly string[];
  readonly status: 'OCCURRED' | 'SCHEDULED' | 'POSTPONED' | 'POSSIBLE';
  /** When, where the sentence says so. */
  readonly date: DateFound | undefined;
  readonly rule: string;
}

/** All that was recognised in an article. */
export interface Reading {
  readonly article: Article;
  readonly entities: readonly Named[];
  /** With the words that stand for a name. */
  readonly mentions: readonly Mention[];
  readonly offices: readonly Office[];
  readonly statements: readonly Statement[];
  readonly dates: readonly DateFound[];
  readonly figures: readonly Figure[];
  readonly events: readonly EventFound[];
}
