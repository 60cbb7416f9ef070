/** Counts, sums, least and greatest values of entities, by dimensions and by time: one statement each. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { type Kind, kindNames } from '../../registry/index.ts';
import { conditions, type EntityFilter } from './entityFilter.ts';
import { datedKinds } from './filters.ts';
import { countUndated, type UndatedCount } from './list.ts';
import { asksForDays, certainlyDuring } from './spans.ts';
import {
  type Dimension,
  dimensionDefinition,
  passageKey,
  passages,
  type TimeBucket,
  timeBuckets,
} from './statisticsDimensions.ts';
import { measureDefinition, type Unit } from './statisticsMeasures.ts';
import { checkStatistics, type MeasureQuery, mostBuckets, type StatisticsQuery, unitOf } from './statisticsQuery.ts';

/** Why a key is what it is: there is a value, or why there is none. */
export type ValueState = 'VALUE' | 'UNCERTAIN' | 'HEARSAY' | 'NOT_STATED' | 'NONE' | 'DOES_NOT_APPLY';

export interface BucketKey {
  readonly dimension: Dimension;
  readonly key: string | null;
  readonly state: ValueState;
  /** What the key means, where it is a word: of each kind that means something else by it. */
  readonly meanings: readonly string[];
}

export interface BucketTime {
  /** The first and the last day; null where the state is not VALUE. */
  readonly start: Date | null;
  readonly end: Date | null;
  readonly key: string | null;
  readonly state: ValueState;
}

/** From the least that it can be to the greatest; null: nothing bounds it. */
interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

interface Measured {
  readonly unit: Unit;
  readonly stated: number;
  readonly notStated: number;
  readonly none: number;
  readonly inOtherUnits: number;
  readonly sum: Range | null;
  readonly min: Range | null;
  readonly max: Range | null;
}

interface Bucket {
  readonly keys: readonly BucketKey[];
  readonly time: BucketTime | null;
  readonly count: number;
  /** How many of them meet for certain what the filter asks of days; null: it asks for none, or paragraphs are counted. */
  readonly certainCount: number | null;
  readonly measured: Measured | null;
}

export interface Statistics {
  /** How many there are of what is counted, each once. */
  readonly total: number;
  /** How many that meet the filter's other conditions have no date; null where no days are asked about. */
  readonly undatedCount: UndatedCount;
  readonly bucketCount: number;
  readonly buckets: readonly Bucket[];
}

type Bound = 'Least' | 'Greatest';
type Row = {
  readonly [Column in 'key1' | 'key2' | 'period']: string | null;
} & { readonly [Column in 'state1' | 'state2' | 'dayState']: ValueState } & {
  readonly [Column in 'day' | 'lastDay']: Date | null;
} & {
  readonly [Column in 'count' | 'total' | 'bucketCount' | 'stated' | 'notStated' | 'none' | 'inOtherUnits']: number;
} & { readonly [Column in `${'sum' | 'min' | 'max'}${Bound}` | 'certainCount']: number | null };

/**
 * Counts the entities that a filter lets through, by what they have.
 * @throws InvalidArgument if a dimension or measure fits none of the kinds, or an argument is out of range.
 */
export async function statistics(
  read: Read,
  signal: AbortSignal | undefined,
  query: StatisticsQuery,
): Promise<Statistics> {
  const { filter, counted = 'ENTITIES', by, bucket, measure, first = mostBuckets } = query;
  checkStatistics(query);
  const sources = [...by.map(dimensionDefinition), ...(measure === undefined ? [] : [measureDefinition(measure.of)])];
  const byParagraph = counted === 'PARAGRAPHS';
  const joined = new Set([...sources.flatMap(({ joins }) => joins ?? []), ...(byParagraph ? [passages] : [])]);
  const joins = [...joined].map((join) => join(filter.kinds ?? kindNames));
  // A join can repeat a line; and where parts of an entity are measured, it has several lines in a bucket.
  const distinct = joins.length === 0 ? Prisma.empty : Prisma.sql`DISTINCT`;
  const parts = measure !== undefined && measureDefinition(measure.of).parts === true;
  const count = parts ? Prisma.sql`count(DISTINCT "id")` : Prisma.sql`count(*)`;
  const isCertain = asksForDays(filter) ? certainlyDuring(filter, filter.kinds) : Prisma.sql`NULL::boolean`;
  const { step, label } = timeBuckets[bucket ?? 'DAY'];
  const statement = Prisma.sql`
    WITH counted AS MATERIALIZED (
      SELECT e."id", e."kind", e."type", e."status", e."start", e."startEarliest", e."startLatest",
        e."end", e."endEarliest", e."endLatest", ${isCertain} AS certain FROM "Entity" e WHERE ${conditions(filter)}
    ),
    -- Each entity, or paragraph, once for each combination of its values, and of what is measured.
    line AS (
      SELECT ${distinct} ${byParagraph ? passageKey : Prisma.sql`e."id"`} AS "id", ${keySql(by[0])} AS key1, ${stateSql(by[0])} AS state1,
        ${keySql(by[1])} AS key2, ${stateSql(by[1])} AS state2, ${daySql(bucket)}, ${valueSql(measure)},
        ${byParagraph ? Prisma.sql`NULL::boolean AS certain` : Prisma.sql`e.certain`}
      FROM counted e ${Prisma.join([Prisma.empty, ...joins], ' ')}
      ${byParagraph ? Prisma.sql`WHERE ${passageKey} IS NOT NULL` : Prisma.empty}
    ),
    bucket AS (
      SELECT key1, state1, key2, state2, day, "dayState", (${count})::int AS count,
        CASE WHEN count(certain) > 0 THEN (${count} FILTER (WHERE certain))::int END AS "certainCount", ${aggregates}
      FROM line GROUP BY key1, state1, key2, state2, day, "dayState"
    )
    SELECT bucket.*, to_char(day, ${label}::text) AS period, (day + ${step}::interval)::date - 1 AS "lastDay",
      ${byParagraph ? Prisma.sql`(SELECT count(DISTINCT "id") FROM line)` : Prisma.sql`(SELECT count(*) FROM counted)`}::int AS total, (count(*) OVER ())::int AS "bucketCount"
    FROM bucket
    ORDER BY day NULLS LAST, "dayState", count DESC, key1 COLLATE "C" NULLS LAST, state1,
      key2 COLLATE "C" NULLS LAST, state2
    LIMIT ${first}`;
  const rows = await read<Row>(statement, signal);
  return {
    total: rows[0]?.total ?? 0,
    undatedCount: countUndated(read, filter),
    bucketCount: rows[0]?.bucketCount ?? 0,
    buckets: rows.map((row) => toBucket(row, query)),
  };
}

const keySql = (dimension: Dimension | undefined): Prisma.Sql =>
  dimension === undefined ? Prisma.sql`NULL::text` : dimensionDefinition(dimension).key;

function stateSql(dimension: Dimension | undefined): Prisma.Sql {
  if (dimension === undefined) return Prisma.sql`NULL::text`;
  const { key, fits, attribute, hearsay } = dimensionDefinition(dimension);
  const state = whyNull(Prisma.sql`${key} IS NOT NULL`, fits, attribute);
  return hearsay === undefined ? state : Prisma.sql`CASE WHEN ${hearsay} THEN 'HEARSAY' ELSE ${state} END`;
}

function whyNull(hasValue: Prisma.Sql, fits: readonly Kind[], attribute: string | undefined): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${hasValue} THEN 'VALUE'
    WHEN e."kind" <> ALL(${[...fits]}::text[]) THEN 'DOES_NOT_APPLY'
    WHEN EXISTS (SELECT FROM "NotStated" s WHERE s."entityId" = e."id" AND s."attribute" = ${attribute ?? null}::text)
      THEN 'NOT_STATED' ELSE 'NONE' END`;
}

/** The first day of the span that holds all of a partial date; of one that reaches over two, there is none. */
function daySql(bucket: TimeBucket | undefined): Prisma.Sql {
  if (bucket === undefined) return Prisma.sql`NULL::date AS day, NULL::text AS "dayState"`;
  const first = (day: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`date_trunc(${timeBuckets[bucket].unit}::text, ${day}::timestamp)::date`;
  const begins = first(Prisma.sql`e."startEarliest"`);
  const inOneBucket = Prisma.sql`coalesce(${begins} = ${first(Prisma.sql`e."startLatest"`)}, false)`;
  const known = whyNull(inOneBucket, datedKinds, 'start');
  return Prisma.sql`CASE WHEN ${inOneBucket} THEN ${begins} END AS day,
    CASE WHEN e."start" IS NOT NULL AND NOT ${inOneBucket} THEN 'UNCERTAIN' ELSE ${known} END AS "dayState"`;
}

/** What is measured, with its value and why it has none. Nothing is measured as if it had none. */
function valueSql(measure: MeasureQuery | undefined): Prisma.Sql {
  if (measure === undefined) {
    return Prisma.sql`NULL::text AS item, NULL::numeric AS least, NULL::numeric AS greatest, 'none' AS value`;
  }
  const { item, bounds, unit, ownUnit, notStated } = measureDefinition(measure.of);
  const { least, greatest } = bounds(measure.asOf);
  const otherUnit =
    unit === null && ownUnit !== undefined
      ? Prisma.sql`${ownUnit} <> ${measure.unit ?? null}::text`
      : Prisma.sql`false`;
  return Prisma.sql`${item} AS item, ${least} AS least, ${greatest} AS greatest,
    CASE WHEN ${least} IS NOT NULL THEN CASE WHEN ${otherUnit} THEN 'inOtherUnits' ELSE 'stated' END
      WHEN ${notStated} THEN 'notStated' ELSE 'none' END AS value`;
}

const howMany = (value: string): Prisma.Sql => Prisma.sql`(count(*) FILTER (WHERE value = ${value}))::int`;
/** Infinite means that nothing bounds it, and infinite answers are no JSON. */
const ofStated = (aggregate: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`nullif(nullif(${aggregate} FILTER (WHERE value = 'stated'), 'Infinity'), '-Infinity')::float8`;
const aggregates = Prisma.sql`
  ${howMany('stated')} AS stated, ${howMany('notStated')} AS "notStated", ${howMany('none')} AS none,
  ${howMany('inOtherUnits')} AS "inOtherUnits",
  ${ofStated(Prisma.sql`sum(least)`)} AS "sumLeast", ${ofStated(Prisma.sql`sum(greatest)`)} AS "sumGreatest",
  ${ofStated(Prisma.sql`min(least)`)} AS "minLeast", ${ofStated(Prisma.sql`min(greatest)`)} AS "minGreatest",
  ${ofStated(Prisma.sql`max(least)`)} AS "maxLeast", ${ofStated(Prisma.sql`max(greatest)`)} AS "maxGreatest"`;

function toBucket(row: Row, { filter, by, bucket, measure }: StatisticsQuery): Bucket {
  const values = [
    { key: row.key1, state: row.state1 },
    { key: row.key2, state: row.state2 },
  ];
  const range = (of: 'sum' | 'min' | 'max'): Range | null =>
    row.stated === 0 ? null : { min: row[`${of}Least`], max: row[`${of}Greatest`] };
  const { stated, notStated, none, inOtherUnits } = row;
  return {
    keys: by.flatMap((dimension, index) => {
      const value = values[index];
      return value === undefined ? [] : [{ dimension, ...value, meanings: meaningsOf(dimension, value.key, filter) }];
    }),
    time: bucket === undefined ? null : { start: row.day, end: row.lastDay, key: row.period, state: row.dayState },
    count: row.count,
    certainCount: row.certainCount,
    measured:
      measure === undefined
        ? null
        : {
            unit: unitOf(measure),
            ...{ stated, notStated, none, inOtherUnits },
            ...{ sum: range('sum'), min: range('min'), max: range('max') },
          },
  };
}

function meaningsOf(dimension: Dimension, key: string | null, { kinds = kindNames }: EntityFilter): readonly string[] {
  const { keys } = dimensionDefinition(dimension);
  return key === null || typeof keys === 'string' ? [] : (keys.words(kinds)[key] ?? []);
}
