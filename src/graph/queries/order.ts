/** The orders of lists: by a field and in a direction, as they are asked for, and in SQL. */
import { z } from 'zod';
import { Prisma } from '../../generated/prisma/client.ts';
import { int, type Key, text } from './page.ts';

/** By what a list is ordered, and which way. */
export interface Order<Field extends string> {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
}

/** What a list can be ordered by. Where the value is null the row comes last, in either direction. */
export interface Sortable {
  readonly value: Prisma.Sql;
  readonly type: keyof typeof types;
}

/** An order in SQL. What is alike in it is in the order of the ids, in the same direction. */
export interface Sort {
  /** Never null, so that a cursor holds it. */
  readonly key: Prisma.Sql;
  readonly keyType: Prisma.Sql;
  readonly descending: boolean;
  /** What a cursor of a list in this order holds. */
  readonly cursor: z.ZodType<Key>;
}

/** The types of keys: in SQL, in a cursor together with the id, and the key that comes after all others. */
const types = {
  int: {
    sql: Prisma.sql`int`,
    cursor: z.tuple([int, text]),
    last: { ASC: Prisma.sql`2147483647`, DESC: Prisma.sql`-2147483648` },
  },
  text: {
    sql: Prisma.sql`text`,
    cursor: z.tuple([text, text]),
    last: { ASC: Prisma.sql`'~'`, DESC: Prisma.sql`''` },
  },
} as const;

/** The order by the id alone. */
export const byId: Sortable = { value: Prisma.sql`''::text`, type: 'text' };

/** An order in SQL, by what can be ordered by and the direction that is asked for. */
export function sortBy({ value, type }: Sortable, direction: Order<string>['direction']): Sort {
  const { sql, cursor, last } = types[type];
  return {
    key: Prisma.sql`coalesce(${value}, ${last[direction]})`,
    keyType: sql,
    descending: direction === 'DESC',
    cursor,
  };
}

/** A day as a number, since 2000-01-01, so that a cursor is short. */
export const dayNumber = (day: Prisma.Sql): Prisma.Sql => Prisma.sql`(${day} - '2000-01-01'::date)`;
