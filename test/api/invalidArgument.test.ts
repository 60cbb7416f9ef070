/** An argument that cannot be used: which one it is, and what is allowed, said to whom sent it. */
import { describe, expect, test } from 'vitest';
import { ask, post } from '../ask.ts';

/** The one error that a query comes to, and the status: 400 before it is executed, 200 then. */
async function refused(query: string, variables?: Readonly<Record<string, unknown>>) {
  const { status, body } = await post(query, variables);
  expect(body.errors, JSON.stringify(body)).toHaveLength(1);
  const [error] = body.errors ?? [];
  return { status, message: error?.message, ...error?.extensions };
}

const aDay = 'a day as YYYY-MM-DD';

describe('a day that is none', () => {
  const fields = {
    'asOf of a list': 'union(id: "psac") { relationships(asOf: $day) { totalCount } }',
    'asOf of a field': 'union(id: "psac") { president(asOf: $day) { person { id } } }',
    'asOf of a relationship': 'entity(id: "psac") { relationships { nodes { holdsOn(asOf: $day) } } }',
    from: 'timeline(from: $day) { totalCount }',
    'to in a filter': 'events(filter: { to: $day }) { totalCount }',
  };

  test.each(Object.entries(fields))('as %s', async (name, field) => {
    for (const day of ['soon', '2015-02-29', '2015', '2015-05-12T00:00:00Z', '15-05-12', '']) {
      const message = `"${day}" is not a day; write YYYY-MM-DD, for example 2015-05-12`;
      const bad = {
        status: 400,
        code: 'BAD_USER_INPUT',
        allowed: aDay,
        message: expect.stringContaining(message) as string,
      };
      expect(await refused(`{ ${field.replace('$day', JSON.stringify(day))} }`)).toMatchObject(bad);
      const type = name.includes('relationship') ? 'Date!' : 'Date';
      expect(await refused(`query ($day: ${type}) { ${field} }`, { day })).toMatchObject(bad);
    }
  });

  test.each([
    ['2016-01', 'it is a month, so choose a day from 2016-01-01 to 2016-01-31'],
    ['2016-02', 'it is a month, so choose a day from 2016-02-01 to 2016-02-29'],
    ['2016', 'it is a year, so choose a day from 2016-01-01 to 2016-12-31'],
  ])('as %s, which has many days', async (day, message) => {
    for (const field of Object.values(fields))
      expect(await refused(`{ ${field.replace('$day', JSON.stringify(day))} }`)).toMatchObject({
        code: 'BAD_USER_INPUT',
        allowed: aDay,
        message: expect.stringContaining(message) as string,
      });
  });

  test('as a number, a list or an object', async () => {
    for (const day of [2015, ['2015-05-12', '2015-05-13'], { day: 12 }, true]) {
      const query = 'query ($day: Date) { timeline(from: $day) { totalCount } }';
      expect(await refused(query, { day })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', allowed: aDay });
    }
  });

  test('as a literal that is no string: it is quoted, and its place is given', async () => {
    const { body } = await post('{ timeline(from: 2015) { totalCount } }');
    expect(body.errors?.[0]).toMatchObject({ message: expect.stringContaining('"2015" is not a day') as string });
    expect(body.errors?.[0]).toHaveProperty('locations');
  });

  // PostgreSQL has none.
  test('because there was no year 0', async () => {
    expect(await refused('{ events(filter: { from: "0000-01-01" }) { totalCount } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

test('an id of another kind than is asked for says of which it is, and which it should be', async () => {
  const allowed = (kind: string) => `the id of an entity of the kind ${kind}; \`search\` finds them`;
  const bad = { status: 200, code: 'BAD_USER_INPUT' };
  expect(await refused('{ disputes(filter: { issue: "psac" }) { totalCount } }')).toMatchObject({
    ...bad,
    argument: ['filter', 'issue'],
    allowed: allowed('ISSUE'),
  });
  expect(await refused('{ disputes(filter: { jurisdiction: "psac" }) { totalCount } }')).toMatchObject({
    ...bad,
    argument: ['filter', 'jurisdiction'],
    allowed: allowed('JURISDICTION'),
  });
  for (const issue of ['nope', 'psac'])
    expect(
      await refused(`{ bargainingRound(id: "alberta-round-2013-14") { gap(issue: "${issue}") { year } } }`),
    ).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['issue'], allowed: allowed('ISSUE') });
});

describe('a span that ends before it begins', () => {
  const span = 'from: "2015-05-13", to: "2015-05-12"';
  const bad = { status: 200, code: 'BAD_USER_INPUT', allowed: 'at the latest 2015-05-12' };

  test('in a filter', async () => {
    for (const list of ['events', 'entities', 'disputes']) {
      const query = `{ ${list}(filter: { ${span} }) { totalCount } }`;
      expect(await refused(query)).toMatchObject({ ...bad, argument: ['filter', 'from'] });
    }
    expect(
      (await post('{ events(filter: { from: "2015-05-12", to: "2015-05-12" }) { totalCount } }')).body.errors,
    ).toBeUndefined();
  });

  // src/graph/queries/timeline.ts does not look: it answers with an empty list.
  test('of a timeline', async () => {
    expect(await refused(`{ timeline(${span}) { totalCount } }`)).toMatchObject({ ...bad, argument: ['from'] });
  });
});

describe('a word that is not in the vocabulary', () => {
  test.each([
    ['unions(filter: { types: $word }) { totalCount }', '[UnionType!]', 'UnionType'],
    ['entities(orderBy: { field: $word }) { totalCount }', 'EntityOrderField!', 'EntityOrderField'],
    ['entities(orderBy: { field: ID, direction: $word }) { totalCount }', 'OrderDirection', 'OrderDirection'],
    ['search(query: "psac", kinds: $word) { totalCount }', '[Kind!]', 'Kind'],
    ['entity(id: "psac") { relationships(types: $word) { totalCount } }', '[RelationshipType!]', 'RelationshipType'],
    ['entity(id: "psac") { name(language: $word) }', 'Language', 'Language'],
  ])('%s', async (field, type, name) => {
    const message = expect.stringContaining(`Value "GUILD" does not exist in "${name}" enum`) as string;
    const asVariable = await refused(`query ($word: ${type}) { ${field} }`, { word: 'GUILD' });
    expect(asVariable).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', message });
    const asLiteral = await refused(`{ ${field.replace('$word', 'GUILD')} }`);
    expect(asLiteral).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', message });
    const allowed = expect.stringMatching(/^[A-Z_]+(, [A-Z_]+)+$/) as string;
    for (const answer of [asVariable, asLiteral]) expect(answer).toMatchObject({ allowed });
  });

  test('as the name of an attribute', async () => {
    const bad = { status: 200, code: 'BAD_USER_INPUT', argument: ['filter', 'notStated'] };
    expect(await refused('{ unions(filter: { notStated: "colour" }) { totalCount } }')).toEqual({
      ...bad,
      message: 'filter.notStated: "colour" is none of these kinds\'; allowed: type',
      allowed: 'type',
    });
    // An attribute of another kind is none of this one.
    expect(await refused('{ unions(filter: { notStated: "court" }) { totalCount } }')).toMatchObject(bad);
    const cases = await refused('{ legalChallenges(filter: { notStated: "number" }) { totalCount } }');
    expect(cases).toMatchObject({ ...bad, allowed: 'court, end, grounds, start, status, type' });
    expect((await post('{ entities(filter: { notStated: "court" }) { totalCount } }')).body.errors).toBeUndefined();
  });
});

describe('a search', () => {
  test.each(['', '   ', '"', '-', '%', '!?'])('for no word: %j', async (query) => {
    expect(await refused('query ($query: String!) { search(query: $query) { totalCount } }', { query })).toMatchObject({
      status: 200,
      code: 'BAD_USER_INPUT',
      argument: ['query'],
      allowed: 'words, names, acronyms',
    });
  });

  test('that is too long', async () => {
    const query = 'query ($query: String!) { search(query: $query) { totalCount } }';
    expect((await post(query, { query: 'é'.repeat(200) })).body.errors).toBeUndefined();
    expect(await refused(query, { query: 'é'.repeat(201) })).toMatchObject({
      code: 'INPUT_LIMIT',
      argument: ['query'],
      limit: 200,
    });
  });
});

describe('an id', () => {
  test('that nothing has is answered with null, in its place', async () => {
    expect(
      await ask(`{
        node(id: "nobody") { id } relationship: node(id: "nobody.HOLDS.nothing") { id } entity(id: "") { id }
        union(id: "nobody") { id } ofAnotherKind: union(id: "tony-clement") { id }
        sourceCoverage(article: "psac") { bodyParagraphs }
        nodes(ids: ["nobody", "psac", "no.body", "psac"]) { id }
      }`),
    ).toEqual({
      node: null,
      relationship: null,
      entity: null,
      union: null,
      ofAnotherKind: null,
      sourceCoverage: null,
      nodes: [null, { id: 'psac' }, null, { id: 'psac' }],
    });
  });

  test('is asked for with 99 others at most', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = (count: number) => ({ ids: Array.from({ length: count }, (_, n) => `id-${n}`) });
    expect((await ask<{ nodes: unknown[] }>(query, ids(100))).nodes).toHaveLength(100);
    expect(await refused(query, ids(101))).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: ['ids'],
      allowed: 'at most 100',
      message: 'ids: there are 101; allowed: at most 100',
    });
    expect(await ask(query, ids(0))).toEqual({ nodes: [] });
  });

  // PostgreSQL keeps no NUL in a text: what it says to one is masked as an internal error.
  test('with a character that no text can have is refused, or found nowhere', async () => {
    for (const field of [
      'entity(id: $text) { id }',
      'search(query: $text) { totalCount }',
      'events(filter: { text: $text }) { totalCount }',
    ]) {
      const type = field.startsWith('entity') ? 'ID!' : 'String!';
      const { body } = await post(`query ($text: ${type}) { ${field} }`, { text: 'a\u0000b' });
      expect(body.errors?.[0]?.extensions['code'] ?? 'BAD_USER_INPUT').toBe('BAD_USER_INPUT');
    }
  });
});
