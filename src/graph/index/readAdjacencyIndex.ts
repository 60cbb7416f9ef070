/** Reads the adjacency index from the database: at the start all of it, later what has changed. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { isKind, type Kind, kindNames, recordOf, relationshipTypeNames } from '../../registry/index.ts';
import {
  type AdjacencyIndex,
  at,
  type Columns,
  columnNames,
  type EdgeRow,
  type NodeRow,
  unbounded,
} from './adjacencyIndex.ts';
import { buildAdjacencyIndex } from './buildAdjacencyIndex.ts';

/**
 * In how many statements the edges are read, side by side. Each goes through its part of the table once: a bound on the
 * number of rows would have PostgreSQL look the entities up one by one, at several times the cost.
 */
const parts = 2;

/**
 * Reads and builds the whole adjacency index. What is written meanwhile may be missing: the change log brings it.
 * @param signal stops it; its statements have no other limit.
 */
export async function readAdjacencyIndex(read: Read, signal: AbortSignal): Promise<AdjacencyIndex> {
  const [nodes, columns] = await Promise.all([readAllNodes(read, signal), readAllEdges(read, signal)]);
  return buildAdjacencyIndex(nodes, columns);
}

/** Reads all nodes, in the order of their ids, packed as the edges are. */
async function readAllNodes(read: Read, signal: AbortSignal): Promise<NodeRow[]> {
  const statement = Prisma.sql`
    SELECT string_agg(e."id", chr(10)) AS ids, ${packed('seq')} AS seqs, ${packed('kind')} AS kinds
    FROM (
      SELECT "id", "seq", array_position(${[...kindNames]}::text[], "kind") - 1 AS kind
      FROM "Entity" ORDER BY "id" COLLATE "C"
    ) AS e`;
  const [row] = await read<{ ids: string | null; seqs: string | null; kinds: string | null }>(statement, signal);
  const [seqs, kinds] = [unpack(row?.seqs), unpack(row?.kinds)];
  const ids = (row?.ids ?? '').split('\n').slice(0, seqs.length);
  return ids.map((id, index) => ({ id, seq: at(seqs, index), kind: kindNames[at(kinds, index)] as Kind }));
}

/** Reads all edges, in the order of their numbers. */
async function readAllEdges(read: Read, signal: AbortSignal): Promise<Columns> {
  const statement = Prisma.sql`SELECT min("seq") AS first, max("seq") AS last FROM "Relationship"`;
  const [range] = await read<{ first: number | null; last: number | null }>(statement, signal);
  const { first, last } = { first: range?.first ?? 0, last: range?.last ?? 0 };
  const size = Math.ceil((last - first + 1) / parts);
  const starts = Array.from({ length: parts }, (_, part) => first + part * size);
  const ranges = starts.map(async (start) => await readEdges(read, signal, start, start + size - 1));
  return joined(await Promise.all(ranges));
}

/** Reads the edges of a range of numbers, each column packed: a hundred thousand rows as objects would cost seconds. */
async function readEdges(read: Read, signal: AbortSignal, first: number, last: number): Promise<Columns> {
  const columns = columnNames.map((name) => Prisma.sql`${packed(name)} AS ${Prisma.raw(`"${name}"`)}`);
  const statement = Prisma.sql`
    SELECT ${Prisma.join(columns)}
    FROM (${edges(Prisma.sql`r."seq" BETWEEN ${first} AND ${last}`)} ORDER BY r."seq") AS e`;
  const [row] = await read<Partial<Record<keyof Columns, string | null>>>(statement, signal);
  return recordOf(columnNames, (name) => unpack(row?.[name]));
}

/** Reads the nodes of the ids that there are. */
export async function readNodesById(read: Read, ids: readonly string[]): Promise<NodeRow[]> {
  return await readNodes(read, Prisma.sql`"id" = ANY(${[...ids]}::text[])`);
}

/** Reads the edges of the numbers that there are. */
export async function readEdgesBySeq(read: Read, seqs: readonly number[]): Promise<EdgeRow[]> {
  return await read<EdgeRow>(edges(Prisma.sql`r."seq" = ANY(${[...seqs]}::int[])`));
}

async function readNodes(read: Read, where: Prisma.Sql): Promise<NodeRow[]> {
  const rows = await read<{ seq: number; id: string; kind: string }>(Prisma.sql`
    SELECT "seq", "id", "kind" FROM "Entity" WHERE ${where} ORDER BY "id" COLLATE "C"`);
  return rows.map(({ seq, id, kind }) => {
    if (!isKind(kind)) throw new Error(`the entity ${id} is of the kind ${kind}, which the registry does not have`);
    return { seq, id, kind };
  });
}

/** The columns of an edge, as numbers. */
function edges(where: Prisma.Sql): Prisma.Sql {
  const day = (column: string, open: number): Prisma.Sql =>
    Prisma.raw(`coalesce(r."${column}" - '1970-01-01'::date, ${open})`);
  return Prisma.sql`
    SELECT r."seq", s."seq" AS subject, o."seq" AS object,
      t.place::int - 1 AS type, coalesce(r."ordinal", -1) AS ordinal,
      ${day('holdsFromEarliest', -unbounded)} AS "fromEarliest", ${day('holdsFromLatest', unbounded)} AS "fromLatest",
      ${day('holdsToEarliest', -unbounded)} AS "toEarliest", ${day('holdsToLatest', unbounded)} AS "toLatest"
    FROM "Relationship" r JOIN "Entity" s ON s."id" = r."subjectId" JOIN "Entity" o ON o."id" = r."objectId"
      JOIN unnest(${[...relationshipTypeNames]}::text[]) WITH ORDINALITY AS t(name, place) ON t.name = r."type"
    WHERE ${where}`;
}

/** A column of integers as one text: four bytes for each, in base 64. */
const packed = (column: string): Prisma.Sql => Prisma.raw(`encode(string_agg(int4send(e."${column}"), ''), 'base64')`);

function unpack(text: string | null | undefined): Int32Array {
  const bytes = Buffer.from(text ?? '', 'base64');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Int32Array(bytes.byteLength / 4);
  for (let index = 0; index < values.length; index += 1) values[index] = view.getInt32(index * 4);
  return values;
}

function joined(batches: readonly Columns[]): Columns {
  const length = batches.reduce((sum, { seq }) => sum + seq.length, 0);
  const join = (name: keyof Columns): Int32Array => {
    const whole = new Int32Array(length);
    let offset = 0;
    for (const batch of batches) {
      whole.set(batch[name], offset);
      offset += batch[name].length;
    }
    return whole;
  };
  return recordOf(columnNames, join);
}
