/** Exports opened by tools of others, and asked a question there, whose answer is compared with the API's. */
import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph, MultiUndirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { expect, inject, test } from 'vitest';
import { seed } from '../../src/seeding/seed.ts';
import { ask } from '../ask.ts';
import { base, folderOf } from '../seeding/fixture.ts';
import { download, openForTest, serve } from './service.ts';
import { datasetsIn, inOrder, license, rows, storeOf } from './sparql.ts';

const iriBase = (): string => new URL('/id/', inject('url')).href;

test('SPARQL finds who published what an agency wrote, without reification', async () => {
  const store = await storeOf(await download('graph.jsonld'));
  const found = rows(
    store,
    `SELECT ?article ?publisher WHERE { ?article a schema:NewsArticle ; schema:publisher ?publisher }`,
  );
  const { articles } = await ask<{
    articles: { nodes: { id: string; relationships: { nodes: { object: { id: string } }[] } }[] };
  }>(`{ articles(first: 100) { nodes { id
        relationships(types: [PUBLISHED_BY], first: 100) { nodes { object { id } } } } } }`);
  const said = articles.nodes.flatMap(({ id, relationships }) =>
    relationships.nodes.map(({ object }) => ({ article: iriBase() + id, publisher: iriBase() + object.id })),
  );
  expect(said.length).toBeGreaterThan(2);
  expect(inOrder(found)).toEqual(inOrder(said));
});

test('SPARQL finds when somebody held an office, where the days are known, and of what data that is', async () => {
  const store = await storeOf(await download('graph.jsonld'));
  const terms = rows(
    store,
    `SELECT ?who ?from WHERE { ?term a org:Membership ; org:member ?who ; opengov:post ?post ; schema:startDate ?from }`,
  );
  const { relationships } = await ask<{
    relationships: { nodes: { subject: { id: string }; validFrom: { earliest: string; latest: string } | null }[] };
  }>(
    '{ relationships(filter: { types: [HOLDS] }, first: 100) { nodes { subject { id } validFrom { earliest latest } } } }',
  );
  const dated = relationships.nodes.filter(({ validFrom }) => validFrom && validFrom.earliest === validFrom.latest);
  expect(dated.length).toBeGreaterThan(0);
  expect(terms.map(({ who, from }) => `${who} ${from}`).sort()).toEqual(
    dated.map(({ subject, validFrom }) => `${iriBase()}${subject.id} ${validFrom?.earliest}`).sort(),
  );
  const { graph } = await ask<{ graph: { version: number; digest: string } }>('{ graph { version digest } }');
  expect(datasetsIn(store)).toEqual([{ version: String(graph.version), digest: graph.digest, license }]);
});

test('columns of numbers are numbers alone, so that they can be summed', async () => {
  const read = async (name: string): Promise<Record<string, unknown>[]> =>
    parse(await download(name), {
      columns: true,
      cast: (cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell),
    });
  const units = await read('entities.csv?kinds=BARGAINING_UNIT');
  const { bargainingUnits } = await ask<{ bargainingUnits: { nodes: { size: number | null }[] } }>(
    '{ bargainingUnits(first: 100) { nodes { size } } }',
  );
  const sum = (cells: unknown[]): number => cells.reduce<number>((total, cell) => total + Number(cell), 0);
  expect(sum(units.map((unit) => unit['size']))).toBe(sum(bargainingUnits.nodes.map(({ size }) => size ?? 0)));
  const terms = await read('terms.csv');
  for (const { id, value } of terms) expect(value === '' || typeof value === 'number', String(id)).toBe(true);
  expect(terms.filter(({ notStated }) => notStated === 'value').length).toBeGreaterThan(0);
  expect(terms.every(({ notStated, value }) => notStated === '' || value === '')).toBe(true);
});

test('the shortest way in the GraphML is that of the API, and the graph says of what data it is', async () => {
  const types = ['HOLDS', 'OFFICE_OF', 'PARTY_TO'];
  const { path } = await ask<{ path: { steps: { entity: { id: string } }[] } }>(
    `{ path(from: "alison-redford", to: "guy-smith", types: [${types}], asOf: "2014-01-24") { steps { entity { id } } } }`,
  );
  const graph = parseGraphml(MultiDirectedGraph, await download('graph.graphml?asOf=2014-01-24'));
  const walked = new MultiUndirectedGraph();
  for (const node of graph.nodes()) walked.addNode(node);
  graph.forEachEdge((_, { type }, source, target) => {
    if (types.includes(String(type))) walked.addEdge(source, target);
  });
  const way = bidirectional(walked, 'alison-redford', 'guy-smith');
  expect(way?.length).toBeGreaterThan(2);
  expect(way).toHaveLength(path.steps.length);
  const { graph: data } = await ask<{ graph: { version: number; digest: string } }>('{ graph { version digest } }');
  expect(graph.getAttributes()).toMatchObject({ version: String(data.version), digest: data.digest });
});

test('an address that is no IRI is one in linked data', async () => {
  const address = 'https://example.org/a|b/100%?list[]={x}&y=%20^#`z\\';
  const named = `evidence: [{external: The library, url: '${address}'}]`;
  const database = await openForTest();
  const seeds = base.replace(
    'summary: Another person.\n  evidence: [{external: The library}]',
    `summary: B.\n  ${named}`,
  );
  await seed(database.prisma, { seedsFolder: folderOf({ 'facts.yaml': seeds }) });
  expect(await database.prisma.evidence.count({ where: { url: address } })).toBe(1);
  const service = await serve(database);
  for (const name of ['graph.jsonld', 'provenance.jsonld', 'annotations.jsonld']) {
    const store = await storeOf(await download(name, service), service);
    const found = rows(
      store,
      'SELECT DISTINCT ?page WHERE { ?s ?p ?page FILTER (contains(str(?page), "example.org/a")) }',
    );
    expect(found, name).toEqual([{ page: 'https://example.org/a%7Cb/100%25?list%5B%5D=%7Bx%7D&y=%20%5E#%60z%5C' }]);
  }
});
