/** The two jurisdictions beside each other. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import {
  cbc2016,
  expectEvidence,
  huffpost2014,
  type Id,
  type Nodes,
  Source,
  type Sourced,
  withId,
} from './evidence.ts';

test('Q56 Who represented whom, for which employer, when?', async () => {
  interface Represented extends Id {
    by: { edges: readonly { other: Id; node: Sourced & Record<'validFrom' | 'validTo', { edtf: string } | null> }[] };
    employers: Represented['by'];
  }
  const { entities } = await ask<{ entities: Nodes<Represented> }>(/* GraphQL */ `
    {
      entities(filter: { kinds: [BARGAINING_UNIT, OCCUPATIONAL_GROUP] }, first: 100) {
        nodes {
          id
          by: relationships(types: [REPRESENTS], direction: IN) { ...Party }
          employers: relationships(types: [EMPLOYS], direction: IN) { ...Party }
        }
      }
    }
    fragment Party on RelationshipConnection {
      edges { other { id } node { validFrom { edtf } validTo { edtf } evidence { nodes { ...Source } } } }
    }
    ${Source}
  `);
  const told = ({ edges }: Represented['by']) =>
    edges.map(({ other, node }) => [other.id, node.validFrom?.edtf, node.validTo?.edtf]);
  const alberta = withId(entities.nodes, 'aupe-government-workers');
  const inJanuary2014 = ['[..2014-01-24]', '[2014-01-24..]'];
  expect(told(alberta.by)).toEqual([['aupe', ...inJanuary2014]]);
  expect(told(alberta.employers)).toEqual([['government-of-alberta', ...inJanuary2014]]);
  expectEvidence(
    alberta.by.edges.map(({ node }) => node),
    huffpost2014,
    [14],
  );
  const federal = withId(entities.nodes, 'federal-public-servants');
  const throughBoth = ['[..2015-05-12]', '[2016-01..]'];
  expect(told(federal.by)).toEqual(
    expect.arrayContaining([
      ['psac', ...throughBoth],
      ['pipsc', '[..2016-01]', '[2016-01..]'],
    ]),
  );
  expect(told(federal.employers)).toEqual(
    expect.arrayContaining([
      ['government-of-canada', ...throughBoth],
      ['treasury-board', ...throughBoth],
    ]),
  );
});

test("Q57 How do the wage terms of Alberta's round and of the federal round of 2016 compare?", async () => {
  interface Terms {
    year: number | null;
    ask: readonly (Sourced & { value: number | null; stated: string })[];
    imposed: Terms['ask'];
  }
  interface Round extends Id {
    gap: readonly Terms[];
    nulls: readonly (Sourced & { attribute: string; reason: string })[];
  }
  const { nodes } = await ask<{ nodes: readonly Round[] }>(/* GraphQL */ `
    {
      nodes(ids: ["alberta-round-2013-14", "federal-round-2016"]) {
        id
        ... on BargainingRound {
          gap(issue: "wages") { year ask { ...Told } imposed { ...Told } }
          nulls { attribute reason evidence { nodes { ...Source } } }
        }
      }
    }
    fragment Told on Term { value stated evidence { nodes { ...Source } } }
    ${Source}
  `);
  const [alberta, federal] = nodes as [Round, Round];
  const byYear = alberta.gap.map(({ year, ask: asked, imposed }) => [year, asked[0]?.value, imposed[0]?.value]);
  expect(byYear).toEqual([
    [1, 6, 0],
    [2, 6, 0],
    [3, undefined, 1],
    [4, undefined, 1],
    [null, null, undefined],
  ]);
  expectEvidence(
    alberta.gap.flatMap(({ ask: asked, imposed }) => [...asked, ...imposed]),
    huffpost2014,
    [7, 10],
  );
  // No terms of the federal round are told, and the answer says that it is the source that leaves them open.
  expect(federal.gap).toEqual([]);
  const open = federal.nulls.filter(({ attribute }) => attribute === 'proposals');
  expect(open).toMatchObject([{ reason: 'NOT_STATED' }]);
  expectEvidence(open, cbc2016, [15]);
});
