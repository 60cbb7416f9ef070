import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { messageOf } from '../database/thrown.ts';
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
  const columns: DateColumns<string> = row;
  const edtf = columns[group];
  const basis = columns[`${group}Basis`];
  if (edtf === null || edtf === undefined || basis === null || basis === undefined) return null;
  return {
    edtf: edtf as string,
    earliest: columns[`${group}Earliest`] as Date | null,
    latest: columns[`${group}Latest`] as Date | null,
    basis: basis as PartialDateModel['basis'],
    note: columns[`${group}Note`] as string | null,
  };
}
