/** Queries that are too much: refused in bounded time, in JSON, with a code, before anything is executed. */
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, inject, it } from 'vitest';
import { standardSettings } from '../../src/server/settings.ts';
import { noteStatements, openMigrated } from '../database.ts';
import { ask, inside, serve, type Told } from './service.ts';

const url = inject('url');
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** `{ union { relationships { nodes { subject { relationships { … `, so many levels of fields. */
function nested(levels: number): string {
  const way = ['relationships(first: 1)', 'nodes', 'subject'];
  const fields = Array.from({ length: levels - 2 }, (_, index) => way[index % 3]);
  return `{ union(id: "psac") { ${fields.map((field) => `${field} {`).join(' ')} __typename ${'}'.repeat(levels)}`;
}

function expectRefused(told: Told, code: string, within = 1_000): void {
  expect({ status: told.status, codes: told.errors.map(({ extensions }) => extensions.code) }).toEqual({
    status: 400,
    codes: [code],
  });
  expect(told.data).toBeUndefined();
  expect(told.text).not.toMatch(inside);
  expect(told.milliseconds).toBeLessThan(within);
  expect(told.extensions['cost']).toMatchObject({ limit: standardSettings.maxCost });
}

/** The shortest of five answers to a query, each to another text: what it takes when nothing else is done just then. */
async function shortest(query: string): Promise<Told> {
  const told: Told[] = [];
  for (let turn = 0; turn < 5; turn += 1) told.push(await ask(url, `${query} # ${turn}`));
  return told.reduce((one, other) => (other.milliseconds < one.milliseconds ? other : one));
}

describe('depth', () => {
  it('row 1: a query deeper than the limit is refused, and no resolver runs', async () => {
    const database = await openMigrated();
    const own = await serve(database);
    const statements = noteStatements(database);
    expectRefused(await ask(own.url, nested(standardSettings.maxDepth + 1)), 'DEPTH_LIMIT');
    expect(await statements()).toEqual([]);
    const { status } = await ask(own.url, nested(standardSettings.maxDepth));
    expect(status).toBe(200);
    expect(await statements()).not.toEqual([]);
    await own.stop();
    await database.close();
  });

  it('row 1: fragments do not hide how deep a query is', async () => {
    const chain = times(30, (index) => `fragment F${index} on Union { parent { ...F${index + 1} } }`);
    expectRefused(
      await ask(url, `{ union(id: "psac") { ...F0 } } ${chain} fragment F30 on Union { id }`),
      'DEPTH_LIMIT',
    );
    expectRefused(
      await ask(url, `{ ${'... on Query { '.repeat(50)} graph { version } ${'}'.repeat(51)}`),
      'DEPTH_LIMIT',
    );
  });

  it('row 2: two thousand levels are refused, and the service goes on', async () => {
    for (const open of ['union { ', '... { ', 'a: b { ', 'x(a: [', 'x(a: {b: ', '... @x(a: [']) {
      const told = await ask(url, `{ ${open.repeat(2_000)}`);
      expect(told.status, open).toBe(400);
      expect(told.text, open).not.toMatch(/call stack/i);
      expect(told.errors[0]?.extensions.code, open).toMatch(/^(DEPTH_LIMIT|TOKEN_LIMIT|GRAPHQL_PARSE_FAILED)$/);
    }
    expectRefused(await ask(url, nested(2_000)), 'TOKEN_LIMIT');
    expectRefused(await ask(url, nested(1_000)), 'DEPTH_LIMIT');
    expect((await ask(url, '{ graph { version } }')).status).toBe(200);
  });
});

describe('width', () => {
  it('row 3: five thousand aliases of one field are refused', async () => {
    expectRefused(await ask(url, `{ ${times(5_000, (index) => `a${index}:__typename`)} }`), 'TOKEN_LIMIT');
    expectRefused(await ask(url, `{ ${times(400, (index) => `a${index}: graph { version }`)} }`), 'ALIAS_LIMIT');
  });

  it('row 4: three hundred aliases of __typename are counted, and refused', async () => {
    const told = await ask(url, `{ ${times(300, (index) => `a${index}: __typename`)} }`);
    expectRefused(told, 'ALIAS_LIMIT');
    expect(told.errors[0]?.extensions).toMatchObject({ limit: standardSettings.maxAliases, requested: 300 });
    const spread = times(20, () => '...F');
    const hidden = `{ graph { ${spread} } } fragment F on GraphInfo { ${times(10, (index) => `a${index}: __typename`)} }`;
    expectRefused(await ask(url, hidden), 'ALIAS_LIMIT');
  });

  it('row 5: one field a thousand times is refused, or answered at once', async () => {
    expectRefused(await ask(url, `{ ${times(1_001, () => '__typename')} }`), 'SELECTION_LIMIT');
    const arguments_ = `{ ${times(999, () => 'union(id: "psac") { id }')} }`;
    expectRefused(await ask(url, arguments_), 'TOKEN_LIMIT');
    // Beyond some hundred, comparing each with each is given up.
    const told = await shortest(`{ graph { ${times(990, () => 'version')} } }`);
    expect([200, 400]).toContain(told.status);
    expect(told.text).not.toMatch(inside);
    expect(told.milliseconds).toBeLessThan(100);
  });

  it('row 6: many directives are refused', async () => {
    const many = '@include(if: true) '.repeat(500);
    expectRefused(await ask(url, `{ graph { version ${many} } }`), 'DIRECTIVE_LIMIT');
    expectRefused(await ask(url, `{ graph { ${times(60, () => 'version @skip(if: false)')} } }`), 'DIRECTIVE_LIMIT');
    expectRefused(await ask(url, `query ($a: Int ${'@x '.repeat(60)}) { graph { version } }`), 'DIRECTIVE_LIMIT');
  });
});

describe('fragments', () => {
  const bomb = (count: number): string =>
    `{ ...F0 } ${times(count, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)}
     fragment F${count} on Query { graph { version } }`;

  it('row 7: a fragment bomb is refused in hardly any time', async () => {
    // Without its guard it is a minute.
    expectRefused(await shortest(bomb(20)), 'SELECTION_LIMIT', 100);
    expectRefused(await shortest(bomb(200)), 'SELECTION_LIMIT', 100);
  });

  it('row 7: a bomb of fragments that nothing spreads is refused too', async () => {
    expectRefused(await shortest(bomb(20).replace('{ ...F0 }', '{ graph { version } }')), 'SELECTION_LIMIT', 100);
  });

  it('row 8: fragments that spread each other in a circle are refused', async () => {
    const circle = '{ ...A } fragment A on Query { graph { version } ...B } fragment B on Query { ...A }';
    const told = await ask(url, circle);
    expect(told.status).toBe(400);
    expect(told.errors.map(({ extensions }) => extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED');
    expect((await ask(url, '{ ...A } fragment A on Query { ...A }')).status).toBe(400);
  });

  it('row 9: overlapping inline fragments take bounded time', async () => {
    const overlapping = (count: number): string =>
      `{ graph { ${times(count, () => '... on GraphInfo { version }')} } }`;
    // 179 kB are more than a body may have; what fits is more than a query may have.
    expect((await ask(url, overlapping(8_000))).status).toBe(413);
    expectRefused(await ask(url, overlapping(900)), 'TOKEN_LIMIT', 300);
    const told = await ask(url, overlapping(499));
    expect([200, 400]).toContain(told.status);
    // Three hundred milliseconds, on a machine with nothing else to do.
    expect(told.milliseconds).toBeLessThan(1_500);
    expect((await ask(url, overlapping(100))).status).toBe(200);
  });
});

describe('cost', () => {
  const wide = (first: string): string =>
    `{ entities(first: ${first}) { nodes { relationships(first: ${first}) { nodes { subject { relationships(first: ${first}) { nodes { id } } } } } } } }`;

  it('row 10: a query over the budget by its literals is refused, with its cost', async () => {
    const told = await ask(url, wide('100'));
    expectRefused(told, 'COST_LIMIT');
    // What it costs to look for the first page, and then each object.
    const requested = 300 + 1 + 100 * (1 + 1 + 100 * (1 + 1 + 1 + 100 * 1));
    expect(told.extensions['cost']).toEqual({ requested, limit: standardSettings.maxCost });
    expect(told.errors[0]?.extensions).toEqual({ code: 'COST_LIMIT', requested, limit: standardSettings.maxCost });
  });

  it('row 11: the same by a variable, by its default, and by one that is asked for the second time', async () => {
    const query = `query ($n: Int) ${wide('$n')}`;
    for (let time = 0; time < 5; time += 1) {
      expect((await ask(url, query, { n: 2 })).status).toBe(200);
      expectRefused(await ask(url, query, { n: 100 }), 'COST_LIMIT');
    }
    expectRefused(await ask(url, `query ($n: Int = 100) ${wide('$n')}`), 'COST_LIMIT');
    expect((await ask(url, `query ($n: Int = 100) ${wide('$n')}`, { n: 2 })).status).toBe(200);
    const conditional = `query ($no: Boolean!) ${wide('100').replace('{ entities(first: 100)', '{ entities(first: 100) @skip(if: $no)')}`;
    expectRefused(await ask(url, conditional, { no: false }), 'COST_LIMIT');
    expect((await ask(url, conditional, { no: true })).status).toBe(200);
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await ask(url, nodes, { ids: ['psac'] })).extensions['cost']).toMatchObject({ requested: 1 });
    expect((await ask(url, nodes, { ids: ['psac', 'aupe'] })).extensions['cost']).toMatchObject({ requested: 2 });
  });

  it('row 11: an argument that is bad lets nothing go unpriced', async () => {
    const query = `query ($id: ID = "psac", $n: Int) { union(id: $id) { id } ${wide('$n').slice(1)}`;
    const told = await ask(url, query, { id: null, n: 100 });
    expect(told).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(told.data).toBeUndefined();
  });

  it('row 12: what is left out is the default, and charged for', async () => {
    const cost = async (query: string): Promise<unknown> => (await ask(url, query)).extensions['cost'];
    const left = await cost('{ entities { nodes { id } } }');
    expect(left).toEqual({ requested: 300 + 1 + 20 * 1, limit: standardSettings.maxCost });
    expect(await cost('{ entities(first: null) { nodes { id } } }')).toEqual(left);
    expect(await cost('{ entities(first: 20) { nodes { id } } }')).toEqual(left);
    expectRefused(
      await ask(
        url,
        wide('20')
          .replaceAll('(first: 20)', '')
          .replace('{ id }', '{ ...D }')
          .concat(
            'fragment D on Relationship { subject { relationships { nodes { subject { relationships { nodes { id } } } } } } }',
          ),
      ),
      'COST_LIMIT',
    );
  });

  it('row 12: every answer tells what it cost, also one of an error', async () => {
    const limit = standardSettings.maxCost;
    expect((await ask(url, '{ graph { version } }')).extensions['cost']).toEqual({ requested: 1, limit });
    expect((await ask(url, '{')).extensions['cost']).toEqual({ requested: null, limit });
    expect((await ask(url, '{ graf }')).extensions['cost']).toEqual({ requested: null, limit });
  });

  it('row 12: the introspection of any explorer is within the limits', async () => {
    const told = await ask(
      url,
      getIntrospectionQuery({
        inputValueDeprecation: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        oneOf: true,
      }),
    );
    expect(told).toMatchObject({ status: 200, errors: [] });
  });
});

describe('input', () => {
  it('row 13: a page of 0, -1, 101 or 2^31 is refused', async () => {
    for (const first of [0, -1, 101, 2 ** 31]) {
      for (const field of [
        'entities(first: $first) { totalCount }',
        'entities(last: $first) { totalCount }',
        'union(id: "psac") { relationships(first: $first) { totalCount } }',
        'union(id: "psac") { relationships(last: $first) { totalCount } }',
      ]) {
        const literal = await ask(url, `{ ${field.replace('$first', String(first))} }`);
        const variable = await ask(url, `query ($first: Int) { ${field} }`, { first });
        for (const told of [literal, variable]) {
          expect(told.status, `${first}`).toBe(400);
          expect(told.data ?? null).toBeNull();
        }
        expect(variable.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
        if (first !== 2 ** 31) expect(literal.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      }
    }
  });

  it('row 14: a list of more than 250 is refused, as a variable and as a literal', async () => {
    const ids = Array.from({ length: 251 }, (_, index) => `id-${index}`);
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const told = await ask(url, query, { ids });
    expectRefused(told, 'INPUT_LIMIT');
    expect(told.errors[0]?.extensions).toMatchObject({ limit: 250, requested: 251 });
    expectRefused(await ask(url, `{ nodes(ids: ${JSON.stringify(ids)}) { id } }`), 'INPUT_LIMIT');
    expectRefused(await ask(url, '{ graph { version } }', { unused: [[ids]] }), 'INPUT_LIMIT');
    expect((await ask(url, query, { ids: ids.slice(0, 100) })).status).toBe(200);
  });

  it('row 20: a variable that is twenty thousand levels deep is refused', async () => {
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ]) {
      const variables = `{"filter": ${open?.repeat(10_000)}1${close?.repeat(10_000)}}`;
      const body = `{"query": "query ($filter: EntityFilter) { entities(filter: $filter) { totalCount } }", "variables": ${variables}}`;
      const response = await fetch(url, { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INPUT_LIMIT' } }] });
    }
    const deep = `{ entities(filter: ${'{text: '.repeat(50)}"a"${'}'.repeat(50)}) { totalCount } }`;
    expectRefused(await ask(url, deep), 'INPUT_LIMIT');
  });
});
