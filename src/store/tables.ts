/** The tables that seeding fills, in an order in which each one's foreign keys point at earlier ones. */
import type { Prisma } from '../generated/prisma/client.ts';
import { type Details, kindDefinition, kindNames } from '../registry/index.ts';

export type Cell = string | number | boolean | Date | readonly string[] | null;
export type Row = Readonly<Record<string, Cell>>;

/** Columns that hold the key of a row of another table. The first of a table says of what its rows are a part. */
interface Reference {
  readonly columns: readonly string[];
  readonly model: Model;
}

/** A table, as the Prisma client names it. */
export type Model = Uncapitalize<Prisma.ModelName>;

export interface Table {
  readonly model: Model;
  readonly key: readonly string[];
  readonly references: readonly Reference[];
  /** What a person would say it holds, and the columns that tell of which one a row is. */
  readonly fact: Fact;
  readonly owner: readonly string[];
  /** The columns that say what the fact is a part of, one of which is filled in: it has no meaning without that. */
  readonly partOf?: readonly string[];
  /** Columns that the database fills in by itself. */
  readonly filledIn?: readonly string[];
  /** The columns that have other names than their fields. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** The rows of each table, by its model. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

export type Fact = 'entities' | 'relationships' | 'terms' | 'stages' | 'provisions' | 'passages' | 'evidence';

/** How many facts of a sort came, changed, went and stayed. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** What is to be written. */
export interface Plan {
  /**
   * Rows to delete, by model: those that nobody wants any more, and those to be written anew, with whatever points at
   * them. A changed row is replaced, so that no constraint sees half of the old state beside half of the new one.
   */
  readonly stale: Rows;
  /** Rows to create, by model. */
  readonly fresh: Rows;
  /** Entities of which something changed: updated in place, since they keep their timestamps. */
  readonly changed: readonly Row[];
  readonly changes: ReadonlyMap<Fact, Changes>;
}

const to = (model: Model, ...columns: string[]): Reference => ({ model, columns });

export const tables: readonly Table[] = [
  {
    model: 'entity',
    key: ['id'],
    references: [],
    fact: 'entities',
    owner: ['id'],
    filledIn: ['seq', 'createdAt', 'updatedAt'],
  },
  {
    model: 'name',
    key: ['entityId', 'language', 'type', 'text'],
    references: [to('entity', 'entityId')],
    fact: 'entities',
    owner: ['entityId'],
  },
  {
    model: 'identifier',
    key: ['entityId', 'scheme'],
    references: [to('entity', 'entityId')],
    fact: 'entities',
    owner: ['entityId'],
  },
  {
    model: 'notStated',
    key: ['entityId', 'attribute'],
    references: [to('entity', 'entityId')],
    fact: 'entities',
    owner: ['entityId'],
  },
  ...detailTables(),
  {
    model: 'passage',
    key: ['articleId', 'number'],
    references: [to('article', 'articleId')],
    fact: 'passages',
    owner: ['articleId', 'number'],
    partOf: ['articleId'],
    columns: { uncoveredReason: 'without' },
  },
  {
    model: 'term',
    key: ['id'],
    references: [to('entity', 'proposalId'), to('entity', 'issueId')],
    fact: 'terms',
    owner: ['id'],
    partOf: ['proposalId'],
    filledIn: ['issueKind'],
  },
  {
    model: 'legislationStage',
    key: ['id'],
    references: [to('legislation', 'legislationId')],
    fact: 'stages',
    owner: ['id'],
    partOf: ['legislationId'],
    filledIn: ['kind'],
  },
  {
    model: 'provision',
    key: ['id'],
    references: [to('legislation', 'legislationId')],
    fact: 'provisions',
    owner: ['id'],
    partOf: ['legislationId'],
  },
  {
    model: 'affectedEntity',
    key: ['provisionId', 'affectedId'],
    references: [to('provision', 'provisionId'), to('entity', 'affectedId')],
    fact: 'provisions',
    owner: ['provisionId'],
  },
  {
    model: 'relationship',
    key: ['id'],
    references: [
      to('entity', 'subjectId'),
      to('entity', 'objectId'),
      to('entity', 'accordingToId'),
      to('office', 'heldOfficeId'),
    ],
    fact: 'relationships',
    owner: ['id'],
    partOf: ['subjectId'],
    filledIn: ['seq', 'holdsFromEarliest', 'holdsFromLatest', 'holdsToEarliest', 'holdsToLatest'],
  },
  {
    model: 'evidence',
    key: ['id'],
    references: [
      to('entity', 'entityId'),
      to('relationship', 'relationshipId'),
      to('term', 'termId'),
      to('provision', 'provisionId'),
      to('legislationStage', 'stageId'),
      to('passage', 'articleId', 'paragraph'),
    ],
    fact: 'evidence',
    owner: ['id'],
    partOf: ['entityId', 'relationshipId', 'termId', 'provisionId', 'stageId'],
    columns: { anchors: 'cues' },
  },
];

function detailTables(): Table[] {
  const details: Details[] = kindNames.flatMap((kind) => kindDefinition(kind).details ?? []);
  return details.map(({ model, attributes }) => {
    const entities = Object.keys(attributes).filter((name) => attributes[name] === 'entity');
    const references = [to('entity', 'id'), ...entities.map((name) => to('entity', `${name}Id`))];
    return { model, key: ['id'], references, fact: 'entities', owner: ['id'], filledIn: ['kind'] };
  });
}

/** The cells of some columns, as one text that tells rows apart. */
export function keyOf(row: Row, columns: readonly string[]): string {
  return columns.map((column) => String(row[column])).join(' ');
}
