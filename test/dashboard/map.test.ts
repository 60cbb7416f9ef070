/** The map's own reckoning: what is shown, where it stands, which names have room, and how a way reads. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atLeast,
  counted,
  type Facts,
  neighborhoodFacts,
  wholeFacts,
  withOpenedUp,
} from '../../src/dashboard/map/facts.ts';
import { drawLabels, type Label } from '../../src/dashboard/map/labels.ts';
import { graphOf, slicesFor, stretched } from '../../src/dashboard/map/layout.ts';
import { byColor } from '../../src/dashboard/map/palette.ts';
import { en } from '../../src/dashboard/words/en.ts';
import type { OpenedUpQuery, WholeGraphQuery } from '../../src/generated/operations/graphql.ts';
import { relationshipDefinition, relationshipTypeNames } from '../../src/registry/index.ts';

const entity = (id: string) => ({ id, kind: 'UNION' as const, name: id.toUpperCase(), nameLanguage: 'EN' as const });
const said = (id: string, type: 'PART_OF' | 'HOLDS' = 'PART_OF') => ({
  ...{ id, type, label: 'is', inverseLabel: 'has', accordingTo: null },
});

/** Facts from pairs of ids: `a b`. */
const star = (...pairs: readonly string[]): Facts => {
  const ends = pairs.map((pair) => pair.split(' ') as [string, string]);
  return neighborhoodFacts({
    neighborhood: {
      truncated: false,
      nodes: [...new Set(ends.flat())].map((id) => ({ distance: 0, entity: entity(id) })),
      edges: ends.map(([subject, object]) => ({
        certainty: null,
        relationship: { ...said(`${subject}.${object}`), subject: { id: subject }, object: { id: object } },
      })),
    },
  });
};

const opened = (id: string, ...others: readonly string[]): NonNullable<OpenedUpQuery['nodes'][number]> => ({
  ...entity(id),
  relationships: {
    pageInfo: { hasNextPage: false },
    edges: others.map((other) => ({
      certainty: null,
      direction: 'OUT' as const,
      node: said(`${id}.${other}`),
      other: entity(other),
    })),
  },
});

describe('what is shown', () => {
  test('what is opened up adds its neighbours, and what these have to do with what is there', () => {
    const base = star('a b');
    const facts = withOpenedUp(base, { nodes: [opened('b', 'c'), null] }, { nodes: [opened('c', 'a', 'far')] });
    expect([...facts.entities.keys()]).toEqual(['a', 'b', 'c']);
    expect([...facts.relationships.keys()]).toEqual(['a.b', 'b.c', 'c.a']);
  });

  test('of the whole graph, a relationship whose other end was not read yet is left out', () => {
    const page = (
      hasNextPage: boolean,
      ...nodes: readonly [string, string, 'PART_OF' | 'HOLDS'][]
    ): WholeGraphQuery => ({
      entities: {
        pageInfo: { hasNextPage, endCursor: 'x' },
        nodes: nodes.map(([id, other, type]) => ({
          ...entity(id),
          relationships: {
            pageInfo: { hasNextPage: false },
            edges: [{ certainty: null, node: said(`${id}.${other}`, type), other: { id: other } }],
          },
        })),
      },
    });
    const [one, two] = [page(true, ['a', 'b', 'HOLDS']), page(false, ['b', 'c', 'PART_OF'], ['c', 'b', 'PART_OF'])];
    expect(wholeFacts([one], [])).toMatchObject({ truncated: true, relationships: new Map() });
    expect([...wholeFacts([one, two], []).relationships.keys()]).toEqual(['a.b', 'b.c', 'c.b']);
    expect([...wholeFacts([one, two], ['HOLDS']).entities.keys()]).toEqual(['a', 'b']);
  });

  test('counts never say less than what is shown', () => {
    const shown = counted(['a', 'x', 'x']);
    expect([...shown]).toEqual([
      ['x', 2],
      ['a', 1],
    ]);
    expect(atLeast(new Map([['x', 5]]), shown)).toEqual(
      new Map([
        ['x', 5],
        ['a', 1],
      ]),
    );
  });
});

describe('where it stands', () => {
  const facts = star('a b', 'a c', 'b c', 'c d', 'd e', 'b a');
  test('the same facts begin at the same places, each at one of its own', () => {
    const places = () => graphOf(facts, new Map()).mapNodes((_id, { x, y }) => `${x} ${y}`);
    expect(places()).toEqual(places());
    expect(new Set(places()).size).toBe(5);
  });

  test('all relationships between two entities are one line', () => {
    const graph = graphOf(facts, new Map());
    expect(graph.size).toBe(5);
    expect(graph.getEdgeAttribute('a.b', 'relationships').map(({ id }) => id)).toEqual(['a.b', 'b.a']);
  });

  test('what stood stays where it was, and what is new begins beside its neighbour', () => {
    const known = new Map(['a', 'b', 'c', 'd'].map((id, index) => [id, { x: 1000 + index, y: 500 }]));
    const graph = graphOf(facts, known);
    expect(graph.getNodeAttributes('a')).toMatchObject({ x: 1000, y: 500 });
    expect(graph.getNodeAttributes('e')).toMatchObject({ x: 1003, y: 500 });
    expect(slicesFor(graph, known)).toBeLessThan(slicesFor(graph, new Map()));
    expect(slicesFor(graph, new Map([...known, ['e', { x: 0, y: 0 }]]))).toBe(0);
  });

  test('a wide screen has a wide map, and the arranged one is left as it is', () => {
    const graph = graphOf(facts, new Map());
    const before = graph.getNodeAttributes('c');
    const wide = stretched(graph, 1.44).getNodeAttributes('c');
    expect(wide.x).toBeCloseTo(before.x * 1.2);
    expect(wide.y).toBeCloseTo(before.y / 1.2);
    expect(graph.getNodeAttributes('c')).toEqual(before);
  });
});

test('a kind that has no colour yet stands after those that have', () => {
  expect(['NEW_KIND', 'ARTICLE', 'UNION'].sort(byColor)).toEqual(['UNION', 'ARTICLE', 'NEW_KIND']);
});

describe('names', () => {
  const palette = { raised: '', ink: '', quiet: '', line: '', accent: '', font: '', of: () => '' };
  /** What is written where, on a canvas whose letters are 7 wide. */
  const written = (labels: readonly Label[]): { text: string; x: number; y: number }[] => {
    const done: { text: string; x: number; y: number }[] = [];
    const context = {
      measureText: (text: string) => ({ width: text.length * 7 }),
      strokeText: () => undefined,
      fillText: (text: string, x: number, y: number) => done.push({ text, x, y }),
    };
    drawLabels(context as unknown as CanvasRenderingContext2D, labels, palette, 600);
    return done;
  };

  test('none covers another, and none leaves the canvas', () => {
    const label = fc.record({
      text: fc.string({ minLength: 1, maxLength: 60 }),
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 400 }),
      size: fc.integer({ min: 2, max: 18 }),
      forced: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), (labels) => {
        const all = written(labels);
        for (const [index, one] of all.entries()) {
          expect(one.x).toBeGreaterThanOrEqual(2);
          expect(one.x + one.text.length * 7).toBeLessThanOrEqual(598);
          for (const other of all.slice(index + 1)) {
            const beside = one.x + one.text.length * 7 <= other.x || other.x + other.text.length * 7 <= one.x;
            expect(beside || Math.abs(one.y - other.y) >= 13).toBe(true);
          }
        }
      }),
    );
  });

  test('the larger choose their place first, and what must be named is', () => {
    const small = { text: 'a small one', x: 300, y: 200, size: 3, forced: false };
    const large = { text: 'the large one', x: 300, y: 200, size: 12, forced: false };
    const crowd = Array.from({ length: 30 }, () => large);
    expect(written([small, { ...large, x: 100, y: 60 }]).map(({ text }) => text)).toEqual([
      'the large one',
      'a small one',
    ]);
    expect(written([...crowd, small]).map(({ text }) => text)).not.toContain('a small one');
    expect(written([...crowd, { ...small, forced: true }]).map(({ text }) => text)).toContain('a small one');
  });
});

describe('how a way reads', () => {
  const labels = relationshipTypeNames.flatMap((type) => {
    const { label, inverse } = relationshipDefinition(type);
    return [label, inverse];
  });

  test.each(labels)('“%s” is a verb in the sentence', (label) => {
    expect(en.path.verb(label)).toMatch(/^(\w+s|may \w+|saw|published)( |$)/);
    // A verb that is led by “is”, or a sentence that is over before its object.
    expect(en.path.verb(label)).not.toMatch(/^is (is|has|\w+s) | it$/);
  });

  test('participles and phrases are led by “is”, verbs stand alone', () => {
    expect(en.path.verb('held by')).toBe('is held by');
    expect(en.path.verb('at stake in')).toBe('is at stake in');
    expect(en.path.verb('published')).toBe('published');
    expect(en.path.verb('published by')).toBe('is published by');
    expect(en.path.verb('holds the office of')).toBe('holds the office of');
  });
});
