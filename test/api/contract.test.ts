/** Row 58: a breaking change of the schema fails, unless it is acknowledged. */
import { expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { acknowledgements, type Contract, compare, offeredBy, readAcknowledgements, readContract } from './contract.ts';

const contract = readContract();
const offered = offeredBy(buildSchema());

it('row 58: the schema breaks nothing of the contract that is not acknowledged with a reason', async () => {
  const { unacknowledged } = await compare(contract, offered, readAcknowledgements());
  expect(unacknowledged, 'deprecate instead, or say why in test/api/breaking.yaml').toEqual([]);
});

it('row 58: what is acknowledged has been done', async () => {
  expect((await compare(contract, offered, readAcknowledgements())).idle).toEqual([]);
});

it('row 58: the contract covers all that the schema offers, and was moved by its command', () => {
  expect(contract.sealed, 'test/api/contract.graphql was changed by hand: restore it, and npm run contract').toBe(true);
  expect(contract.sdl === offered, 'the schema has changed: npm run contract').toBe(true);
});

const before: Contract = {
  number: 7,
  sealed: true,
  sdl: `
    type Query { union(id: ID!, old: Boolean): Union, all(filter: Filter, first: Int = 10): [Union!]! }
    type Union { id: ID!, size: Int, side: Side! }
    enum Side { EMPLOYEE EMPLOYER }
    input Filter { text: String, side: Side }`,
};

it.each([
  ['a field', 'size: Int, ', '', "Field 'size' was removed from object type 'Union'"],
  ['an argument', ', old: Boolean', '', "Argument 'old: Boolean' was removed from field 'Query.union'"],
  ['a value', ' EMPLOYER', '', "Enum value 'EMPLOYER' was removed from enum 'Side'"],
  ['a filter', ', side: Side }', ' }', "Input field 'side' was removed from input object type 'Filter'"],
  [
    'what is asked for',
    'text: String',
    'text: String!',
    "Input field 'Filter.text' changed type from 'String' to 'String!'",
  ],
  ['what may be null', 'side: Side!', 'side: Side', "Field 'Union.side' changed type from 'Side!' to 'Side'"],
])('row 58: the loss of %s is breaking, until it is acknowledged for this contract', async (_, from, to, change) => {
  const after = before.sdl.replace(from, to);
  expect(after).not.toBe(before.sdl);
  expect(await compare(before, after, [])).toMatchObject({ unacknowledged: [change], breaks: true });
  const reason = 'Nobody could make sense of it, and there is another.';
  const given = (contract: number) => [{ contract, change, reason }];
  expect(await compare(before, after, given(7))).toMatchObject({ unacknowledged: [], idle: [] });
  // What was acknowledged once is no licence to do it again.
  expect((await compare(before, after, given(6))).unacknowledged).toEqual([change]);
  expect((await compare(before, before.sdl, given(7))).idle).toEqual([change]);
});

it('row 58: changes that have one reason are acknowledged together, and each must have been made', async () => {
  const after = before.sdl.replace('size: Int, ', '').replace(', old: Boolean', '');
  const change = [
    "Field 'size' was removed from object type 'Union'",
    "Argument 'old: Boolean' was removed from field 'Query.union'",
  ];
  const reason = 'Nobody could make sense of them, and there are others.';
  expect(await compare(before, after, [{ contract: 7, change, reason }])).toMatchObject({
    unacknowledged: [],
    idle: [],
  });
  const half = await compare(before, before.sdl.replace('size: Int, ', ''), [{ contract: 7, change, reason }]);
  expect(half).toMatchObject({ unacknowledged: [], idle: [change[1]] });
});

it('row 58: what is added breaks nothing', async () => {
  const after = before.sdl
    .replace('size: Int', 'size: Int @deprecated, members: Int')
    .replace('text: String', 'text: String, ids: [ID!]');
  expect(await compare(before, after, [])).toEqual({ unacknowledged: [], idle: [], breaks: false });
});

it('row 58: an acknowledgement without a reason is none', () => {
  for (const reason of [undefined, null, '', 'because']) {
    expect(acknowledgements.safeParse([{ contract: 1, change: 'x', reason }]).success).toBe(false);
  }
});
