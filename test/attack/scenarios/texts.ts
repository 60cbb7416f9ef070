import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type Attack, repeat, type Scenario } from '../attack.ts';
import { posted } from '../envelope.ts';
import { plausible } from '../pool.ts';

const longTexts = [
  'strike OR wages '.repeat(1_300),
  'x'.repeat(20_000),
  '"a" -b '.repeat(2_900),
  'é%_\\'.repeat(5_000),
];

interface Place {
  /** Leads from the argument to the text. */
  readonly path: string;
  /** The argument's value with a text put in. */
  readonly value: (text: string) => unknown;
}

/** Where texts can stand in an argument: in it, in its items, in its fields. What stands in itself is looked at once. */
function placesIn(
  { pool, random }: Attack,
  { name, type }: GraphQLArgument | GraphQLInputField,
  around: readonly unknown[] = [],
): Place[] {
  const bare = getNullableType(type);
  if (around.includes(bare)) return [];
  if (isListType(bare))
    return placesIn({ pool, random } as Attack, { name, type: bare.ofType } as GraphQLArgument, around).map(
      ({ path, value }) => ({
        path,
        value: (text) => [value(text)],
      }),
    );
  if (isInputObjectType(bare)) {
    const all = Object.values(bare.getFields());
    const required = all.filter((field) => isNonNullType(field.type));
    const rest = Object.fromEntries(required.map((field) => [field.name, plausible(field.type, random, pool.ids)]));
    return all.flatMap((field) =>
      placesIn({ pool, random } as Attack, field, [...around, bare]).map(({ path, value }) => ({
        path: `${name}.${path}`,
        value: (text: string) => ({ ...rest, [field.name]: value(text) }),
      })),
    );
  }
  if (!isLeafType(bare) || isEnumType(bare) || /^(Int|Float|Boolean)$/.test(bare.name)) return [];
  return [{ path: name, value: (text) => text }];
}

/** Every text that can be given to a field of the root, as a variable. */
export const texts: Scenario = {
  title: 'row 64: a text of 20 kB is refused wherever one can stand',
  run: async (attack) => {
    const { pool, random, ask, find } = attack;
    const fields = Object.values(pool.schema.getQueryType()?.getFields() ?? {});
    const asked = fields.flatMap((field) =>
      field.args.flatMap((argument) =>
        placesIn(attack, argument).map(({ path, value }) => {
          const required = field.args.filter((one) => one !== argument && isNonNullType(one.type));
          const given = Object.fromEntries(required.map((one) => [one.name, plausible(one.type, random, pool.ids)]));
          const all = [argument, ...required];
          const header = all.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
          const passed = all.map((one) => `${one.name}: $${one.name}`).join(', ');
          const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
          const query = `query (${header}) { ${field.name}(${passed})${selection} }`;
          return {
            path: `${field.name}.${path}`,
            query,
            variables: { ...given, [argument.name]: value(random.pick(longTexts)) },
          };
        }),
      ),
    );
    await repeat(asked.length, 4, async (index) => {
      const { path = '', ...question } = asked[index] ?? {};
      const answer = await ask(posted(question));
      if (answer !== undefined && answer.status !== 400) find(`${answer.status} for a text of 20 kB as ${path}`);
    });
  },
};
