/**
 * What can be added up: each measure as data. A value has a least and a greatest, since a partial date or a range
 * leaves it open between two; where nothing bounds it, they are infinite.
 */
import { Prisma } from '../../generated/prisma/client.ts';
import { formatDay } from '../../records/partialDates.ts';
import { boundedBy, type Kind, keysOf, periodKinds, type units } from '../../registry/index.ts';
import { type Join, rounds, termKinds, terms } from './statisticsDimensions.ts';

export type Unit = keyof typeof units;

interface MeasureDefinition {
  readonly fits: readonly Kind[];
  /** The unit of all its values; null: each has its own, and only those of one unit are added up. */
  readonly unit: Unit | null;
  readonly joins?: readonly Join[];
  /** The id of what is measured. */
  readonly item: Prisma.Sql;
  /** It is of parts of the entity, which can have several. */
  readonly parts?: true;
  /** The value, null where there is none; of a measure up to a day, to that of `asOf`. */
  readonly bounds: (asOf: Date | undefined) => Bounds;
  /** It goes on until an end, or a day that is asked for. */
  readonly isPeriod?: true;
  /** The unit of the value, where each has its own. */
  readonly ownUnit?: Prisma.Sql;
  /** True where a source leaves the value open. */
  readonly notStated: Prisma.Sql;
}

interface Bounds {
  readonly least: Prisma.Sql;
  readonly greatest: Prisma.Sql;
}

const open = (...attributes: string[]): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM "NotStated" s
    WHERE s."entityId" = e."id" AND s."attribute" = ANY(${attributes}::text[]))`;

/** A day as a number, so that what is unbounded can be infinite. */
const dayNumber = (day: Prisma.Sql): Prisma.Sql => Prisma.sql`(${day} - '2000-01-01'::date)::numeric`;

interface Start extends Bounds {
  readonly given: Prisma.Sql;
}

/** Days from a start to the entity's end, and at the most to `asOf`; none where neither is known. */
function daysFrom(start: Start, asOf: Date | undefined): Bounds {
  const until = asOf === undefined ? Prisma.sql`NULL::numeric` : dayNumber(Prisma.sql`${formatDay(asOf)}::date`);
  const known = Prisma.sql`${start.given} IS NOT NULL AND (e."end" IS NOT NULL OR ${until} IS NOT NULL)`;
  const end = (column: Prisma.Sql, unbounded: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`CASE WHEN e."end" IS NULL THEN ${until}
      ELSE least(coalesce(${dayNumber(column)}, ${unbounded}), ${until}) END`;
  const [never, always] = [Prisma.sql`'-Infinity'::numeric`, Prisma.sql`'Infinity'::numeric`];
  const earliestEnd = end(Prisma.sql`e."endEarliest"`, never);
  const latestEnd = end(Prisma.sql`e."endLatest"`, always);
  const days = (last: Prisma.Sql, first: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`CASE WHEN ${known} THEN greatest(0, ${last} - ${first}) END`;
  return {
    least: days(earliestEnd, Prisma.sql`coalesce(${dayNumber(start.greatest)}, ${always})`),
    greatest: days(latestEnd, Prisma.sql`coalesce(${dayNumber(start.least)}, ${never})`),
  };
}

/** Whether it is the source that leaves open what is lacking: the start, or else the end. */
const openBetween = (from: Start, attribute: string): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${from.given} IS NULL THEN ${open(attribute)} ELSE ${open('end')} END`;

/** A number, as firmly as the source gives it: what is close to it can be less. */
function approximately(value: Prisma.Sql, approximation: Prisma.Sql): Bounds {
  const bounds = (end: 'low' | 'high', unbounded: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`CASE WHEN ${value} IS NULL THEN NULL
      WHEN coalesce(${approximation}::text, 'EXACT') = ANY(${boundedBy(end)}::text[]) THEN ${value}
      ELSE ${unbounded} END`;
  return {
    least: bounds('low', Prisma.sql`'-Infinity'::numeric`),
    greatest: bounds('high', Prisma.sql`'Infinity'::numeric`),
  };
}

const expiry: Start = {
  given: Prisma.sql`round."agreementExpiry"`,
  least: Prisma.sql`round."agreementExpiryEarliest"`,
  greatest: Prisma.sql`round."agreementExpiryLatest"`,
};
const start: Start = {
  given: Prisma.sql`e."start"`,
  least: Prisma.sql`e."startEarliest"`,
  greatest: Prisma.sql`e."startLatest"`,
};

const measures = {
  DAYS_WITHOUT_CONTRACT: {
    fits: ['BARGAINING_ROUND'],
    unit: 'DAYS',
    joins: [rounds],
    item: Prisma.sql`e."id"`,
    bounds: (asOf) => daysFrom(expiry, asOf),
    isPeriod: true,
    notStated: openBetween(expiry, 'agreementExpiry'),
  },
  DURATION: {
    fits: periodKinds,
    unit: 'DAYS',
    item: Prisma.sql`e."id"`,
    bounds: (asOf) => daysFrom(start, asOf),
    isPeriod: true,
    notStated: openBetween(start, 'start'),
  },
  TERM_VALUE: {
    fits: termKinds,
    unit: null,
    joins: [terms],
    item: Prisma.sql`term."id"`,
    parts: true,
    bounds: () => approximately(Prisma.sql`term."value"`, Prisma.sql`term."approximation"`),
    ownUnit: Prisma.sql`term."unit"::text`,
    notStated: Prisma.sql`term."notStated"`,
  },
  FIGURE: {
    fits: ['CLAIM'],
    unit: null,
    joins: [() => Prisma.sql`LEFT JOIN "Claim" claim ON claim."id" = e."id"`],
    item: Prisma.sql`e."id"`,
    bounds: () => {
      const named = approximately(Prisma.sql`claim."value"`, Prisma.sql`claim."approximation"`);
      return {
        least: Prisma.sql`coalesce(claim."low", ${named.least})`,
        greatest: Prisma.sql`coalesce(claim."high", ${named.greatest})`,
      };
    },
    ownUnit: Prisma.sql`claim."unit"::text`,
    notStated: open('value', 'low', 'high'),
  },
  UNIT_SIZE: {
    fits: ['BARGAINING_UNIT'],
    unit: 'PEOPLE',
    joins: [() => Prisma.sql`LEFT JOIN "BargainingUnit" unit ON unit."id" = e."id"`],
    item: Prisma.sql`e."id"`,
    bounds: () => approximately(Prisma.sql`unit."size"::numeric`, Prisma.sql`unit."sizeApproximation"`),
    notStated: open('size'),
  },
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof measures;
export const measureNames = keysOf(measures);

/** The definition of a measure, seen through the shared shape. */
export function measureDefinition(measure: Measure): MeasureDefinition {
  return measures[measure];
}
