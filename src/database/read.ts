/**
 * Statements sent without Prisma, for what is read by every answer: to build a statement and to map its rows takes Prisma
 * more of the processor than the driver and PostgreSQL together.
 */
import { Decimal } from '@prisma/client/runtime/client';
import pg from 'pg';

/** A statement that reads. A `Prisma.Sql` is one. */
export interface Statement {
  /** With `$1`, `$2` and so on for its values. */
  readonly text: string;
  readonly values: readonly unknown[];
  /** Of a statement whose text never changes: it is prepared once on each connection. */
  readonly name?: string;
}

/** Reads rows. Their columns have the types that Prisma gives them. */
export type Read = <Row extends object>(statement: Statement) => Promise<Row[]>;

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

/**
 * Reads over a pool.
 * @param prepared whether statements keep their names.
 * @param tell is told of each statement, and how many milliseconds it took.
 */
export function readOver(
  pool: Pick<pg.Pool, 'query'>,
  prepared: boolean,
  tell: (text: string, milliseconds: number) => void,
): Read {
  return async <Row extends object>({ text, values, name }: Statement): Promise<Row[]> => {
    const began = performance.now();
    const { rows }: pg.QueryResult<Row> = await pool.query({
      ...(prepared && name !== undefined && { name }),
      text,
      values: [...values],
      types,
    });
    tell(text, performance.now() - began);
    return rows;
  };
}
