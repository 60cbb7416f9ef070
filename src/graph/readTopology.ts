/** Reads the topology from the database: at the start all of it, later what has changed. */
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { isKind, type Kind, kindNames, relationshipTypeNames } from './registry.ts';
import {
  buildTopology,
  type Columns,
  columnNames,
  type EdgeRow,
  type NodeRow,
  type Topology,
  unbounded,
} from './topology.ts';

/** Edges in one statement: some twenty megabytes. Each statement looks all entities up, so few are better than many. */
const batchSize = 250_000;

/** Reads and builds the whole topology. What is written meanwhile may be missing: the change log brings it. */
export async function readTopology(prisma: PrismaClient): Promise<Topology> {
  const nodes = await readAllNodes(prisma);
  const batches: Columns[] = [];
  for (let last = -1; ; ) {
    const batch = await readEdgeBatch(prisma, last);
    if (batch.seq.length > 0) batches.push(batch);
    if (batch.seq.length < batchSize) break;
    last = batch.seq.at(-1) ?? last;
  }
  return buildTopology(nodes, joined(batches));
}

/** Reads all nodes, in the order of their ids, packed as the edges are. */
async function readAllNodes(prisma: PrismaClient): Promise<NodeRow[]> {
  const [row] = await prisma.$queryRaw<{ ids: string | null; seqs: Uint8Array | null; kinds: Uint8Array | null }[]>`
    SELECT string_agg(e."id", chr(10)) AS ids, array_send(array_agg(e."seq")) AS seqs,
      array_send(array_agg(array_position(${[...kindNames]}::text[], e."kind") - 1)) AS kinds
    FROM (SELECT "id", "seq", "kind" FROM "Entity" ORDER BY "id" COLLATE "C") AS e`;
  const [seqs, kinds] = [unpack(row?.seqs), unpack(row?.kinds)];
  const ids = (row?.ids ?? '').split('\n').slice(0, seqs.length);
  return ids.map((id, index) => ({ id, seq: seqs[index] as number, kind: kindNames[kinds[index] as number] as Kind }));
}

/** Reads the nodes of the ids that there are. */
export async function readNodesById(prisma: PrismaClient, ids: readonly string[]): Promise<NodeRow[]> {
  return await readNodes(prisma, Prisma.sql`"id" = ANY(${[...ids]}::text[])`);
}

/** Reads the edges of the numbers that there are. */
export async function readEdgesBySeq(prisma: PrismaClient, seqs: readonly number[]): Promise<EdgeRow[]> {
  return await prisma.$queryRaw<EdgeRow[]>`${edges(Prisma.sql`r."seq" = ANY(${[...seqs]}::int[])`)}`;
}

async function readNodes(prisma: PrismaClient, where: Prisma.Sql): Promise<NodeRow[]> {
  const rows = await prisma.$queryRaw<{ seq: number; id: string; kind: string }[]>`
    SELECT "seq", "id", "kind" FROM "Entity" WHERE ${where} ORDER BY "id" COLLATE "C"`;
  return rows.map(({ seq, id, kind }) => {
    if (!isKind(kind)) throw new Error(`the entity ${id} is of the kind ${kind}, which the registry does not have`);
    return { seq, id, kind };
  });
}

/** A batch of edges, each column packed: a hundred thousand rows as objects would cost seconds. */
async function readEdgeBatch(prisma: PrismaClient, after: number): Promise<Columns> {
  const packed = columnNames.map((name) => Prisma.raw(`array_send(array_agg(e."${name}")) AS "${name}"`));
  const [row] = await prisma.$queryRaw<Partial<Record<keyof Columns, Uint8Array | null>>[]>`
    SELECT ${Prisma.join(packed)}
    FROM (${edges(Prisma.sql`r."seq" > ${after}`)} ORDER BY r."seq" LIMIT ${batchSize}) AS e`;
  return Object.fromEntries(columnNames.map((name) => [name, unpack(row?.[name])])) as Columns;
}

/** The columns of an edge, as numbers. */
function edges(where: Prisma.Sql): Prisma.Sql {
  const day = (column: string, open: number): Prisma.Sql =>
    Prisma.raw(`coalesce(r."${column}" - '1970-01-01'::date, ${open})`);
  return Prisma.sql`
    SELECT r."seq", s."seq" AS subject, o."seq" AS object,
      array_position(${[...relationshipTypeNames]}::text[], r."type") - 1 AS type, coalesce(r."ordinal", -1) AS ordinal,
      ${day('validFromEarliest', -unbounded)} AS "fromEarliest", ${day('validFromLatest', unbounded)} AS "fromLatest",
      ${day('validToEarliest', -unbounded)} AS "toEarliest", ${day('validToLatest', unbounded)} AS "toLatest"
    FROM "Relationship" r JOIN "Entity" s ON s."id" = r."subjectId" JOIN "Entity" o ON o."id" = r."objectId"
    WHERE ${where}`;
}

/** PostgreSQL's binary form of an array of integers: 20 bytes of header, then each with its length before it. */
function unpack(bytes: Uint8Array | null | undefined): Int32Array {
  if (bytes === null || bytes === undefined) return new Int32Array(0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Int32Array((bytes.byteLength - 20) / 8);
  for (let index = 0; index < values.length; index += 1) values[index] = view.getInt32(24 + index * 8);
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
  return Object.fromEntries(columnNames.map((name) => [name, join(name)])) as Columns;
}
