/** The envelope of a request: its operation's name, its variables, how it is sent. What was not priced is not run. */
import { createHash } from 'node:crypto';
import { isEnumType, isScalarType, isSpecifiedScalarType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { noteStatements, openMigrated } from '../database.ts';
import { type Served, send, serve, type Told } from './service.ts';

/** What was sent to the database since it was last asked for, but for the looks at whether all tables can be read. */
let sent: () => Promise<string[]>;
let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  const statements = noteStatements(database);
  sent = async () => (await statements()).filter((sql) => /"Entity"|"Relationship"/.test(sql));
});
afterAll(async () => await database.close());

const headers = { 'content-type': 'application/json' };
const post = async (url: string, body: object): Promise<Told> =>
  await send(url, { method: 'POST', headers, body: JSON.stringify(body) });
const get = async (url: string, body: Readonly<Record<string, unknown>>): Promise<Told> => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(body))
    parameters.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return await send(`${url}?${parameters.toString()}`, {});
};
const persisted = (body: { query: string }): object => {
  const sha256Hash = createHash('sha256').update(body.query).digest('hex');
  return { ...body, extensions: { persistedQuery: { version: 1, sha256Hash } } };
};
/** Each way in which an operation can be asked for. */
const ways: Readonly<Record<string, (url: string, body: { query: string }) => Promise<Told>>> = {
  'by POST': post,
  'by GET': async (url, body) => await get(url, { ...body }),
  'by a hash': async (url, body) => await post(url, persisted(body)),
  'by a hash alone': async (url, body) => {
    const { query, ...hash } = { ...persisted(body), query: body.query };
    await post(url, { query, extensions: (hash as { extensions?: unknown }).extensions });
    await sent();
    return await post(url, hash);
  },
};

describe('row 60: the name of an operation', () => {
  let own: Served;
  beforeEach(async () => {
    own = await serve(database);
  });

  it.each(Object.entries(ways))('row 60: that the document does not have runs nothing, %s', async (_, way) => {
    const costly = '{ entities { nodes { relationships { nodes { id } } } } }';
    const far = costly.replaceAll('nodes {', 'nodes { id').replaceAll(/(entities|relationships)/g, '$1(first: 100)');
    const deep = `{ entities(first: 100) { nodes { relationships(first: 100) { nodes { subject { relationships(first: 100) { nodes { id } } } } } } } }`;
    for (const query of [`query A ${costly}`, `query A ${far}`, `query A ${deep} query B ${costly}`, deep]) {
      for (const operationName of ['C', '', 'a', ' A', '__proto__', 'constructor']) {
        await sent();
        const told = await way(own.url, { query, operationName } as { query: string });
        expect(told, `${operationName}: ${query}`).toMatchObject({
          status: 400,
          data: undefined,
          errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
        });
        expect(await sent()).toEqual([]);
      }
    }
  });

  it('row 60: is told with those that there are', async () => {
    const query = 'query A { graph { version } } query B { graph { digest } }';
    const message = async (operationName?: string | null): Promise<string | undefined> =>
      (await post(own.url, { query, operationName })).errors[0]?.message;
    expect(await message('C')).toBe('The document has no operation "C"; it has "A" and "B".');
    expect(await message('')).toBe('The document has no operation ""; it has "A" and "B".');
    const missing = 'The document has several operations: give "A" or "B" as operationName.';
    expect(await message()).toBe(missing);
    expect(await message(null)).toBe(missing);
    const without = await post(own.url, { query: '{ graph { version } }', operationName: 'A' });
    expect(without.errors[0]?.message).toBe('The document has no operation "A"; its only one has no name.');
    expect((await post(own.url, { query: 'fragment F on Query { __typename }' })).status).toBe(400);
  });

  it('row 60: that is no text is a bad request', async () => {
    for (const operationName of [1, true, {}, [], ['A'], { toString: 'A' }]) {
      const told = await post(own.url, { query: 'query A { graph { version } }', operationName });
      expect(told).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
    const twice = `${own.url}?query=${encodeURIComponent('query A { __typename }')}&operationName=A&operationName=A`;
    expect(await send(twice, {})).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('row 60: chooses the operation that is priced and run, also once it is compiled', async () => {
    const query = `query Small { graph { version } }
      query Large { entities(first: 100) { nodes { relationships(first: 100) { nodes { subject { relationships(first: 100) { nodes { id } } } } } } } }`;
    for (let time = 0; time < 12; time += 1) {
      const small = await post(own.url, { query, operationName: 'Small' });
      expect(small).toMatchObject({ status: 200, extensions: { cost: { requested: 1 } } });
      const large = await post(own.url, { query, operationName: 'Large' });
      expect(large).toMatchObject({ status: 400, errors: [{ extensions: { code: 'COST_LIMIT' } }] });
    }
  });
});

describe('row 60: variables', () => {
  it('row 60: that do not fit are refused with what would be right, also once the operation is compiled', async () => {
    const own = await serve(database);
    const query =
      'query ($id: ID = "psac", $first: Int = 3, $kinds: [Kind!]) { union(id: $id) { id } entities(first: $first, filter: {kinds: $kinds}) { totalCount } }';
    const bad: readonly (readonly [object, RegExp])[] = [
      [{ id: null }, /null/],
      [{ first: 'x' }, /Int cannot represent/],
      [{ first: 0 }, /at least 1|1 to 100|first/],
      [{ kinds: ['UNOIN'] }, /UNOIN/],
      [{ kinds: [null] }, /null/],
      [{ kinds: { toString: 1 } }, /Kind/],
    ];
    for (let time = 0; time < 12; time += 1) {
      expect(await post(own.url, { query })).toMatchObject({ status: 200, data: { entities: { totalCount: 0 } } });
      expect((await post(own.url, { query, variables: { kinds: 'UNION', first: 1 } })).status).toBe(200);
      for (const [variables, message] of bad) {
        const told = await post(own.url, { query, variables });
        expect(told, JSON.stringify(variables)).toMatchObject({
          status: 400,
          data: undefined,
          errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
        });
        expect(told.errors[0]?.message).toMatch(message);
      }
    }
  });

  it('row 60: and their defaults mean the same, compiled or not', async () => {
    const own = await serve(database);
    const query = `query ($asOf: Date = "2015-05-12", $kinds: [Kind!] = UNION) {
      entities(filter: {kinds: $kinds}) { totalCount nodes { relationships(asOf: $asOf) { totalCount } } } }`;
    const answers = new Set<string>();
    for (let time = 0; time < 12; time += 1) {
      const { status, data } = await post(own.url, { query, ...(time % 2 === 1 && { variables: {} }) });
      answers.add(JSON.stringify([status, data]));
    }
    expect([...answers]).toEqual(['[200,{"entities":{"totalCount":0,"nodes":[]}}]']);
  });
});

it('row 60: variables that were coerced may be coerced again by who executes: they stay what they are', () => {
  const types = Object.values(buildSchema().getTypeMap());
  const enums = types.filter(isEnumType);
  expect(enums.length).toBeGreaterThan(20);
  for (const type of enums) for (const { name, value } of type.getValues()) expect(value, type.name).toBe(name);
  const scalars = types.filter(isScalarType).filter((type) => !isSpecifiedScalarType(type));
  expect(scalars.map(({ name }) => name)).toContain('Date');
  for (const type of scalars) {
    const once = type.parseValue(type.name === 'DateTime' ? '2015-05-12T00:00:00Z' : '2015-05-12');
    expect(type.parseValue(once), type.name).toEqual(once);
  }
});

it('row 60: no operation is run twice, whatever goes wrong in it', async () => {
  const own = await serve(database);
  /** How often a question was put to the database since the start. */
  const questions = async (): Promise<number> => {
    const metrics = await (await fetch(new URL('/metrics', own.url))).text();
    return Number(/labourgraph_cache_misses\{cache="answers"\} (\d+)/.exec(metrics)?.[1]);
  };
  await database.prisma.$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION fold(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS
     $$ BEGIN RAISE 'it cannot be folded'; END $$`,
  );
  const query = 'query ($text: String!) { search(query: $text) { totalCount } }';
  const asked: number[] = [];
  for (let time = 0; time < 8; time += 1) {
    const before = await questions();
    const told = await post(own.url, { query, variables: { text: `word${time}` } });
    expect(told.errors).toMatchObject([
      { extensions: { code: 'INTERNAL_SERVER_ERROR' }, locations: [{ line: 1, column: 26 }] },
    ]);
    expect(told.errors[0]?.path?.[0]).toBe('search');
    asked.push((await questions()) - before);
  }
  expect(asked).toEqual(asked.map(() => asked[0]));
});
