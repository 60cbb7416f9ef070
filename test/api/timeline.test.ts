/** A timeline tells what happened once, once: a law's beginning, its stage and the event of that are no three things. */
import { describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { cbc2015, expectEvidence, type Id, type Nodes, only, Source, type Sourced } from '../questions/evidence.ts';

interface Entry extends Sourced {
  readonly moment: string;
  readonly date: { readonly edtf: string };
  readonly entity: Id;
  readonly stage: (Id & { readonly stage: string; readonly legislation: Id }) | null;
}

const entry =
  'moment date { edtf } entity { id } stage { id stage legislation { id } } evidence { nodes { ...Source } }';

/** Every entry of a timeline, a few to a page. */
async function timeline(args: string): Promise<Entry[]> {
  const found: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const page: {
      timeline: Nodes<Entry> & { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    } = await ask(
      `query ($after: String) { timeline(${args}, first: 7, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { ${entry} } } } ${Source}`,
      { after },
    );
    found.push(...page.timeline.nodes);
    if (!page.timeline.pageInfo.hasNextPage) {
      expect(found).toHaveLength(page.timeline.totalCount);
      return found;
    }
    after = page.timeline.pageInfo.endCursor;
  }
}

const bill = 'bill-c-59-2015';
const ofBill = ({ entity, stage }: Entry): boolean => entity.id === bill || stage?.legislation.id === bill;

describe.each(['federal-sick-leave-dispute', bill])('the introduction of C-59, in the timeline of %s', (of) => {
  test('is one line: the event, which leads to the bill', async () => {
    const line = only((await timeline(`of: "${of}"`)).filter(ofBill));
    expect(line).toMatchObject({
      moment: 'HAPPENED',
      date: { edtf: '2015-05-07' },
      entity: { id: 'bill-c-59-introduced' },
      stage: { stage: 'INTRODUCED', legislation: { id: bill } },
    });
    expectEvidence([line], cbc2015, [2, 3]);
  });

  test('is one line of the bill where no events are asked for', async () => {
    const line = only((await timeline(`of: "${of}", kinds: [LEGISLATION]`)).filter(ofBill));
    expect([line.moment, line.date.edtf, line.stage?.stage]).toEqual(['REACHED_STAGE', '2015-05-07', 'INTRODUCED']);
    expectEvidence([line], cbc2015, [2, 3]);
  });
});

test('no law has two lines of one date, and no stage stands beside its event', async () => {
  const all = await timeline('from: "2000-01-01"');
  const lines = all.map(({ entity, stage, date }) => `${stage?.legislation.id ?? entity.id} ${date.edtf}`);
  const laws = new Set(all.flatMap(({ stage }) => stage?.legislation.id ?? []));
  expect(laws.size).toBeGreaterThan(2);
  const ofLaws = lines.filter((line) => laws.has(line.split(' ')[0] as string));
  expect(new Set(ofLaws).size).toBe(ofLaws.length);
  // That a law had begun by the month in which it was passed says no more than that it was passed.
  const settlement = ofLaws.filter((line) => line.startsWith('alberta-settlement-law-2013'));
  expect(settlement).toEqual(['alberta-settlement-law-2013 2013-12']);
});

describe('terms of office', () => {
  /** Whose terms a timeline tells of, and of which offices. */
  const termsIn = async (of: string): Promise<string[]> => {
    const { timeline: found } = await ask<{
      timeline: Nodes<{ entity: Id; relationship: { object: Id } | null }> & { totalCount: number };
    }>(`{ timeline(of: "${of}", first: 100) { totalCount nodes { entity { id } relationship { object { id } } } } }`);
    expect(found.nodes).toHaveLength(found.totalCount);
    const terms = found.nodes.flatMap(({ entity: { id }, relationship }) =>
      relationship === null ? [] : [`${id} ${relationship.object.id}`],
    );
    return [...new Set(terms)].sort();
  };
  const [office, one, other] = ['president-of-the-treasury-board', 'tony-clement', 'scott-brison'];

  test("of a person are that person's own, though others held the office", async () => {
    expect(await termsIn(one)).toEqual([`${one} ${office}`]);
    expect(await termsIn(other)).toEqual([`${other} ${office}`]);
    const { people } = await ask<{ people: Nodes<Id> }>('{ people(first: 100) { nodes { id } } }');
    for (const { id } of people.nodes)
      expect(
        (await termsIn(id)).filter((term) => !term.startsWith(`${id} `)),
        id,
      ).toEqual([]);
  });

  test('of an office are those of all who held it, and so are those of its body', async () => {
    const held = [`${other} ${office}`, `${one} ${office}`];
    expect(await termsIn(office)).toEqual(held);
    expect(await termsIn('treasury-board')).toEqual(expect.arrayContaining(held));
  });
});

test.each(['of: "aupe"', 'of: "aupe", to: "2013-12-31"', 'from: "2000-01-01"'])(
  '%s: nothing ends before it begins',
  async (args) => {
    const all = await timeline(args);
    const ended = all.flatMap(({ moment, entity }, index) => (moment === 'ENDED' ? [{ id: entity.id, index }] : []));
    expect(ended.length).toBeGreaterThan(0);
    for (const { id, index } of ended) {
      const began = all.findIndex(({ moment, entity }) => entity.id === id && ['BEGAN', 'HAPPENED'].includes(moment));
      expect(began, id).toBeLessThan(index);
    }
  },
);
