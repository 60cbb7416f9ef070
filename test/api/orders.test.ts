/** Orders of lists: by each field that there is and in both directions, held against what the rows themselves say. */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { ask } from '../ask.ts';

// The copy of graphql that the schema was made with: see schema.test.ts.
const { isEnumType, isInputObjectType, isInterfaceType, isObjectType } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql');

interface Day {
  readonly earliest: string | null;
  readonly latest: string | null;
}
interface Row {
  readonly id: string;
  readonly name?: string;
  readonly start?: Day | null;
  readonly validFrom?: Day | null;
  readonly article?: { readonly id: string } | null;
  readonly paragraph?: number | null;
}
type ValueOf = (row: Row) => string | null | undefined;
interface List {
  readonly fields: string;
  /** What the order is by, for each field that it can be by; null: it comes last. */
  readonly by: Readonly<Record<string, ValueOf>>;
}

const dayOf = (day: Day | null | undefined) => day?.earliest ?? day?.latest;
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
const id: ValueOf = (row) => row.id;

const lists: Readonly<Record<string, List>> = {
  entities: {
    fields: 'name ... on Dated { start { earliest latest } }',
    by: { ID: id, NAME: ({ name }) => fold(name ?? ''), DATE: ({ start }) => dayOf(start) },
  },
  relationships: { fields: 'validFrom { earliest latest }', by: { ID: id, DATE: ({ validFrom }) => dayOf(validFrom) } },
  evidence: {
    fields: 'article { id } paragraph',
    by: {
      ID: id,
      SOURCE: ({ article, paragraph }) => article && `${article.id} ${String(paragraph).padStart(9, '0')}`,
    },
  },
};

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Omit<Row, 'id'> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A whole list; the ids are those of its cursors, since evidence shows none. */
async function read(list: string, orderBy?: string): Promise<Row[]> {
  const order = orderBy === undefined ? '' : `orderBy: ${orderBy}, `;
  const query = `query ($after: String) {
    list: ${list}(${order}first: 100, after: $after) {
      edges { cursor node { ${lists[list]?.fields} } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const page: { list: Page } = await ask(query, { after });
    for (const { cursor, node } of page.list.edges) {
      const [, key] = JSON.parse(cursor) as [string, readonly [unknown, string]];
      rows.push({ ...node, id: key[1] });
    }
    if (!page.list.pageInfo.hasNextPage) return rows;
    after = page.list.pageInfo.endCursor;
  }
}

const byCode = (a: string, b: string): number => Number(a > b) - Number(a < b);
const ids = (rows: readonly Row[]): string[] => rows.map((row) => row.id);

const cases = Object.entries(lists).flatMap(([list, { by }]) =>
  Object.entries(by).map(([field, valueIn]) => [list, field, valueIn] as const),
);

describe.each(cases)('%s by %s', (list, field, valueIn) => {
  test('ascend by it, and then by the id; what has none comes last', async () => {
    const rows = await read(list, `{ field: ${field} }`);
    const values = rows.map((row) => valueIn(row) ?? null);
    const known = values.filter((value) => value !== null);
    expect(known.length).toBeGreaterThan(20);
    expect(values.slice(0, known.length)).toEqual(known);
    expect(known).toEqual([...known].sort(byCode));
    const alike = rows.slice(1).filter((_, index) => values[index] === values[index + 1]);
    for (const row of alike) expect(row.id > (rows[rows.indexOf(row) - 1]?.id ?? '')).toBe(true);
    expect(ids(rows).sort(byCode)).toEqual(ids(await read(list)).sort(byCode));
  });

  test('descend by it, and then by the id; what has none comes last all the same', async () => {
    const rows = await read(list, `{ field: ${field} }`);
    const known = rows.filter((row) => (valueIn(row) ?? null) !== null);
    const unknown = rows.slice(known.length);
    const expected = [...known.toReversed(), ...unknown.toReversed()];
    expect(ids(await read(list, `{ field: ${field}, direction: DESC }`))).toEqual(ids(expected));
  });

  test('ascend where no direction is said, or null', async () => {
    const expected = ids(await read(list, `{ field: ${field}, direction: ASC }`));
    for (const order of [`{ field: ${field} }`, `{ field: ${field}, direction: null }`])
      expect(ids(await read(list, order))).toEqual(expected);
  });
});

test('some things have no date, and some evidence no article', async () => {
  for (const [list, field] of [
    ['entities', 'DATE'],
    ['relationships', 'DATE'],
    ['evidence', 'SOURCE'],
  ] as const) {
    const valueIn = lists[list]?.by[field];
    expect((await read(list)).filter((row) => (valueIn?.(row) ?? null) === null).length, list).toBeGreaterThan(1);
  }
});

test('a list is in its own order unless told, also by null', async () => {
  for (const [list, field] of [
    ['entities', 'ID'],
    ['relationships', 'ID'],
    ['evidence', 'SOURCE'],
  ] as const) {
    const expected = ids(await read(list, `{ field: ${field} }`));
    expect(ids(await read(list))).toEqual(expected);
    expect(ids(await read(list, 'null'))).toEqual(expected);
  }
});

test('an order is a field and a direction, wherever there is one', () => {
  const schema = buildSchema();
  const ordered = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ field, path: `${type.name}.${field.name}` })))
    .flatMap(({ field, path }) => field.args.filter(({ name }) => name === 'orderBy').map((arg) => ({ arg, path })));
  expect(ordered.length).toBeGreaterThan(20);
  for (const { arg, path } of ordered) {
    const { type } = arg;
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    expect(
      fields.map((field) => `${field.name}: ${String(field.type)} = ${String(field.defaultValue)}`),
      path,
    ).toEqual([`field: ${String(type)}Field! = undefined`, 'direction: OrderDirection = ASC']);
    // What an entity is related to has the order of its relationships, unless told.
    if (path.startsWith('Query.')) expect(arg.defaultValue, path).toMatchObject({ direction: 'ASC' });
    else expect(arg.defaultValue, path).toBeUndefined();
  }
  // Each is tried above.
  const tried = Object.entries(lists).map(([list, { by }]) => {
    const type = schema
      .getQueryType()
      ?.getFields()
      [list]?.args.find(({ name }) => name === 'orderBy')?.type;
    const fields = schema.getType(`${String(type)}Field`);
    expect(isEnumType(fields) && fields.getValues().map(({ name }) => name), list).toEqual(Object.keys(by));
    return String(type);
  });
  expect(new Set(ordered.map(({ arg }) => String(arg.type)))).toEqual(new Set(tried));
});
