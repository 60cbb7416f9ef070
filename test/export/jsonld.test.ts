/** JSON-LD, expanded and flattened by jsonld.js, offline, and compared with what the API says. */
import jsonld from 'jsonld';
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { byId, entitiesSaid, relationshipsSaid } from './graph.ts';
import { addressOf, download } from './service.ts';

type Value = {
  readonly '@id'?: string;
  readonly '@value'?: unknown;
  readonly '@language'?: string;
  readonly '@type'?: string;
};
type Node = { readonly '@id': string; readonly '@type'?: readonly string[] } & Readonly<
  Record<string, readonly Value[]>
>;

/** Knows the published context, and nothing else of the world. */
const documentLoader = async (url: string) => {
  if (url !== addressOf('context.jsonld')) throw new Error(`the network was asked for ${url}`);
  return { contextUrl: undefined, documentUrl: url, document: JSON.parse(await download('context.jsonld')) };
};

async function flatten(name: string): Promise<Map<string, Node>> {
  const document = JSON.parse(await download(name));
  const nodes = (await jsonld.flatten(document, undefined, { documentLoader })) as unknown as Node[];
  return new Map(nodes.map((node) => [node['@id'], node]));
}

const word = (name: string): string => `urn:labourgraph:vocabulary:${name}`;
const iri = (id: string): string => new URL(`/id/${encodeURIComponent(id)}`, inject('url')).href;
const values = (node: Node | undefined, property: string): unknown[] =>
  (node?.[property] ?? []).map((value) => value['@value'] ?? value['@id']);
const ofType = (nodes: Map<string, Node>, type: string): Node[] =>
  [...nodes.values()].filter((node) => node['@type']?.includes(type));

test('every entity is a node of its kind and of the standards’ classes, with its names and its evidence', async () => {
  const nodes = await flatten('graph.jsonld');
  const entities = await entitiesSaid();
  for (const { id, kind, names, summary, start, notStated, evidence } of entities) {
    const node = nodes.get(iri(id));
    expect(node?.['@type'], id).toContain(word(kind));
    expect(values(node, 'https://schema.org/description')).toEqual([summary]);
    const preferred = names.filter(({ type }) => type === 'PREFERRED');
    expect(node?.['https://schema.org/name']?.map((name) => [name['@value'], name['@language']]).sort()).toEqual(
      preferred.map(({ text, language }) => [text, language]).sort(),
    );
    expect(values(node, word('notStated')).sort()).toEqual(notStated.map(({ attribute }) => word(attribute)).sort());
    const proofs = values(node, word('evidence')).map((proof) => nodes.get(String(proof)));
    expect(
      proofs.map((proof) => [
        values(proof, word('basis'))[0],
        values(proof, 'http://purl.org/dc/terms/source')[0],
        values(proof, word('paragraph'))[0],
      ]),
    ).toEqual(
      evidence.nodes.map((one) => [
        one.basis,
        one.article ? iri(one.article.id) : undefined,
        one.paragraph ?? undefined,
      ]),
    );
    const date = nodes.get(String(values(node, word('start'))[0]));
    expect(values(date, word('edtf'))[0]).toBe(start?.edtf);
    expect(values(date, word('earliest'))[0]).toBe(start?.earliest ?? undefined);
  }
  expect(nodes.get(iri('tony-clement'))?.['@type']).toContain('http://www.w3.org/ns/person#Person');
  expect(nodes.get(iri('president-of-the-treasury-board'))?.['@type']).toContain('http://www.w3.org/ns/org#Post');
  expect(nodes.get(iri('bill-c-59-2015'))?.['https://schema.org/startDate']).toEqual([
    { '@type': 'http://www.w3.org/2001/XMLSchema#date', '@value': '2015-05-07' },
  ]);
});

test('an attribute that is left open, or has evidence of its own, is named in the project’s own words', async () => {
  const nodes = await flatten('graph.jsonld');
  const { '@context': context } = JSON.parse(await download('context.jsonld'));
  const { entities } = await ask<{
    entities: { nodes: { notStated: { attribute: string }[]; evidence: { nodes: { attribute: string | null }[] } }[] };
  }>(
    `{ entities(filter: { kinds: [ARTICLE, LEGISLATION] }, first: 100) { nodes {
         notStated { attribute } evidence(first: 100) { nodes { attribute } } } } }`,
  );
  const said = entities.nodes.flatMap(({ notStated, evidence }) => ({
    open: notStated.map(({ attribute }) => attribute),
    supported: evidence.nodes.flatMap(({ attribute }) => attribute ?? []),
  }));
  const named = (property: string): unknown[] => [...nodes.values()].flatMap((node) => values(node, word(property)));
  for (const [property, attributes] of [
    ['notStated', said.flatMap(({ open }) => open)],
    ['supports', said.flatMap(({ supported }) => supported)],
  ] as const) {
    // Some are called like a word that a standard has another IRI for.
    expect(attributes.filter((attribute) => attribute in context).length, property).toBeGreaterThan(0);
    const found = named(property);
    for (const attribute of attributes) expect(found, property).toContain(word(attribute));
    for (const iri of found) expect(iri, property).toMatch(/^urn:labourgraph:vocabulary:[a-z][A-Za-z]*$/);
  }
});

test('an entity is the same as what linked data call it, and has its identifiers', async () => {
  const nodes = await flatten('graph.jsonld');
  for (const { id, identifiers } of await entitiesSaid()) {
    const node = nodes.get(iri(id));
    const said = values(node, 'https://schema.org/identifier').map((one) => nodes.get(String(one)));
    expect(
      said.map((one) => [
        ...values(one, 'https://schema.org/propertyID'),
        ...values(one, 'https://schema.org/value'),
        ...values(one, 'https://schema.org/url'),
      ]),
      id,
    ).toEqual(identifiers.map(({ scheme, value, url }) => [scheme, value, url]));
  }
  const sameAs = 'http://www.w3.org/2002/07/owl#sameAs';
  expect(values(nodes.get(iri('tony-clement')), sameAs)).toEqual(['http://www.wikidata.org/entity/Q3531723']);
  // A page about it is not the thing.
  expect(values(nodes.get(iri('bill-c-59-2015')), sameAs)).toEqual([]);
});

test('every relationship is a statement with its evidence, and a term of office a membership', async () => {
  const nodes = await flatten('graph.jsonld');
  const said = byId(await relationshipsSaid(await entitiesSaid()));
  const found = ofType(nodes, word('Relationship'));
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  expect(found.map((node) => node['@id']).sort()).toEqual(said.map(({ id }) => iri(id)).sort());
  for (const { id, type, subject, object, evidence } of said) {
    const node = nodes.get(iri(id));
    expect(['subject', 'predicate', 'object'].map((part) => values(node, rdf + part)[0])).toEqual([
      iri(subject.id),
      word(type),
      iri(object.id),
    ]);
    expect(values(node, word('evidence')), id).toHaveLength(evidence.nodes.length);
  }
  const memberships = ofType(nodes, 'http://www.w3.org/ns/org#Membership');
  const held = said.filter(({ type }) => type === 'HOLDS' || type === 'MEMBER_OF');
  expect(memberships.map((node) => node['@id']).sort()).toEqual(held.map(({ id }) => iri(id)).sort());
  const [one] = said.filter(({ type }) => type === 'HOLDS');
  expect(values(nodes.get(iri(one?.id ?? '')), 'http://www.w3.org/ns/org#member')).toEqual([
    iri(one?.subject.id ?? ''),
  ]);
  expect(values(nodes.get(iri(one?.id ?? '')), 'http://www.w3.org/ns/opengov#post')).toEqual([
    iri(one?.object.id ?? ''),
  ]);
});

test('no word is lost: each expands to an IRI, and figures are exact', async () => {
  const document = JSON.parse(await download('graph.jsonld'));
  const expanded = JSON.stringify(await jsonld.expand(document, { documentLoader }));
  const keys = new Set(JSON.stringify(document).match(/"[^"\\]+"(?=:)/g));
  expect(keys.size).toBeGreaterThan(40);
  const nodes = await flatten('graph.jsonld');
  expect(nodes.get(iri('claim-sick-leave-savings-900m'))?.[word('value')]).toEqual([
    { '@type': 'http://www.w3.org/2001/XMLSchema#decimal', '@value': '900000000' },
  ]);
  const terms = ofType(nodes, word('Term'));
  const open = terms.filter((term) => values(term, word('notStated')).includes(word('value')));
  expect(open.length).toBeGreaterThan(0);
  // A term may have no figure at all.
  const without = terms.filter((term) => values(term, word('unit')).length === 0);
  for (const term of terms) expect(values(term, word('value'))).toHaveLength(without.includes(term) ? 0 : 1);
  expect(open.every((term) => without.includes(term))).toBe(true);
  expect(ofType(nodes, word('Provision')).length).toBeGreaterThan(0);
  expect(ofType(nodes, word('LegislationStage')).length).toBeGreaterThan(0);
  expect(expanded).not.toContain('"urn:labourgraph:vocabulary:"');
});

test('a part of the graph is one', async () => {
  const nodes = await flatten('graph.jsonld?kinds=PERSON,OFFICE&asOf=2015-05-12');
  expect(ofType(nodes, word('UNION'))).toEqual([]);
  expect(ofType(nodes, word('Term'))).toEqual([]);
  expect(ofType(nodes, word('PERSON')).length).toBeGreaterThan(0);
  for (const node of ofType(nodes, word('Relationship'))) {
    expect(['CERTAIN', 'POSSIBLE']).toContain(values(node, word('certainty'))[0]);
  }
});
