/** Random queries over the schema: valid ones, ones with odd arguments, and broken text. */
import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** VALID: nothing but what the schema allows; ODD: arguments of the right form with values that may not be; BROKEN: text. */
export type Sort = 'VALID' | 'ODD' | 'BROKEN';

export interface RandomQuery {
  readonly sort: Sort;
  readonly query: string;
}

/** Ids of facts, so that answers have something in them; and what is no id. */
export interface Pools {
  readonly ids: readonly string[];
}

const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\'; DROP TABLE "Entity"; --',
  '%',
  '\\',
  '"',
  '\ud800',
  'é'.repeat(300),
  '😀',
  '__proto__',
  '$1',
  '{{}}',
  'a:*',
  '!!',
  '<->',
  '((',
];
const goodTexts = ['sick leave', 'AFPC', 'benson', '"collective agreement" OR strike', '900 million', '-wages'];
const goodDays = ['2013-03-31', '2014-01-24', '2015-05-07', '2016-02-29'];
const oddDays = [
  '2015-02-30',
  '0000-01-01',
  '9999-12-31',
  '-0001-01-01',
  '2015-05',
  '',
  'today',
  '2015-05-07T00:00:00Z',
  '+10000-01-01',
];
const oddInts = [0, -1, 101, 1000, 1001, 2147483647, -2147483648];

/** Random queries; each shrinks to a smaller one that still shows what is wrong. */
export function randomQueries(schema: GraphQLSchema, pools: Pools): fc.Arbitrary<RandomQuery> {
  return fc.gen().map((choose) => {
    const sort = choose(fc.constantFrom, 'VALID', 'ODD', 'ODD', 'BROKEN') as Sort;
    const root = schema.getQueryType();
    if (!root) throw new Error('the schema has no queries');
    const text = `{ ${selection({ schema, pools, choose, odd: sort === 'ODD' }, root, choose(fc.integer, { min: 1, max: 4 }))} }`;
    return { sort, query: sort === 'BROKEN' ? broken(choose, text) : text };
  });
}

interface Making {
  readonly schema: GraphQLSchema;
  readonly pools: Pools;
  readonly choose: GeneratorValue;
  /** Whether values may be what no field takes. */
  readonly odd: boolean;
}

/** What is asked of a type, so many levels deep. Every field has an alias of its own: two of one name must not differ. */
function selection(making: Making, type: GraphQLCompositeType, levels: number): string {
  const { choose, schema } = making;
  const parts = ['__typename'];
  if (!isUnionType(type)) {
    const fields = Object.values(type.getFields()).filter(
      ({ type: of }) => levels > 0 || !isCompositeType(getNamedType(of)),
    );
    const count = Math.min(fields.length, choose(fc.integer, { min: 0, max: 4 }));
    for (let index = 0; index < count; index++) {
      const field = fields[choose(fc.nat, fields.length - 1)];
      if (field === undefined) continue;
      const named = getNamedType(field.type);
      const below = isCompositeType(named) ? ` { ${selection(making, named, levels - 1)} }` : '';
      parts.push(`${alias(making, index, levels)}: ${field.name}${given(making, field.args)}${below}`);
    }
  }
  if (isAbstractType(type) && levels > 0 && choose(fc.boolean)) {
    const possible = schema.getPossibleTypes(type);
    const one = possible[choose(fc.nat, possible.length - 1)];
    if (isObjectType(one)) parts.push(`... on ${one.name} { ${selection(making, one, levels - 1)} }`);
  }
  return parts.join(' ');
}

/** Unlike any other of the query, so that fields with other arguments do not conflict. */
const alias = ({ choose }: Making, index: number, levels: number): string =>
  `f${levels}_${index}_${choose(fc.nat, 1_000_000_000)}`;

function given(making: Making, args: readonly GraphQLArgument[]): string {
  const said = fieldsOf(making, args);
  return said.length === 0 ? '' : `(${said.join(', ')})`;
}

/** The required ones and, by chance, others: objects in one another so deep at the most. */
function fieldsOf(making: Making, all: readonly (GraphQLArgument | GraphQLInputField)[], levels = 3): string[] {
  const chosen = all
    .filter(({ type }) => levels > 0 || !isInputObjectType(getNamedType(type)))
    .filter(
      ({ type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || making.choose(fc.nat, 3) === 0,
    );
  const hasFirst = chosen.some(({ name }) => name === 'first');
  return (
    chosen
      // A page is of one end of the list.
      .filter(({ name }) => making.odd || name !== 'last' || !hasFirst)
      .map(({ name, type }) => `${name}: ${value(making, name, type, levels - 1)}`)
  );
}

function value(making: Making, name: string, type: GraphQLInputType, levels: number): string {
  const { choose, odd, pools } = making;
  const bare = getNullableType(type);
  if (odd && !isNonNullType(type) && choose(fc.nat, 9) === 0) return 'null';
  if (isListType(bare)) {
    const count = choose(fc.integer, { min: odd ? 0 : 1, max: 3 });
    return `[${Array.from({ length: count }, () => value(making, name, bare.ofType, levels)).join(', ')}]`;
  }
  if (isEnumType(bare)) return choose(fc.constantFrom, ...bare.getValues().map((one) => one.name));
  if (isInputObjectType(bare)) return `{ ${fieldsOf(making, Object.values(bare.getFields()), levels).join(', ')} }`;
  const pick = (good: readonly (string | number)[], strange: readonly (string | number)[]): string =>
    JSON.stringify(choose(fc.constantFrom, ...good, ...(odd ? strange : [])));
  if (bare.name === 'Int')
    return name === 'first' || name === 'last' ? pick([1, 2, 20], oddInts) : pick([1, 2, 3], oddInts);
  if (bare.name === 'Boolean') return String(choose(fc.boolean));
  if (bare.name === 'Float') return pick([0, 1.5, 1e9], oddInts);
  if (bare.name === 'Date') return pick(goodDays, oddDays);
  if (bare.name === 'ID') return odd ? pick(pools.ids, [...oddTexts, choose(fc.string)]) : pick(pools.ids, []);
  if (bare.name === '_Any') return `{ __typename: "Union", id: ${pick(pools.ids, oddTexts)} }`;
  if (name === 'after' || name === 'before')
    return odd ? pick(['AAAA', 'WyJhIl0'], [...oddTexts, choose(fc.string)]) : 'null';
  return pick(goodTexts, [...oddTexts, choose(fc.string, { unit: 'binary' })]);
}

/** A text with a piece taken out, doubled, moved, or something foreign put in. */
function broken(choose: GeneratorValue, text: string): string {
  const at = choose(fc.nat, text.length);
  const to = at + choose(fc.nat, 20);
  const piece = text.slice(at, to);
  switch (choose(fc.nat, 4)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + piece.repeat(choose(fc.integer, { min: 1, max: 50 })) + text.slice(to);
    case 2:
      return (
        text.slice(0, at) +
        choose(fc.constantFrom, '{', '}', '(', ')', '...', '@skip', '$x', '"""', '\u0000', '#', '&', '! ') +
        text.slice(at)
      );
    case 3:
      return `${text.slice(to)}${text.slice(0, at)}`;
    default:
      return choose(fc.string, { unit: 'binary', maxLength: 200 });
  }
}
