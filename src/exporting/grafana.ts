/**
 * Data for Grafana's panels, in the fields that they ask for: the node graph (`id`, `title`, `subtitle`, `mainstat`,
 * `detail__*`; `id`, `source`, `target`), and time series (a time, a label, a number, earliest first). The Infinity
 * data source reads them as they are: each is an array at the root, with a line for each row.
 */
import { Prisma } from '../generated/prisma/client.ts';
import { certaintyOf, labelOf } from '../graph/rows/relationshipMeaning.ts';
import { formatDay } from '../records/partialDates.ts';
import { type Column, text } from './columns.ts';
import { type EntityRow, entityBatches, nameOf } from './entities.ts';
import { writeArray } from './json.ts';
import { notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import type { Reader } from './reading.ts';
import { type RelationshipRow, relationshipBatches } from './relationships.ts';

/** Writes the nodes of the node graph: `mainstat` is the number of relationships that the edges will show. */
export function writeNodes(reader: Reader, options: Options): AsyncGenerator<string> {
  return writeArray(counted(reader, options), options.leftOut, {
    item: node,
    instead: (id) => ({ id, title: id, subtitle: notExported, mainstat: 0 }),
  });
}

type CountedRow = EntityRow & { readonly degree: number };

async function* counted(reader: Reader, options: Options): AsyncGenerator<CountedRow[]> {
  for await (const rows of entityBatches(reader, options)) {
    const degrees = await countEdges(reader, rows, options);
    yield rows.map((row) => ({ ...row, degree: degrees.get(row.id) ?? 0 }));
  }
}

function node(row: CountedRow): object {
  return {
    id: row.id,
    title: nameOf(row),
    subtitle: row.type === null ? row.kind : `${row.kind}: ${row.type}`,
    mainstat: row.degree,
    detail__summary: row.summary,
    ...(row.status !== null && { detail__status: row.status }),
    ...(row.start !== null && { detail__start: row.start }),
    ...(row.end !== null && { detail__end: row.end }),
  };
}

async function countEdges(
  reader: Reader,
  rows: readonly EntityRow[],
  { kinds, asOf }: Options,
): Promise<Map<string, number>> {
  const day = asOf === undefined ? undefined : Prisma.sql`${formatDay(asOf)}::date`;
  const holds =
    day === undefined
      ? Prisma.empty
      : Prisma.sql`AND coalesce(r."holdsFromEarliest" <= ${day}, true) AND coalesce(r."holdsToLatest" >= ${day}, true)`;
  const side = (near: string, farKind: string): Prisma.Sql => {
    const column = (name: string): Prisma.Sql => Prisma.raw(`r."${name}"`);
    const far = kinds === undefined ? Prisma.empty : Prisma.sql`AND ${column(farKind)} = ANY(${[...kinds]}::text[])`;
    return Prisma.sql`(SELECT count(*) FROM "Relationship" r WHERE ${column(near)} = wanted.id ${far} ${holds})`;
  };
  const counts = await reader.tx.$queryRaw<{ id: string; count: number }[]>`
    SELECT wanted.id, (${side('subjectId', 'objectKind')} + ${side('objectId', 'subjectKind')})::int AS count
    FROM unnest(${rows.map(({ id }) => id)}::text[]) AS wanted(id)`;
  return new Map(counts.map(({ id, count }) => [id, count]));
}

/** Writes the edges of the node graph; one that is left out has no ends to be drawn between, and only the log has it. */
export function writeEdges(reader: Reader, options: Options): AsyncGenerator<string> {
  return writeArray(relationshipBatches(reader, options), options.leftOut, { item: (row) => edge(row, options) });
}

function edge(row: RelationshipRow, { asOf }: Options): object {
  return {
    id: row.id,
    source: row.subjectId,
    target: row.objectId,
    mainstat: labelOf(row.type, 'OUT'),
    ...(asOf !== undefined && { secondarystat: certaintyOf(row, asOf) }),
    detail__type: row.type,
    ...(row.validFrom !== null && { detail__validFrom: row.validFrom }),
    ...(row.validTo !== null && { detail__validTo: row.validTo }),
  };
}

interface Point {
  readonly time: string;
  readonly type: string;
  readonly value: number;
}

export const pointColumns: Column<Point>[] = [
  text('time', ({ time }) => time),
  text('type', ({ type }) => type),
  { name: 'value', type: 'int', of: ({ value }) => value },
];

/** True of an event that is known to lie in one month or year, and in which: the rest cannot be counted in any. */
const inOneBucket = ({ bucket = 'month' }: Options): Prisma.Sql =>
  Prisma.sql`(date_trunc(${bucket}, e."startEarliest"::timestamp) = date_trunc(${bucket}, e."startLatest"::timestamp)) IS TRUE`;

/** How many events of each type there are in each month or year. One statement counts them: a row for each count. */
export async function* eventPoints(reader: Reader, options: Options): AsyncGenerator<Point[]> {
  const { bucket = 'month' } = options;
  const points = await reader.tx.$queryRaw<Point[]>`
    SELECT to_char(counted.time, 'YYYY-MM-DD"T"00:00:00"Z"') AS time, counted.type, counted.value
    FROM (
      SELECT date_trunc(${bucket}, e."startEarliest"::timestamp) AS time, coalesce(e."type", 'EVENT') AS type,
        count(*)::int AS value
      FROM "Entity" e WHERE e."kind" = 'EVENT' AND ${inOneBucket(options)}
      GROUP BY 1, 2
    ) AS counted
    ORDER BY counted.time, counted.type COLLATE "C"`;
  yield points;
  options.onRows?.(points.length);
}

/** How many events have no date, or one that spans several months or years. */
export async function countUndatedEvents(reader: Reader, options: Options): Promise<number> {
  const [row] = await reader.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Entity" e WHERE e."kind" = 'EVENT' AND NOT ${inOneBucket(options)}`;
  return row?.count ?? 0;
}

/** Writes the counts of events as JSON. */
export function writeEvents(reader: Reader, options: Options): AsyncGenerator<string> {
  return writeArray(eventPoints(reader, options), options.leftOut, { item: (point) => point });
}
