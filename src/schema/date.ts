import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { messageOf } from '../database/thrown.ts';
import { isBasis } from '../records/basis.ts';
import { formatDay, parseDay } from '../records/partialDates.ts';
import { invalidArgument } from './errors.ts';
import type { PartialDateModel } from './models.ts';

const allowed = 'a day as YYYY-MM-DD';

/** The scalar Date: a day as `YYYY-MM-DD` outside, midnight UTC inside. */
export const DateScalar = new GraphQLScalarType<Date, string>({
  name: 'Date',
  description: 'A calendar day, `YYYY-MM-DD`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => {
    if (value instanceof Date) return formatDay(value);
    throw new TypeError(`not a day: ${String(value)}`);
  },
  parseValue: (value) => {
    // A day that has been read already, as variables are that are handed on.
    if (value instanceof Date) return value;
    if (typeof value !== 'string') throw invalidArgument('a day is written as a text', allowed);
    return readDay(value);
  },
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : print(node), node),
});

function readDay(text: string, node?: ValueNode): Date {
  try {
    return parseDay(text);
  } catch (error) {
    throw invalidArgument(messageOf(error), allowed, node);
  }
}

/** The five columns of a partial date. */
type DateColumns<Group extends string> = Readonly<
  Record<Group | `${Group}Note`, string | null> &
    Record<`${Group}Earliest` | `${Group}Latest`, Date | null> &
    Record<`${Group}Basis`, PartialDateModel['basis'] | null>
>;

/** Reads a partial date out of a row; null if the row has none. */
export function partialDate<Group extends string>(row: DateColumns<Group>, group: Group): PartialDateModel | null {
  return readDate(row, group);
}

/** The same of a row of which only the registry says that it has the columns. */
export function readDate(columns: Readonly<Record<string, unknown>>, group: string): PartialDateModel | null {
  const [edtf, basis, note] = [columns[group], columns[`${group}Basis`], columns[`${group}Note`]];
  if (typeof edtf !== 'string' || !isBasis(basis)) return null;
  const [earliest, latest] = [columns[`${group}Earliest`], columns[`${group}Latest`]];
  return {
    edtf,
    earliest: earliest instanceof Date ? earliest : null,
    latest: latest instanceof Date ? latest : null,
    basis,
    note: typeof note === 'string' ? note : null,
  };
}
