/** Columns of a table of facts: their names are those of the API, and their cells say what is known and how. */
import { Decimal } from '@prisma/client/runtime/client';
import type { Evidence } from '../generated/prisma/client.ts';
import { formatDay } from '../records/partialDates.ts';

/** What stands in a cell; null: nobody has filled it in. */
type Cell = string | number | boolean | null;

/** What stands in the cell of an attribute that the sources leave open. */
export const notStated = 'not stated';

export interface Column<Row> {
  readonly name: string;
  /** As GraphML calls it. */
  readonly type: 'string' | 'int' | 'double' | 'boolean';
  readonly of: (row: Row) => Cell;
}

/** A column of text. */
export function text<Row>(name: string, of: (row: Row) => Cell): Column<Row> {
  return { name, type: 'string', of };
}

/** Several values in one cell; null if there is none. */
export function list(values: readonly string[]): string | null {
  return values.length === 0 ? null : [...new Set(values)].join(' | ');
}

/** The columns of a row by name: what a partial date is read from. */
export type Fields = Readonly<Record<string, unknown>>;

/** A partial date in five columns: its EDTF text, the days that it may mean, and how it is known. */
export function dateColumns<Row>(
  name: string,
  fields: (row: Row) => Fields,
  isOpen: (row: Row) => boolean = () => false,
): Column<Row>[] {
  const part = (suffix: string): Column<Row> =>
    text(`${name}${suffix}`, (row) => cellOf(fields(row)[`${name}${suffix}`]));
  return [
    text(name, (row) => cellOf(fields(row)[name]) ?? (isOpen(row) ? notStated : null)),
    ...['Earliest', 'Latest', 'Basis', 'Note'].map(part),
  ];
}

/** A column's value as a cell, exactly: a day as YYYY-MM-DD, and a number that a double cannot hold as its digits. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return formatDay(value);
  if (Array.isArray(value)) return list(value.map(String));
  if (value instanceof Decimal) {
    const digits = value.toFixed();
    return String(Number(digits)) === digits ? Number(digits) : digits;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

type WithEvidence = { readonly evidence: readonly Evidence[] };

/** Where a fact is found (article/paragraph), by what rules it was derived, and what it is cited from. */
export function evidenceColumns<Row extends WithEvidence>(): Column<Row>[] {
  const cited = ({ note, url }: Evidence): string => [note, url].filter((part) => part !== null).join(' ');
  return [
    text('evidence', ({ evidence }) =>
      list(evidence.flatMap(({ articleId, paragraph }) => (articleId === null ? [] : [`${articleId}/${paragraph}`]))),
    ),
    text('rules', ({ evidence }) =>
      list(evidence.flatMap(({ basis, note }) => (basis === 'DERIVED' && note !== null ? [note] : []))),
    ),
    text('citations', ({ evidence }) => list(evidence.filter(({ basis }) => basis === 'EXTERNAL').map(cited))),
  ];
}
