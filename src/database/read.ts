/**
 * Statements sent without Prisma, for what is read by every answer: to build a statement and to map its rows takes Prisma
 * more of the processor than the driver and PostgreSQL together.
 */
import { Decimal } from '@prisma/client/runtime/client';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import type { Prisma } from '../generated/prisma/client.ts';
import { withDeadline } from './cancellation.ts';
import type { Pool } from './pool.ts';

/** A statement that reads. A `Prisma.Sql` is one. */
export interface Statement {
  /** With `$1`, `$2` and so on for its values. */
  readonly text: string;
  readonly values: readonly unknown[];
  /** Of a statement whose text never changes: it is prepared at once, and not only when it has been sent often. */
  readonly name?: string;
}

/**
 * Reads rows. Their columns have the types that Prisma gives them.
 * @param signal stops the statement; none: it has the time limit of a read that many may wait for.
 */
export type Read = <Row extends object>(statement: Statement, signal?: AbortSignal) => Promise<Row[]>;

const { DATE, INT8, NUMERIC } = pg.types.builtins;
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  // The driver would take midnight where the process runs.
  [DATE]: (text) => new Date(`${text}T00:00:00Z`),
  [INT8]: BigInt,
  [NUMERIC]: (text) => new Decimal(text),
};
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => parsers[type] ?? pg.types.getTypeParser(type, format),
};

/** How many texts are remembered, how often one is sent before it is prepared, and how many are prepared at the most. */
const [mostTexts, worthPreparing, mostPrepared] = [500, 5, 100];

/** Gives the name by which a statement is prepared; undefined: it is not. */
export type NameOf = (statement: Pick<Statement, 'text' | 'name'>) => string | undefined;

/**
 * Names statements: those that have a name, and texts that are sent often. Each name takes memory on every connection, so
 * that there are only so many.
 * @param prefix of the names: the same text means something else where it reads the past.
 */
export function openNames(prefix = ''): NameOf {
  const sent = new LRUCache<string, { times: number; name?: string }>({ max: mostTexts });
  let names = 0;
  return ({ text, name }) => {
    if (name !== undefined) return prefix + name;
    const known = sent.get(text) ?? { times: 0 };
    sent.set(text, known);
    known.times += 1;
    if (known.name === undefined && known.times >= worthPreparing && names < mostPrepared) {
      names += 1;
      known.name = `${prefix}often ${names}`;
    }
    return known.name;
  };
}

/**
 * Reads over a pool.
 * @param limit of a statement without a signal, in milliseconds; 0: none.
 * @param nameOf names the statements that are prepared: parsed, and soon planned too, once on each connection.
 * @param tell is told of each statement, and how many milliseconds it took.
 */
export function readOver(
  { query }: Pick<Pool, 'query'>,
  { limit, nameOf }: { readonly limit: number; readonly nameOf: NameOf },
  tell: (text: string, milliseconds: number) => void,
): Read {
  return async <Row extends object>(statement: Statement, signal?: AbortSignal): Promise<Row[]> => {
    const { text, values } = statement;
    const began = performance.now();
    const prepareAs = nameOf(statement);
    const config = { ...(prepareAs !== undefined && { name: prepareAs }), text, values: [...values], types };
    const { rows }: pg.QueryResult<Row> =
      signal === undefined && limit > 0
        ? await withDeadline(limit, async (deadline) => await query(config, deadline))
        : await query(config, signal);
    tell(text, performance.now() - began);
    return rows;
  };
}

/** Reads through Prisma: within its transaction, and so of the state that the transaction sees. */
export const readWithin =
  (tx: Prisma.TransactionClient): Read =>
  async <Row extends object>({ text, values }: Statement) =>
    await tx.$queryRawUnsafe<Row[]>(text, ...values);
