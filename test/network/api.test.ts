/** Ways, neighbourhoods and ranks over the project's own facts, asked for over HTTP. */
import { describe, expect, test } from 'vitest';
import { rank } from '../../src/graph/index/ranking.ts';
import { ask, post } from '../ask.ts';
import { expectEvidence, huffpost2014, type Id, ids, Source, type Sourced } from '../questions/evidence.ts';
import { adjacencyOf } from './graphs.ts';

interface Step extends Sourced {
  readonly entity: Id & { readonly kind: string };
  readonly relationship: (Id & { readonly type: string; readonly subject: Id; readonly object: Id }) | null;
  readonly label: string | null;
  readonly direction: 'OUT' | 'IN' | null;
  readonly certainty: string | null;
}
interface Path {
  readonly length: number;
  readonly steps: readonly Step[];
}
interface Search {
  readonly outcome: string;
  readonly paths: readonly Path[];
}

const Way = /* GraphQL */ `
  fragment Way on Path {
    length
    steps {
      entity { id kind } relationship { id type subject { id } object { id } } label direction certainty
      evidence { nodes { ...Source } }
    }
  }
  ${Source}
`;
const searchFor = async (args: string): Promise<Search> =>
  (await ask<{ paths: Search }>(`{ paths(${args}) { outcome paths { ...Way } } } ${Way}`)).paths;
const pathFor = async (args: string): Promise<Path | null> =>
  (await ask<{ path: Path | null }>(`{ path(${args}) { ...Way } } ${Way}`)).path;
const over = (path: Path | null | undefined): string[] => ids((path?.steps ?? []).map(({ entity }) => entity));

const redfordToSmith = 'from: "alison-redford", to: "guy-smith"';
const byOffice = `${redfordToSmith}, types: [HOLDS, OFFICE_OF, PARTY_TO]`;

describe('Q45: how Alison Redford is connected with Guy Smith', () => {
  const throughRound = [
    'alison-redford',
    'premier-of-alberta',
    'government-of-alberta',
    'alberta-round-2013-14',
    'aupe',
    'president-of-aupe',
    'guy-smith',
  ];

  test('by what they hold and what their sides are parties to, each hop with its evidence', async () => {
    const { outcome, paths } = await searchFor(`${byOffice}, asOf: "2014-01-24"`);
    expect(outcome).toBe('FOUND');
    expect(paths.map(over)).toContainEqual(throughRound);
    for (const { length, steps } of paths) {
      expect([length, steps.length]).toEqual([6, 7]);
      for (const [index, step] of steps.entries()) {
        if (index > 0) expect(step.evidence.nodes, step.entity.id).not.toHaveLength(0);
      }
      expectEvidence(steps, huffpost2014, [3, 4, 7]);
    }
    expect(await pathFor(`${byOffice}, asOf: "2014-01-24"`)).toEqual(paths[0]);
  });

  test('each hop reads in the direction of travel', async () => {
    const { paths } = await searchFor(`${byOffice}, asOf: "2014-01-24"`);
    const path = paths.find((one) => over(one).includes('alberta-round-2013-14'));
    expect(path?.steps.map(({ label }) => label)).toEqual([
      null,
      'holds the office of',
      'is an office of',
      'is a party to',
      'has as a party',
      'has the office of',
      'held by',
    ]);
    expect(path?.steps[0]).toMatchObject({
      relationship: null,
      direction: null,
      certainty: null,
      evidence: { nodes: [] },
    });
    for (const [index, { entity, relationship, direction, certainty }] of (path?.steps ?? []).entries()) {
      if (index === 0) continue;
      expect(certainty).toBe('CERTAIN');
      const ends = [relationship?.subject.id, relationship?.object.id];
      const travelled = [path?.steps[index - 1]?.entity.id, entity.id];
      expect(direction === 'OUT' ? ends : ends.reverse()).toEqual(travelled);
    }
  });

  test('not before she was premier; a day on which he may or may not preside is possible, and not certain', async () => {
    expect(await pathFor(`${byOffice}, asOf: "2010-01-01"`)).toBeNull();
    const march = await pathFor(`${byOffice}, asOf: "2014-03-01"`);
    expect(march?.steps.map(({ certainty }) => certainty).slice(1)).toEqual([...Array(5).fill('CERTAIN'), 'POSSIBLE']);
    expect(await pathFor(`${byOffice}, asOf: "2014-03-01", certainty: CERTAIN`)).toBeNull();
    expect(await pathFor(`${byOffice}, asOf: "2014-03-01", certainty: POSSIBLE`)).toEqual(march);
    // Without a day nothing is said of certainty.
    expect((await pathFor(byOffice))?.steps.map(({ certainty }) => certainty)).toEqual(Array(7).fill(null));
  });

  test('over fewer steps where all types may be walked, and not where too few are allowed', async () => {
    expect((await pathFor(redfordToSmith))?.length).toBe(2);
    expect(await searchFor(`${byOffice}, maxDepth: 5`)).toEqual({ outcome: 'NONE', paths: [] });
    expect((await searchFor(`${byOffice}, maxDepth: 6`)).outcome).toBe('FOUND');
  });

  test('around what is excluded, and only through the kinds that are named', async () => {
    const around = await searchFor(`${byOffice}, exclude: ["alberta-round-2013-14"]`);
    expect(around.paths.length).toBeGreaterThan(0);
    for (const path of around.paths) expect(over(path)).not.toContain('alberta-round-2013-14');
    expect((await searchFor(`${byOffice}, exclude: ["aupe"], maxDepth: 10`)).paths).toEqual([]);
    const kinds = 'kinds: [OFFICE, GOVERNMENT, UNION, DISPUTE]';
    const { paths } = await searchFor(`${byOffice}, ${kinds}`);
    expect(paths.map((path) => path.steps[3]?.entity.kind)).toEqual(paths.map(() => 'DISPUTE'));
    expect(paths.length).toBeGreaterThan(0);
    expect(await pathFor(`${byOffice}, kinds: [OFFICE, GOVERNMENT, UNION]`)).toBeNull();
  });

  test('over several ways, shortest first, each over other entities', async () => {
    const { paths } = await searchFor(`${redfordToSmith}, first: 50`);
    expect(paths).toHaveLength(50);
    const lengths = paths.map(({ length }) => length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(paths.map((path) => over(path).join())).size).toBe(50);
    expect((await searchFor(`${redfordToSmith}, first: 3`)).paths).toEqual(paths.slice(0, 3));
  });
});

describe('AUPE and PSAC', () => {
  const unions = 'from: "aupe", to: "psac"';
  test('have nothing to do with each other once hubs are left out, and the answer says so', async () => {
    expect(await pathFor(unions)).toBeNull();
    expect(await searchFor(unions)).toEqual({ outcome: 'ONLY_THROUGH_HUBS', paths: [] });
    expect(await searchFor(`${unions}, throughHubs: false, maxDepth: 10`)).toMatchObject({ paths: [] });
  });

  test('are both under Canadian law, if hubs are walked through or named as kinds', async () => {
    for (const asked of ['throughHubs: true', 'kinds: [JURISDICTION]']) {
      const path = await pathFor(`${unions}, ${asked}`);
      expect(over(path)).toEqual(['aupe', 'alberta', 'canada', 'psac']);
    }
    expect(await searchFor(`${unions}, types: [HOLDS], throughHubs: true`)).toEqual({ outcome: 'NONE', paths: [] });
    // With kinds named, no hub is left out but those that were not asked for.
    expect(await searchFor(`${unions}, kinds: [UNION]`)).toEqual({ outcome: 'NONE', paths: [] });
    expect(await searchFor(`${unions}, maxDepth: 2`)).toEqual({ outcome: 'NONE', paths: [] });
  });
});

describe('ranking', () => {
  interface Ranked {
    readonly entity: Id & { readonly kind: string; readonly relationships: { readonly totalCount: number } };
    readonly score: number;
  }
  const ranked = async (args: string): Promise<readonly Ranked[]> => {
    const query = `{ ranking(${args}) { entity { id kind relationships { totalCount } } score } }`;
    const { ranking } = await ask<{ ranking: readonly Ranked[] }>(query);
    for (const [index, { score }] of ranking.entries()) {
      expect(score).toBeLessThanOrEqual(ranking[index - 1]?.score ?? Number.POSITIVE_INFINITY);
    }
    return ranking;
  };

  test('by DEGREE counts relationships', async () => {
    const ranking = await ranked('by: DEGREE, first: 100');
    expect(ranking).toHaveLength(100);
    expect(ranking.map(({ score }) => score)).toEqual(ranking.map(({ entity }) => entity.relationships.totalCount));
    expect(await ranked('by: DEGREE')).toEqual(ranking.slice(0, 20));
  });

  test('looks only at the kinds, types and day that are asked about', async () => {
    const kinds = 'kinds: [PERSON, OFFICE]';
    const held = await ranked(`by: DEGREE, ${kinds}, types: [HOLDS], asOf: "2014-01-24", first: 100`);
    expect(new Set(held.map(({ entity }) => entity.kind))).toEqual(new Set(['PERSON', 'OFFICE']));
    const scoreOf = (id: string) => held.find(({ entity }) => entity.id === id)?.score;
    expect([scoreOf('alison-redford'), scoreOf('premier-of-alberta')]).toEqual([1, 1]);
    const before = await ranked(`by: DEGREE, ${kinds}, types: [HOLDS], asOf: "1900-01-01", first: 100`);
    expect(before.find(({ entity }) => entity.id === 'alison-redford')?.score).toBe(0);
  });

  test('of a day says whether all that it rests on holds then for certain, and can be asked for that alone', async () => {
    interface Sure {
      readonly entity: Id;
      readonly score: number;
      readonly certainty: string | null;
    }
    const of = async (args: string): Promise<readonly Sure[]> =>
      (await ask<{ ranking: readonly Sure[] }>(`{ ranking(${args}, first: 100) { entity { id } score certainty } }`))
        .ranking;
    const held = 'kinds: [PERSON, OFFICE], types: [HOLDS]';
    for (const { certainty } of await of(`by: DEGREE, ${held}`)) expect(certainty).toBeNull();
    const [then, sure] = [
      await of(`by: DEGREE, ${held}, asOf: "2014-01-20"`),
      await of(`by: DEGREE, ${held}, asOf: "2014-01-20", certainty: CERTAIN`),
    ];
    const surely = new Map(sure.map(({ entity, score }) => [entity.id, score]));
    for (const { entity, score, certainty } of then)
      expect(certainty, entity.id).toBe(score === surely.get(entity.id) ? 'CERTAIN' : 'POSSIBLE');
    expect(new Set(then.map(({ certainty }) => certainty))).toEqual(new Set(['CERTAIN', 'POSSIBLE']));
    expect(new Set(sure.map(({ certainty }) => certainty))).toEqual(new Set(['CERTAIN']));
    for (const by of ['PAGERANK', 'BETWEENNESS']) {
      const certainties = async (more: string) =>
        new Set((await of(`by: ${by}, ${held}, asOf: "2014-01-20"${more}`)).map(({ certainty }) => certainty));
      expect(await certainties('')).toEqual(new Set(['POSSIBLE']));
      expect(await certainties(', certainty: CERTAIN')).toEqual(new Set(['CERTAIN']));
    }
  });

  test('by PAGERANK gives shares of 1, alike where nothing relates to anything', async () => {
    const governments = await ranked('by: PAGERANK, kinds: [GOVERNMENT, JURISDICTION], first: 100');
    expect(governments.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 2);
    const people = await ranked('by: PAGERANK, kinds: [PERSON], types: [HOLDS], first: 100');
    for (const { score } of people) expect(score).toBeCloseTo(1 / people.length, 5);
  });

  test('by BETWEENNESS finds who stands between: offices, and not their holders', async () => {
    const ranking = await ranked('by: BETWEENNESS, types: [HOLDS, OFFICE_OF], first: 100');
    const [between, ends] = [ranking.filter(({ score }) => score > 0), ranking.filter(({ score }) => score === 0)];
    expect(new Set(between.map(({ entity }) => entity.kind))).toEqual(new Set(['OFFICE']));
    expect(between.every(({ score }) => score < 1)).toBe(true);
    expect(ends.length).toBeGreaterThan(0);
  });

  test('refuses more entities than the measure can be worked out over', async () => {
    const nodes = Array.from({ length: 2_001 }, (_, seq) => ({ seq, id: `e${seq}`, kind: 'UNION' as const }));
    const many = adjacencyOf({ nodes: new Map(nodes.map((node) => [node.id, node])), edges: new Map() });
    await expect(rank(many, { by: 'BETWEENNESS' })).rejects.toMatchObject({
      name: 'InvalidArgument',
      argument: ['kinds'],
      allowed: 'kinds with at most 2000 entities together',
    });
    expect(await rank(many, { by: 'DEGREE', first: 1 })).toEqual([{ id: 'e0', score: 0, certainty: null }]);
  });
});

test('every answer says of what data it was computed', async () => {
  const { body } = await post<{ graph: object }>('{ graph { version digest } }');
  expect(body.data?.graph).toEqual({
    version: expect.any(Number) as number,
    digest: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
  const queries = [
    '{ graph { version digest } }',
    '{ path(from: "aupe", to: "psac") { length } }',
    '{ path(from: "x") }',
  ];
  const extensions = await Promise.all(
    queries.map(async (query) => ((await post(query)).body as { extensions?: { graph?: object } }).extensions?.graph),
  );
  // A query that is not carried out has no answer that could be cited.
  expect(extensions).toEqual([body.data?.graph, body.data?.graph, undefined]);
});

test.each(['DEGREE', 'PAGERANK', 'BETWEENNESS'])('a ranking by %s of nothing, of one and of two is one', async (by) => {
  for (const [kinds, most] of [
    ['', 0],
    ['BARGAINING_UNIT', 1],
    ['COURT, BARGAINING_UNIT', 2],
    ['DISPUTE', 2],
  ] as const) {
    const { ranking } = await ask<{ ranking: { score: number }[] }>(
      `{ ranking(by: ${by}, kinds: [${kinds}]) { score } }`,
    );
    expect(ranking.length, kinds).toBeLessThanOrEqual(most);
    for (const { score } of ranking) expect(score).toBeGreaterThanOrEqual(0);
  }
});
