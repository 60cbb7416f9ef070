/** What lies around an entity, and what the network's queries refuse, over HTTP. */
import { describe, expect, test } from 'vitest';
import { ask, post } from '../ask.ts';
import { type Id, ids } from '../questions/evidence.ts';

interface Neighborhood {
  readonly nodes: readonly { readonly entity: Id & { readonly kind: string }; readonly distance: number }[];
  readonly edges: readonly {
    readonly relationship: Id & { readonly type: string; readonly subject: Id; readonly object: Id };
    readonly certainty: string | null;
  }[];
  readonly truncated: boolean;
}

const around = async (args: string): Promise<Neighborhood> => {
  const query = `{ neighborhood(${args}) {
    nodes { entity { id kind } distance } edges { relationship { id type subject { id } object { id } } certainty } truncated
  } }`;
  return (await ask<{ neighborhood: Neighborhood }>(query)).neighborhood;
};
const idsOf = ({ nodes }: Neighborhood): string[] => ids(nodes.map(({ entity }) => entity));

const hubs = ['ARTICLE', 'NEWS_OUTLET', 'JURISDICTION', 'ISSUE'];

/** Each entity and relationship once, nearest first, each away as far as it is said to be. */
function expectSound({ nodes, edges }: Neighborhood): void {
  const far = new Map(nodes.map(({ entity, distance }) => [entity.id, distance]));
  const hub = new Set(nodes.filter(({ entity }) => hubs.includes(entity.kind)).map(({ entity }) => entity.id));
  expect(far.size).toBe(nodes.length);
  expect(new Set(edges.map(({ relationship }) => relationship.id)).size).toBe(edges.length);
  const distances = nodes.map(({ distance }) => distance);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect(distances.filter((distance) => distance === 0)).toEqual([0]);
  const nearest = new Map<string, number>();
  for (const { relationship } of edges) {
    const { subject, object } = relationship;
    expect(far.has(subject.id) && far.has(object.id), relationship.id).toBe(true);
    for (const [one, other] of [
      [subject.id, object.id],
      [object.id, subject.id],
    ] as const) {
      // What lies behind a hub is not nearer for it.
      if (hub.has(one)) continue;
      nearest.set(other, Math.min(nearest.get(other) ?? Number.POSITIVE_INFINITY, (far.get(one) as number) + 1));
    }
  }
  for (const [id, distance] of far) if (distance > 0) expect(distance, id).toBe(nearest.get(id));
}

describe('neighborhood', () => {
  test('is at one step what the relationships of the entity lead to, and what relates those', async () => {
    const { entity } = await ask<{ entity: { relationships: { edges: { other: Id; node: Id }[] } } }>(
      '{ entity(id: "aupe") { relationships(first: 100) { edges { other { id } node { id } } } } }',
    );
    const { edges } = entity.relationships;
    const found = await around('of: "aupe"');
    expectSound(found);
    expect(found.truncated).toBe(false);
    expect(new Set(idsOf(found))).toEqual(new Set(['aupe', ...ids(edges.map(({ other }) => other))]));
    const related = found.edges.map(({ relationship }) => relationship.id);
    expect(related).toEqual(expect.arrayContaining(ids(edges.map(({ node }) => node))));
    expect(related.length).toBeGreaterThan(edges.length);
    expect(found.edges.map(({ certainty }) => certainty)).toEqual(found.edges.map(() => null));
  });

  test('goes further, and not through hubs unless told', async () => {
    const two = await around('of: "aupe", depth: 2, first: 500');
    expectSound(two);
    expect(two.truncated).toBe(false);
    expect(idsOf(two)).toContain('guy-smith');
    // AUPE falls under Alberta's law, and Alberta is a part of Canada.
    expect(idsOf(two)).toContain('alberta');
    expect(idsOf(two)).not.toContain('canada');
    const hubsToo = await around('of: "aupe", depth: 2, first: 500, throughHubs: true');
    expect(hubsToo.nodes).toContainEqual({ entity: { id: 'canada', kind: 'JURISDICTION' }, distance: 2 });
    // The middle is walked from, hub or not.
    expect(idsOf(await around('of: "alberta"'))).toContain('aupe');
  });

  test('says when it was truncated, and what is left are the nearest', async () => {
    const all = await around('of: "aupe", depth: 2, first: 500');
    const some = await around('of: "aupe", depth: 2, first: 30');
    expectSound(some);
    expect(some.nodes).toEqual(all.nodes.slice(0, 30));
    expect(some.truncated).toBe(true);
    const size = all.nodes.length;
    expect(await around(`of: "aupe", depth: 2, first: ${size}`)).toEqual(all);
    expect((await around(`of: "aupe", depth: 2, first: ${size - 1}`)).truncated).toBe(true);
    expect(await around('of: "aupe", first: 1')).toMatchObject({
      nodes: [{ distance: 0 }],
      edges: [],
      truncated: true,
    });
  });

  test('of some kinds, types, or a day only', async () => {
    const offices = await around('of: "aupe", depth: 4, kinds: [OFFICE, PERSON], first: 500');
    expectSound(offices);
    expect(new Set(offices.nodes.slice(1).map(({ entity }) => entity.kind))).toEqual(new Set(['OFFICE', 'PERSON']));
    expect(offices.nodes).toContainEqual({ entity: { id: 'guy-smith', kind: 'PERSON' }, distance: 2 });
    const held = await around('of: "aupe", depth: 2, types: [HOLDS, OFFICE_OF], asOf: "2014-01-24"');
    expectSound(held);
    expect(idsOf(held)).toEqual(['aupe', 'president-of-aupe', 'guy-smith']);
    expect(held.edges.map(({ certainty }) => certainty)).toEqual(['CERTAIN', 'CERTAIN']);
    const later = 'of: "aupe", depth: 2, types: [HOLDS, OFFICE_OF], asOf: "2014-03-01"';
    expect((await around(later)).edges.map(({ certainty }) => certainty).sort()).toEqual(['CERTAIN', 'POSSIBLE']);
    expect(idsOf(await around(`${later}, certainty: CERTAIN`))).toEqual(['aupe', 'president-of-aupe']);
  });
});

const unknown = (argument: string, id = 'nobody') => ({
  argument: [argument],
  allowed: 'the id of an entity; `search` finds them',
  message: `${argument}: there is no entity "${id}"`,
});
const outOfRange = (argument: string, value: number, most: number) => ({
  argument: [argument],
  allowed: `1 to ${most}`,
  message: `${argument}: ${value} is out of range`,
});
const ends = 'from: "aupe", to: "psac"';

/** What is refused, and what the error says. */
const refusals: readonly [query: string, error: { argument: string[]; allowed: string; message: string }][] = [
  ['path(from: "nobody", to: "psac") { length }', unknown('from')],
  ['path(from: "aupe", to: "nobody") { length }', unknown('to')],
  ['paths(from: "aupe", to: "") { outcome }', unknown('to', '')],
  ['neighborhood(of: "nobody") { truncated }', unknown('of')],
  [
    'paths(from: "aupe", to: "aupe") { outcome }',
    { argument: ['to'], allowed: 'another entity', message: 'to: it is "aupe", as `from` is' },
  ],
  ...[0, -1, 11].map((depth): (typeof refusals)[number] => [
    `path(${ends}, maxDepth: ${depth}) { length }`,
    outOfRange('maxDepth', depth, 10),
  ]),
  [`paths(${ends}, first: 0) { outcome }`, outOfRange('first', 0, 50)],
  [`paths(${ends}, first: 51) { outcome }`, outOfRange('first', 51, 50)],
  ['neighborhood(of: "aupe", depth: 0) { truncated }', outOfRange('depth', 0, 4)],
  ['neighborhood(of: "aupe", depth: 5) { truncated }', outOfRange('depth', 5, 4)],
  ['neighborhood(of: "aupe", first: 0) { truncated }', outOfRange('first', 0, 500)],
  ['neighborhood(of: "aupe", first: 501) { truncated }', outOfRange('first', 501, 500)],
  ...[`path(${ends}, certainty: CERTAIN) { length }`, 'neighborhood(of: "aupe", certainty: CERTAIN) { truncated }'].map(
    (query): (typeof refusals)[number] => [
      query,
      { argument: ['certainty'], allowed: '`certainty` together with `asOf` or `asToldBy`', message: 'certainty: ' },
    ],
  ),
  ['ranking(by: DEGREE, first: 0) { score }', outOfRange('first', 0, 100)],
  ['ranking(by: PAGERANK, first: 101) { score }', outOfRange('first', 101, 100)],
];

const errorsOf = async (query: string) => (await post(`{ ${query} }`)).body.errors;
const bad = ({ message, ...extensions }: (typeof refusals)[number][1]) => [
  { message: expect.stringContaining(message) as string, extensions: { code: 'BAD_USER_INPUT', ...extensions } },
];

describe('what cannot be is refused, with the argument and what is allowed', () => {
  test.each(refusals)('%s', async (query, error) => {
    expect(await errorsOf(query)).toMatchObject(bad(error));
  });

  test('an unknown day, type or kind', async () => {
    for (const argument of ['asOf: "soon"', 'types: [LIKES]', 'kinds: [CAT]']) {
      expect(await errorsOf(`path(${ends}, ${argument}) { length }`), argument).toHaveLength(1);
    }
  });

  // One that is misspelt would hide no way.
  test('an unknown entity that is to be left out', async () => {
    expect(await errorsOf(`path(${ends}, exclude: ["nobody"]) { length }`)).toMatchObject(bad(unknown('exclude')));
  });

  // The third time an operation is asked it runs compiled.
  test('however often it is asked', async () => {
    const { argument, allowed, message } = unknown('of', 'again');
    for (let time = 1; time <= 4; time += 1) {
      const query = 'neighborhood(of: "again") { truncated edges { certainty } }';
      expect(await errorsOf(query), `time ${time}`).toMatchObject(bad({ argument, allowed, message }));
    }
  });
});
