/** Texts and lists from outside: each has a largest size, wherever in a request it stands. */
import {
  type GraphQLInputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, inject, it } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { standardSettings } from '../../src/server/settings.ts';
import { ask, send, type Told } from './service.ts';

const url = inject('url');
const schema = buildSchema();
const tooLong = 'a'.repeat(201);
const tooMany = standardSettings.maxListItems + 1;

/** A value that an argument takes. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type)]));
  }
  return { ID: 'psac', Date: '2015-05-12', String: 'a', _Any: 'a', Int: 1, Float: 1, Boolean: true }[type.name];
}

/** All ways in which a value of a type can be too large: where, and the value. What stands in itself is looked at once. */
function oversized(
  type: GraphQLInputType,
  path: string,
  around: readonly GraphQLInputType[] = [],
): [string, unknown][] {
  if (around.includes(type)) return [];
  if (isNonNullType(type)) return oversized(type.ofType, path, around);
  if (isListType(type)) {
    const items = Array.from({ length: tooMany }, () => sample(type.ofType));
    return [
      [`${path} (list)`, items],
      ...oversized(type.ofType, `${path}[]`, around).map(([at, value]): [string, unknown] => [at, [value]]),
    ];
  }
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      oversized(field.type, `${path}.${field.name}`, [...around, type]).map(([at, value]): [string, unknown] => [
        at,
        { ...(sample(type) as object), [field.name]: value },
      ]),
    );
  const isText = type.name === 'String' || type.name === 'ID' || !isSpecifiedScalarType(type);
  return isText && !isEnumType(type) ? [[path, tooLong]] : [];
}

/** A value as it stands in a query. */
function literal(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return literal(type.ofType, value);
  if (isListType(type) && Array.isArray(value)) return `[${value.map((one) => literal(type.ofType, one)).join(' ')}]`;
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type)) {
    const fields = Object.entries(value as object).map(
      ([name, one]) => `${name}: ${literal(type.getFields()[name]?.type as GraphQLInputType, one)}`,
    );
    return `{${fields.join(' ')}}`;
  }
  return JSON.stringify(value);
}

interface Argument {
  readonly path: string;
  readonly type: GraphQLInputType;
  /** The query in which the argument has this value. */
  readonly query: (value: string) => string;
}

/** Every argument of every field, each in a query that reaches it. */
function allArguments(): Argument[] {
  const around = new Map<string, (inner: string) => string>([['Query', (inner) => `{ ${inner} }`]]);
  const found: Argument[] = [];
  // A map gives what is added meanwhile too.
  for (const [name, wrap] of around) {
    const type = schema.getType(name);
    if (isAbstractType(type))
      for (const one of schema.getPossibleTypes(type))
        if (!around.has(one.name)) around.set(one.name, (inner) => wrap(`... on ${one.name} { ${inner} }`));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const required = field.args.filter(isRequiredArgument);
      const named = getNamedType(field.type);
      const call = (inner: string, given: Readonly<Record<string, string>> = {}): string => {
        const all = {
          ...Object.fromEntries(required.map((arg) => [arg.name, literal(arg.type, sample(arg.type))])),
          ...given,
        };
        const list = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
        return `${field.name}${list.length === 0 ? '' : `(${list.join(', ')})`}${inner === '' ? '' : ` { ${inner} }`}`;
      };
      if (isCompositeType(named) && !around.has(named.name)) around.set(named.name, (inner) => wrap(call(inner)));
      const inner = isCompositeType(named) ? '__typename' : '';
      for (const arg of field.args) {
        const query = (value: string): string => wrap(call(inner, { [arg.name]: value }));
        found.push({ path: `${name}.${field.name}(${arg.name})`, type: arg.type, query });
      }
    }
  }
  return found;
}

const told = ({ status, errors, data }: Told) => ({ status, codes: errors.map((one) => one.extensions.code), data });
const refused = { status: 400, codes: ['INPUT_LIMIT'], data: undefined };

describe('row 64: every argument of the schema', () => {
  const all = allArguments();

  /** Each once by what it is called and takes: most are the same on many types. */
  const each = [...new Map(all.map((one) => [`${one.path.split('.')[1]} ${String(one.type)}`, one])).values()];

  it('row 64: all types are reached', () => {
    const withArguments = Object.values(schema.getTypeMap()).flatMap((type) =>
      (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
        ? Object.values(type.getFields()).flatMap(({ name, args }) =>
            args.map((arg) => `${type.name}.${name}(${arg.name})`),
          )
        : [],
    );
    // Interfaces that no field returns are reached by the types that implement them.
    const reached = new Set(all.map(({ path }) => path.slice(path.indexOf('.'))));
    expect(withArguments.length).toBeGreaterThan(500);
    expect(withArguments.filter((path) => !reached.has(path.slice(path.indexOf('.'))))).toEqual([]);
  });

  it('row 64: a text of 201 characters and a list of 251 items are refused, as a literal and as a variable', async () => {
    const cases = each.flatMap(({ path, type, query }) =>
      oversized(type, path).map(([at, value]) => ({ at, type, query, value })),
    );
    expect(cases.length).toBeGreaterThan(100);
    const let_: string[] = [];
    for (const { at, type, query, value } of cases) {
      const asLiteral = await ask(url, query(literal(type, value)));
      const asVariable = await ask(url, `query ($value: ${String(type)}) ${query('$value')}`, { value });
      for (const [how, answer] of [['literal', asLiteral] as const, ['variable', asVariable] as const])
        if (JSON.stringify(told(answer)) !== JSON.stringify(refused)) let_.push(`${at} as a ${how}: ${answer.status}`);
    }
    expect(let_).toEqual([]);
  });

  it('row 64: a number out of range is refused', async () => {
    const numbers = each.filter(({ type }) => String(getNamedType(type)) === 'Int');
    expect(numbers.length).toBeGreaterThan(20);
    const let_: string[] = [];
    for (const { path, type, query } of numbers) {
      // The graph begins with version 0, in which there is nothing.
      const wrong = path === 'Query.changes(since)' ? [2 ** 31 - 1, -1] : [2 ** 31 - 1, 0, -1];
      for (const value of wrong) {
        const answer = await ask(url, `query ($value: ${String(type)}) ${query('$value')}`, { value });
        if (answer.errors[0]?.extensions.code !== 'BAD_USER_INPUT')
          let_.push(`${path}: ${value}: ${answer.text.slice(0, 200)}`);
      }
    }
    expect(let_).toEqual([]);
  });
});

describe('row 64: wherever else a text can stand', () => {
  const long = JSON.stringify(tooLong);
  const places: Readonly<Record<string, [string, unknown?]>> = {
    'a variable that nothing uses': ['{ graph { version } }', { unused: tooLong }],
    'the name of a field of a variable': ['{ graph { version } }', { unused: { [tooLong]: 1 } }],
    'a default': [`query ($id: ID = ${long}) { union(id: $id) { id } }`],
    'a directive': [`{ graph { version @include(if: ${long}) } }`],
    'a directive of the operation': [`query @x(a: [${long}]) { graph { version } }`],
    'a directive of a fragment': [`{ graph { ...F } } fragment F on GraphInfo @x(a: {b: ${long}}) { version }`],
    'a block': [`{ union(id: """${tooLong}""") { id } }`],
    'a number': [`{ union(id: ${'1'.repeat(201)}) { id } }`],
    'a number with a fraction': [`{ union(id: ${'1'.repeat(201)}.5) { id } }`],
    'a word of an enumeration': [`{ entities(orderBy: { field: ${tooLong} }) { totalCount } }`],
    'the name of an argument': [`{ union(${tooLong}: 1) { id } }`],
    'an alias, which stands in the answer once for each object': [`{ entities { nodes { ${tooLong}: id } } }`],
    'the name of an operation': [`query ${tooLong} { graph { version } }`],
    'a fragment that nothing spreads': [`{ graph { version } } fragment F on Query { union(id: ${long}) { id } }`],
  };

  it.each(Object.entries(places))('row 64: %s of 201 characters is refused', async (_, [query, variables]) => {
    expect(told(await ask(url, query, variables))).toEqual(refused);
  });

  it('row 64: the refusal says where it is, how long it is, and how long it may be', async () => {
    const argument = ['filter', 'text'];
    const text = 'é'.repeat(201);
    const message = 'filter.text has 201 characters; at most 200 may be given.';
    const extensions = { code: 'INPUT_LIMIT', argument, limit: 200, requested: 201 };
    const query = 'query ($filter: EntityFilter) { entities(filter: $filter) { totalCount } }';
    expect((await ask(url, query, { filter: { text } })).errors).toEqual([{ message, extensions }]);
    const literal_ = await ask(url, `{ entities(filter: { text: "${text}" }) { totalCount } }`);
    expect(literal_.errors).toEqual([{ message, extensions, locations: [{ line: 1, column: 28 }] }]);
  });

  it('row 64: two hundred characters are taken, also where each is two units of UTF-16', async () => {
    for (const text of ['é'.repeat(200), '𝒳'.repeat(200)]) {
      const query = 'query ($text: String) { entities(filter: { text: $text }) { totalCount } }';
      expect(await ask(url, query, { text })).toMatchObject({ status: 200, errors: [] });
    }
  });

  it('row 64: seven thousand words in a filter are refused before the database hears of them', async () => {
    const text = 'ab '.repeat(7_000);
    for (const field of ['entities(filter: { text: $text })', 'search(query: $text)'])
      expect(told(await ask(url, `query ($text: String!) { ${field} { totalCount } }`, { text }))).toEqual(refused);
  });
});

describe('row 64: characters that no text has', () => {
  const fields: Readonly<Record<string, string>> = {
    'an id': 'query ($text: ID!) { entity(id: $text) { id } }',
    'a filter': 'query ($text: String) { entities(filter: { text: $text }) { totalCount } }',
    'a search': 'query ($text: String!) { search(query: $text) { totalCount } }',
    'a cursor': 'query ($text: String) { entities(after: $text) { totalCount } }',
    'what is left out of a way': 'query ($text: ID!) { path(from: "psac", to: "aupe", exclude: [$text]) { length } }',
    'a variable that nothing uses': '{ graph { version } }',
  };

  it.each(Object.entries(fields))('row 64: U+0000 and half a character are refused in %s', async (_, query) => {
    for (const text of ['a\u0000b', 'a\ud800b', '\udc00a']) {
      const answer = await ask(url, query, { text });
      expect(told(answer)).toEqual({ ...refused, codes: ['BAD_USER_INPUT'] });
      expect(answer.errors[0]?.extensions).toMatchObject({
        argument: ['text'],
        allowed: expect.stringMatching(/^texts /) as string,
      });
    }
  });

  it('row 64: so too in a literal', async () => {
    const answer = await ask(url, String.raw`{ search(query: "a\u0000b") { totalCount } }`);
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', argument: ['query'], allowed: 'texts without it' },
    ]);
  });
});

describe('row 64: parameters of an export', () => {
  const exported = async (query: string): Promise<Told> =>
    await send(new URL(`/export/relationships.csv?${query}`, url), {});

  it.each(['kinds', 'asOf'])('row 64: %s of 201 characters is refused, and half a character too', async (name) => {
    const argument = [name];
    const long = await exported(`${name}=${tooLong}`);
    expect(long.status).toBe(400);
    expect(long.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument, allowed: 'at most 200 characters' });
    const bad = await exported(`${name}=a%00b`);
    expect(bad.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument, allowed: 'texts without it' });
  });
});
