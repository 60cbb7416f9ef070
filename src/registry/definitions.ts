/** The shape of a kind's entry. */
import type { Prisma } from '../generated/prisma/client.ts';

/** A word of an enumeration and what it means in the field. */
export type Vocabulary = Readonly<Record<string, string>>;

/** How an attribute is written in the seeds, and checked. */
export type AttributeType =
  | 'text'
  | 'texts'
  | 'integer'
  | 'decimal'
  /** A number, or a share as a fraction (2/3): two columns, the value and `…Fraction`. */
  | 'amount'
  /** Per cent of a whole, or a fraction (2/3): two columns, as of an amount. */
  | 'share'
  /** A time of day: `00:01`. */
  | 'time'
  | 'boolean'
  /** A partial date: five columns. */
  | 'date'
  /** The id of an entity; the column has the attribute's name and `Id`. */
  | 'entity'
  /** One of the words of a vocabulary. */
  | { readonly oneOf: Vocabulary; readonly graphql: string };

type Models = Prisma.TypeMap['model'];

/** What every detail table has: its key is that of an entity. */
interface OfDetail {
  readonly scalars: { readonly id: string; readonly kind: string };
  readonly objects: { readonly entity: object };
}

/** The detail tables, as the Prisma client names them. */
export type DetailModel = {
  [Name in Prisma.ModelName]: Models[Name]['payload'] extends OfDetail ? Uncapitalize<Name> : never;
}[Prisma.ModelName];

export interface Details {
  readonly model: DetailModel;
  readonly attributes: Readonly<Record<string, AttributeType>>;
  /** Attributes without which an entity is not complete. */
  readonly required?: readonly string[];
  /** Attributes that only some types have. */
  readonly onlyOf?: Readonly<Record<string, readonly string[]>>;
  /** Attributes that stand instead of one another. */
  readonly alternatives?: readonly (readonly string[])[];
  /** Attributes that most do without: where there is none, none is missing. */
  readonly ifAny?: readonly string[];
}

/** Relationships that stand for an attribute. */
export type OpenRelation = 'court' | 'proposals';

export interface KindDefinition {
  /** One sentence that a journalist could say. */
  readonly description: string;
  /** The GraphQL type, and the plural that lists it. */
  readonly graphql: string;
  readonly plural: string;
  /** The classes of schema.org, Popolo and the like that it is, by the prefixes of the JSON-LD context; none: its own. */
  readonly classes?: readonly string[];
  /** What sorts of it there are. */
  readonly types?: Vocabulary;
  /** How it can stand. */
  readonly statuses?: Vocabulary;
  /** The columns of its detail table: what is particular to the kind. */
  readonly details?: Details;
  /** Attributes that are relationships, and that a source may leave open: "before which court" is not stated. */
  readonly open?: readonly OpenRelation[];
  /** What its `start` and `end` mean; absent: it has none. */
  readonly start?: string;
  readonly end?: string;
  /** It goes on from its start until its end; else it happens at its start. */
  readonly isPeriod?: true;
  /** Who can act: hold positions, make proposals, speak. */
  readonly actor?: true;
  /** A body that people belong to or work for. */
  readonly organization?: true;
}
