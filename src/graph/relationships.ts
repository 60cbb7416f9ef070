/** What an entity is related to: the one place that reads the table Relationship. */
import DataLoader from 'dataloader';
import { Prisma, type PrismaClient, type Relationship as Row } from '../generated/prisma/client.ts';
import { type Certainty, certaintyOn, formatDay } from './dates.ts';
import { inOrder } from './entities.ts';
import {
  type Connection,
  type Edge,
  formatCursor,
  type Key,
  type Page,
  type PageArgs,
  parsePage,
  toConnection,
} from './page.ts';
import {
  type Direction,
  isRelationshipType,
  type Kind,
  type RelationshipType,
  relationshipDefinition,
  relationshipTypeNames,
} from './registry.ts';

export type { Row as Relationship };

/** Which relationships of an entity are wanted. */
export interface RelatedQuery {
  readonly direction: Direction;
  /** None: all. */
  readonly types?: readonly RelationshipType[] | undefined;
  /** Kinds at the far end; none: all. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Only what holds on that day, for certain or possibly. */
  readonly asOf?: Date | undefined;
  /** With `asOf`, CERTAIN: only what holds for certain. */
  readonly certainty?: Certainty | undefined;
}

/** A step from one entity along a relationship to the entity at its far end. */
export interface RelatedEdge extends Edge<string> {
  readonly relationship: Row;
  readonly direction: 'OUT' | 'IN';
  /** Null where no day was asked about. */
  readonly certainty: Certainty | null;
}

/** True if a relationship of this type begins and ends. */
export function isTemporal(type: string): boolean {
  return isRelationshipType(type) && relationshipDefinition(type).temporal === true;
}

const timelessTypes = relationshipTypeNames.filter((type) => !isTemporal(type));

/** Whether a relationship holds on a day: one without validity always does. */
export function certaintyOf(relationship: Row, day: Date): Certainty | null {
  return isTemporal(relationship.type) ? certaintyOn(relationship, day) : 'CERTAIN';
}

/** How a relationship reads in words, in the direction of travel. */
export function labelOf(relationship: Row, direction: 'OUT' | 'IN'): string {
  if (!isRelationshipType(relationship.type)) return relationship.type;
  const { label, inverse } = relationshipDefinition(relationship.type);
  return direction === 'OUT' ? label : inverse;
}

/** Loads relationships by id, in batches. */
export function relationshipLoader(prisma: PrismaClient): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) =>
    inOrder(ids, await prisma.relationship.findMany({ where: { id: { in: [...ids] } } })),
  );
}

interface Ask {
  readonly entityId: string;
  readonly query: RelatedQuery;
  readonly page: Page;
}

type Found = Row & { readonly wanted: string; readonly far: string; readonly outgoing: boolean };

export interface RelatedLoaders {
  readonly rows: DataLoader<Ask, readonly Found[], string>;
  readonly counts: DataLoader<Ask, number, string>;
}

/** Loads pages of relationships of many entities: one statement for all that ask the same of different entities. */
export function relatedLoaders(prisma: PrismaClient): RelatedLoaders {
  const cacheKeyFn = (ask: Ask): string => `${ask.entityId} ${sameAsk(ask)}`;
  return {
    rows: new DataLoader(async (asks) => await inGroups(asks, async (group) => await readRows(prisma, group)), {
      cacheKeyFn,
    }),
    counts: new DataLoader(async (asks) => await inGroups(asks, async (group) => await readCounts(prisma, group)), {
      cacheKeyFn,
    }),
  };
}

/** A page of what an entity is related to. */
export async function related(
  loaders: RelatedLoaders,
  entityId: string,
  query: RelatedQuery,
  pageArgs: PageArgs,
): Promise<Connection<RelatedEdge>> {
  const page = parsePage(pageArgs, `related ${JSON.stringify(query)}`);
  const ask = { entityId, query, page };
  const rows = await loaders.rows.load(ask);
  return toConnection(
    page,
    rows,
    keyOf,
    (row, cursor) => toEdge(row, cursor, query.asOf),
    async () => await loaders.counts.load(ask),
  );
}

/** All that an entity is related to in one way, up to a bound: for what is few by nature, such as a dispute's parties. */
export async function relatedAll(
  loaders: RelatedLoaders,
  entityId: string,
  query: RelatedQuery,
): Promise<RelatedEdge[]> {
  const page: Page = { size: 1000, after: null, list: 'all' };
  const rows = await loaders.rows.load({ entityId, query, page });
  return rows.map((row) => toEdge(row, formatCursor(page.list, keyOf(row)), query.asOf));
}

function toEdge(row: Found, cursor: string, asOf: Date | undefined): RelatedEdge {
  const certainty = asOf === undefined ? null : certaintyOf(row, asOf);
  return { cursor, node: row.far, relationship: row, direction: row.outgoing ? 'OUT' : 'IN', certainty };
}

const unordered = 2_147_483_647;

/** By ordinal, then by when it began (what is not known first), then by id. */
function keyOf(row: Row): Key {
  const began = row.validFromEarliest ?? row.validFromLatest;
  return [row.ordinal ?? unordered, began === null ? '0001-01-01' : formatDay(began), row.id];
}

const sortKey = Prisma.sql`(coalesce(r."ordinal", ${unordered}::int), coalesce(r."validFromEarliest", r."validFromLatest", '0001-01-01'::date), r."id" COLLATE "C")`;

const sameAsk = ({ query, page }: Ask): string => JSON.stringify([query, page]);

async function inGroups<Answer>(
  asks: readonly Ask[],
  read: (group: readonly Ask[]) => Promise<Answer[]>,
): Promise<Answer[]> {
  const groups = new Map<string, Ask[]>();
  for (const ask of asks) groups.set(sameAsk(ask), [...(groups.get(sameAsk(ask)) ?? []), ask]);
  const answers = new Map<Ask, Answer>();
  for (const group of groups.values()) {
    const found = await read(group);
    for (const [index, ask] of group.entries()) answers.set(ask, found[index] as Answer);
  }
  return asks.map((ask) => answers.get(ask) as Answer);
}

/** The rows of one group: all ask the same, each of another entity. */
async function readRows(prisma: PrismaClient, group: readonly Ask[]): Promise<Found[][]> {
  const [{ query, page }] = group as [Ask];
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND ${sortKey} > (${page.after[0]}::int, ${page.after[1]}::date, ${page.after[2]}::text)`;
  const rows = await prisma.$queryRaw<Found[]>`
    SELECT r.*
    FROM unnest(${group.map((ask) => ask.entityId)}::text[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT * FROM (${sides(query)}) AS r
      WHERE ${conditions(query)} ${after}
      ORDER BY ${sortKey} LIMIT ${page.size + 1}
    ) AS r`;
  const byEntity = new Map<string, Found[]>(group.map((ask) => [ask.entityId, []]));
  for (const row of rows) byEntity.get(row.wanted)?.push(row);
  return group.map((ask) => byEntity.get(ask.entityId) ?? []);
}

async function readCounts(prisma: PrismaClient, group: readonly Ask[]): Promise<number[]> {
  const [{ query }] = group as [Ask];
  const rows = await prisma.$queryRaw<{ id: string; count: number }[]>`
    SELECT wanted.id, (SELECT count(*)::int FROM (${sides(query)}) AS r WHERE ${conditions(query)}) AS count
    FROM unnest(${group.map((ask) => ask.entityId)}::text[]) AS wanted(id)`;
  const byEntity = new Map(rows.map((row) => [row.id, row.count]));
  return group.map((ask) => byEntity.get(ask.entityId) ?? 0);
}

/** The relationships of one entity, with the far end named. */
function sides({ direction }: RelatedQuery): Prisma.Sql {
  const outgoing = Prisma.sql`SELECT *, "subjectId" AS wanted, "objectId" AS far, "objectKind" AS "farKind", true AS outgoing FROM "Relationship" WHERE "subjectId" = wanted.id`;
  const incoming = Prisma.sql`SELECT *, "objectId" AS wanted, "subjectId" AS far, "subjectKind" AS "farKind", false AS outgoing FROM "Relationship" WHERE "objectId" = wanted.id`;
  if (direction === 'OUT') return outgoing;
  return direction === 'IN' ? incoming : Prisma.sql`${outgoing} UNION ALL ${incoming}`;
}

function conditions({ types, kinds, asOf, certainty }: RelatedQuery): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (types !== undefined) all.push(Prisma.sql`r."type" = ANY(${[...types]}::text[])`);
  if (kinds !== undefined) all.push(Prisma.sql`r."farKind" = ANY(${[...kinds]}::text[])`);
  if (asOf !== undefined) {
    const day = Prisma.sql`${formatDay(asOf)}::date`;
    all.push(
      Prisma.sql`coalesce(r."validFromEarliest" <= ${day}, true) AND coalesce(r."validToLatest" >= ${day}, true)`,
    );
    if (certainty === 'CERTAIN') {
      all.push(
        Prisma.sql`(r."type" = ANY(${timelessTypes}::text[]) OR coalesce(r."validFromLatest" <= ${day} AND r."validToEarliest" >= ${day}, false))`,
      );
    }
  }
  return Prisma.join(all, ' AND ');
}
