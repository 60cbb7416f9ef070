/** Web Annotations, asked by SPARQL and compared with the API; and what they select in a text. */
import { expect, inject, test } from 'vitest';
import { seed } from '../../src/seeding/seed.ts';
import { ask } from '../ask.ts';
import { articleText, base, folderOf } from '../seeding/fixture.ts';
import { addressOf, download, openForTest, serve } from './service.ts';
import { datasetsIn, inOrder, license, rows, storeOf } from './sparql.ts';

const iri = (id: string, service = inject('url')): string => new URL(`/id/${encodeURIComponent(id)}`, service).href;

test('SPARQL finds the facts that rest on a paragraph, and of what data that is', async () => {
  const store = await storeOf(await download('annotations.jsonld'));
  const [article, paragraph] = ['cbc-2015-05-12', 12];
  const found = rows(
    store,
    `SELECT DISTINCT ?annotation ?fact ?basis WHERE {
       ?annotation a oa:Annotation ; oa:motivatedBy oa:linking ; oa:hasBody ?fact ; lg:basis ?basis ; oa:hasTarget ?target .
       ?target oa:hasSource <${iri(article)}> ; oa:hasSelector ?selector .
       ?selector a oa:FragmentSelector ; dcterms:conformsTo <http://tools.ietf.org/rfc/rfc5147> ;
         rdf:value "line=${paragraph - 1},${paragraph}" }`,
  );
  const { evidence, graph } = await ask<{
    evidence: { nodes: { basis: string; fact: { id: string } }[] };
    graph: { version: number; digest: string };
  }>(
    `{ evidence(filter: { article: "${article}", paragraph: ${paragraph} }, first: 100) { nodes { basis fact {
         ... on Entity { id } ... on Relationship { id } ... on Term { id } ... on Provision { id }
         ... on LegislationStage { id } } } }
       graph { version digest } }`,
  );
  expect(evidence.nodes.length).toBeGreaterThan(2);
  expect(inOrder(found.map(({ fact, basis }) => ({ fact, basis })))).toEqual(
    inOrder(evidence.nodes.map(({ basis, fact }) => ({ fact: iri(fact.id), basis }))),
  );
  expect(rows(store, 'SELECT DISTINCT ?attribute WHERE { ?annotation lg:supports ?attribute }')).toContainEqual({
    attribute: 'urn:labourgraph:vocabulary:start',
  });
  // Its IRI is that of the evidence, which leads to what it is evidence of.
  expect((await fetch(found[0]?.['annotation'] ?? '')).status).toBe(200);
  expect(datasetsIn(store)).toEqual([{ version: String(graph.version), digest: graph.digest, license }]);
});

interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly target: unknown;
}

test('every piece of evidence with an address is one annotation; those without are counted', async () => {
  const response = await fetch(addressOf('annotations.jsonld'));
  const { '@graph': nodes } = (await response.json()) as { '@graph': Annotation[] };
  const annotations = nodes.filter(({ type }) => type === 'Annotation');
  const { evidence } = await ask<{ evidence: { totalCount: number } }>('{ evidence { totalCount } }');
  const leftOut = Number(response.headers.get('x-left-out'));
  expect(leftOut).toBeGreaterThan(0);
  expect(new Set(annotations.map(({ id }) => id)).size).toBe(evidence.totalCount - leftOut);
  const cited = annotations.flatMap(({ target }) => (typeof target === 'string' ? [target] : []));
  expect(cited.length).toBeGreaterThan(0);
  for (const url of cited) expect(url).toMatch(/^https?:\/\//);
});

test('they can be had for some kinds, as of a day', async () => {
  const bodies = async (query: string): Promise<string[]> => {
    const store = await storeOf(await download(`annotations.jsonld?${query}`));
    return rows(store, 'SELECT DISTINCT ?fact WHERE { [] oa:hasBody ?fact } ORDER BY ?fact').map(
      ({ fact }) => `${fact}`,
    );
  };
  const graph = async (query: string): Promise<string[]> => {
    const store = await storeOf(await download(`graph.jsonld?${query}`));
    // What has evidence with an address.
    return rows(
      store,
      `SELECT DISTINCT ?fact WHERE { ?fact lg:evidence ?proof
         FILTER EXISTS { ?proof dcterms:source|schema:url ?where } } ORDER BY ?fact`,
    ).map(({ fact }) => `${fact}`);
  };
  const counts: number[] = [];
  for (const query of [
    '',
    'kinds=PERSON,OFFICE',
    'kinds=LEGISLATION',
    'asOf=2015-05-12',
    'kinds=PERSON,OFFICE&asOf=2015-05-12',
  ]) {
    const found = await bodies(query);
    expect(found, query).toEqual(await graph(query));
    counts.push(found.length);
  }
  expect(new Set(counts).size).toBe(counts.length);
});

/** A service over the fixture, with the text of its article or without. */
async function serveFixture(withText: boolean): Promise<{ service: string; text: string }> {
  const folder = folderOf({ 'seeds/facts.yaml': base, 'articles/news-1.txt': articleText });
  const database = await openForTest();
  const articlesFolder = withText ? `${folder}/articles` : undefined;
  await seed(database.prisma, { seedsFolder: `${folder}/seeds`, articlesFolder });
  const service = await serve(database);
  return { service, text: await download('annotations.jsonld', service) };
}

test('in a text, a target is an anchor as it is written there; nothing else of the text is given', async () => {
  const { service, text } = await serveFixture(true);
  const store = await storeOf(text, service);
  const found = rows(
    store,
    `SELECT ?fact ?lines ?exact ?start ?end WHERE {
       [] oa:hasBody ?fact ; oa:hasTarget [ oa:hasSource <${iri('news-1', service)}> ; oa:hasSelector ?paragraph ] .
       ?paragraph rdf:value ?lines ; oa:refinedBy ?quote, ?position .
       ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
       ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end }`,
  );
  const of = { fact: iri('example-union', service), lines: 'line=0,1' };
  // Its status and its end are left open there, each a piece of evidence.
  const open = { fact: iri('dispute', service), lines: 'line=1,2', exact: 'Talks', start: '0', end: '5' };
  expect(inOrder(found)).toEqual(
    inOrder([
      { ...of, exact: 'Example Union', start: '5', end: '18' },
      { ...of, exact: '22,000', start: '22', end: '28' },
      open,
      open,
    ]),
  );
  const paragraphs = articleText.split('\n\n');
  for (const { exact, start, end, lines } of found)
    expect([...(paragraphs[Number(lines?.match(/\d/)?.[0])] ?? '')].slice(Number(start), Number(end)).join('')).toBe(
      exact,
    );
  for (const words of ['members', 'met on', 'left the']) expect(text).not.toContain(words);
});

test('without the text, the target is the paragraph', async () => {
  const { service, text } = await serveFixture(false);
  const store = await storeOf(text, service);
  const of = (id: string, lines: string) => ({ fact: iri(id, service), lines });
  expect(
    rows(
      store,
      `SELECT DISTINCT ?fact ?lines WHERE {
         [] oa:hasBody ?fact ; oa:hasTarget [ oa:hasSource <${iri('news-1', service)}> ; oa:hasSelector ?paragraph ] .
         ?paragraph rdf:value ?lines FILTER NOT EXISTS { ?paragraph oa:refinedBy ?more } }`,
    ),
  ).toEqual([of('example-union', 'line=0,1'), of('dispute', 'line=1,2')]);
  expect(text).not.toContain('exact');
});
