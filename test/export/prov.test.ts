/** The provenance of facts, asked by SPARQL and compared with what the API and the seeding say. */
import { expect, inject, test } from 'vitest';
import { backUp } from '../../src/backup/backup.ts';
import { restore } from '../../src/backup/restore.ts';
import type { Database } from '../../src/database/open.ts';
import { digestOfSources } from '../../src/seeding/digest.ts';
import { seed } from '../../src/seeding/seed.ts';
import { ask } from '../ask.ts';
import { articleText, base, folderOf } from '../seeding/fixture.ts';
import { allPages, entitiesSaid, type Page } from './graph.ts';
import { download, openForTest, serve } from './service.ts';
import { datasetsIn, inOrder, license, rows, storeOf } from './sparql.ts';

const iri = (id: string): string => new URL(`/id/${encodeURIComponent(id)}`, inject('url')).href;
const prov = async () => await storeOf(await download('provenance.jsonld'));

interface EvidenceSaid {
  readonly id: string;
  readonly attribute: string | null;
  readonly basis: string;
  readonly article: { readonly id: string } | null;
  readonly paragraph: number | null;
  readonly rule: string | null;
  readonly citation: string | null;
  readonly url: string | null;
  readonly quotation: string | null;
  readonly fact: { readonly __typename: string; readonly id: string };
}

/** All evidence, as the API gives it. */
const evidenceSaid = async (): Promise<EvidenceSaid[]> =>
  await allPages(async (after) => {
    const { evidence } = await ask<{ evidence: Page<EvidenceSaid> }>(
      `query ($after: String) { evidence(first: 100, after: $after, orderBy: { field: ID }) {
         pageInfo { hasNextPage endCursor }
         nodes { id attribute basis article { id } paragraph rule citation url quotation
           fact { __typename ... on Entity { id } ... on Relationship { id } ... on Term { id } ... on Provision { id }
             ... on LegislationStage { id } } } } }`,
      { after },
    );
    return evidence;
  });

const factsThemselves = ['Relationship', 'Term', 'Provision', 'LegislationStage'];
const factIri = ({ fact, attribute }: EvidenceSaid): string => {
  if (attribute !== null) return `${iri(fact.id)}#${attribute}`;
  return factsThemselves.includes(fact.__typename) ? iri(fact.id) : `${iri(fact.id)}#fact`;
};
const passageIri = (article: string, paragraph: number | null): string => `${iri(article)}#paragraph-${paragraph}`;
const sourceIri = ({ id, article, paragraph, url }: EvidenceSaid): string =>
  article === null ? (url ?? `${iri(id)}#source`) : passageIri(article.id, paragraph);

const distinct = (answers: readonly Record<string, unknown>[]): string[] => [...new Set(inOrder(answers))];

test('SPARQL finds which facts derive from an article, by which paragraph', async () => {
  const store = await prov();
  const said = await evidenceSaid();
  const articles = [...new Set(said.flatMap(({ article }) => article?.id ?? []))];
  expect(articles.length).toBeGreaterThan(2);
  for (const id of articles) {
    const found = rows(
      store,
      `SELECT DISTINCT ?fact ?paragraph WHERE {
         ?fact a prov:Entity, lg:Fact ; prov:wasDerivedFrom ?passage .
         ?passage a prov:Entity ; dcterms:isPartOf <${iri(id)}> ; lg:paragraph ?paragraph }`,
    );
    expect(inOrder(found), id).toEqual(
      distinct(
        said
          .filter(({ article }) => article?.id === id)
          .map((one) => ({ fact: factIri(one), paragraph: String(one.paragraph) })),
      ),
    );
  }
  const { graph } = await ask<{ graph: { version: number; digest: string } }>('{ graph { version digest } }');
  expect(datasetsIn(store)).toEqual([{ version: String(graph.version), digest: graph.digest, license }]);
});

test('every piece of evidence is one derivation; its rule and citation are those that the seeds give', async () => {
  const store = await prov();
  const found = rows(
    store,
    `SELECT ?derivation ?fact ?source ?basis ?rule WHERE {
       ?fact prov:qualifiedDerivation ?derivation ; prov:wasDerivedFrom ?source .
       ?derivation a prov:Derivation ; prov:entity ?source ; lg:basis ?basis . OPTIONAL { ?derivation lg:rule ?rule } }`,
  );
  const said = await evidenceSaid();
  expect(inOrder(found)).toEqual(
    inOrder(
      said.map((one) => ({
        ...{ derivation: iri(one.id), fact: factIri(one), source: sourceIri(one), basis: one.basis },
        ...(one.rule !== null && { rule: one.rule }),
      })),
    ),
  );
  const cited = rows(
    store,
    'SELECT DISTINCT ?source ?citation WHERE { ?source dcterms:bibliographicCitation ?citation }',
  );
  expect(inOrder(cited)).toEqual(
    distinct(said.flatMap((one) => (one.citation === null ? [] : { source: sourceIri(one), citation: one.citation }))),
  );
  // What an attribute's fact is about, and which attribute it is.
  const about = rows(
    store,
    'SELECT ?fact ?about ?attribute WHERE { ?fact schema:about ?about ; lg:supports ?attribute }',
  );
  expect(inOrder(about)).toEqual(
    distinct(
      said.flatMap((one) =>
        one.attribute === null
          ? []
          : {
              ...{ fact: factIri(one), about: iri(one.fact.id) },
              attribute: `urn:labourgraph:vocabulary:${one.attribute}`,
            },
      ),
    ),
  );
});

test('a paragraph is quoted from a statement where it gives the speaker’s words, and nowhere else', async () => {
  const found = rows(await prov(), 'SELECT ?passage ?statement WHERE { ?passage prov:wasQuotedFrom ?statement }');
  const said = await evidenceSaid();
  const quoting = said.filter(({ quotation }) => quotation === 'QUOTED' || quotation === 'PARTLY_QUOTED');
  expect(quoting.length).toBeGreaterThan(10);
  expect(said.some(({ quotation }) => quotation === 'TOLD')).toBe(true);
  expect(inOrder(found)).toEqual(
    distinct(quoting.map((one) => ({ passage: sourceIri(one), statement: iri(one.fact.id) }))),
  );
});

interface RelationshipSaid {
  readonly id: string;
  readonly type: string;
  readonly subject: { readonly id: string; readonly kind: string };
  readonly object: { readonly id: string };
  readonly accordingTo: { readonly id: string } | null;
}

const allRelationships = async (): Promise<RelationshipSaid[]> =>
  await allPages(async (after) => {
    const { relationships } = await ask<{ relationships: Page<RelationshipSaid> }>(
      `query ($after: String) { relationships(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
         nodes { id type subject { id kind } object { id } accordingTo { id } } } }`,
      { after },
    );
    return relationships;
  });

interface Claim {
  readonly id: string;
  readonly assertedBy: readonly {
    readonly actor: { readonly id: string } | null;
    readonly sayings: readonly { readonly accordingTo: { readonly id: string } | null }[];
  }[];
}

test('what is said, claimed, proposed or published is attributed to whom the sources say, and to nobody else', async () => {
  const store = await prov();
  const claims = await allPages(async (after) => {
    const page = await ask<{ claims: Page<Claim> }>(
      `query ($after: String) { claims(first: 10, after: $after) { pageInfo { hasNextPage endCursor } nodes {
         id assertedBy(first: 20) { actor { id } sayings(first: 20) { accordingTo { id } } } } } }`,
      { after },
    );
    return page.claims;
  });
  const claimed = claims.flatMap(({ id, assertedBy }) =>
    assertedBy.flatMap(({ actor, sayings }) =>
      actor === null ? [] : sayings.map((saying) => ({ what: id, who: actor.id, by: saying.accordingTo?.id })),
    ),
  );
  const relationships = await allRelationships();
  const made = relationships.flatMap(({ type, subject, object, accordingTo }) => {
    if (type === 'MAKES') return { what: object.id, who: subject.id, by: accordingTo?.id };
    return type === 'WRITTEN_BY' || type === 'PUBLISHED_BY'
      ? { what: subject.id, who: object.id, by: accordingTo?.id }
      : [];
  });
  const attributed = [...claimed, ...made].map(({ what, who, by }) => ({ what: iri(what), who: iri(who), by }));
  const [own, reported] = [attributed.filter(({ by }) => !by), attributed.filter(({ by }) => by)];
  expect(Math.min(claimed.length, made.length, own.length, reported.length)).toBeGreaterThan(0);
  const things = rows(
    store,
    `SELECT ?what ?who WHERE { ?what prov:wasAttributedTo ?who . ?who a prov:Agent FILTER NOT EXISTS { ?what a lg:Fact } }`,
  );
  expect(inOrder(things)).toEqual(distinct(own.map(({ what, who }) => ({ what, who }))));
  const second = rows(
    store,
    `SELECT DISTINCT ?what ?who ?by WHERE {
       ?what prov:qualifiedAttribution [ a prov:Attribution ; prov:agent ?who ; lg:accordingTo ?by ] }`,
  );
  expect(inOrder(second)).toEqual(distinct(reported.map(({ by, ...one }) => ({ ...one, by: iri(by ?? '') }))));

  const { events } = await ask<{
    events: {
      nodes: {
        id: string;
        accordingTo: { id: string } | null;
        extension: { accordingTo: { id: string } | null } | null;
        evidence: { nodes: { attribute: string | null }[] };
      }[];
    };
  }>(
    `{ events(first: 100) { nodes { id accordingTo { id } extension { accordingTo { id } }
         evidence(first: 100) { nodes { attribute } } } } }`,
  );
  const ofDecision = /^extension(DecidedBy|DecisionExpected|AccordingTo|Likelihood)$/;
  const evidence = await evidenceSaid();
  const told = [
    ...relationships.flatMap(({ id, accordingTo }) =>
      accordingTo === null
        ? []
        : [
            id,
            ...evidence.flatMap(({ fact, attribute }) => (fact.id === id && attribute ? `${id}#${attribute}` : [])),
          ].map((fact) => ({ fact, who: accordingTo.id })),
    ),
    ...events.nodes.flatMap(({ id, accordingTo }) => (accordingTo ? { fact: `${id}#fact`, who: accordingTo.id } : [])),
    ...events.nodes.flatMap(({ id, extension, evidence: all }) =>
      all.nodes.flatMap(({ attribute }) =>
        extension?.accordingTo && ofDecision.test(attribute ?? '')
          ? { fact: `${id}#${attribute}`, who: extension.accordingTo.id }
          : [],
      ),
    ),
  ];
  expect(told.some(({ fact }) => fact.endsWith('#fact'))).toBe(true);
  expect(told.some(({ fact }) => fact.endsWith('#extensionDecidedBy'))).toBe(true);
  const facts = rows(store, 'SELECT ?fact ?who WHERE { ?fact a lg:Fact ; prov:wasAttributedTo ?who }');
  const factOf = (name: string): string => {
    const [id = '', fragment] = name.split('#');
    return fragment === undefined ? iri(id) : `${iri(id)}#${fragment}`;
  };
  expect(inOrder(facts)).toEqual(distinct(told.map(({ fact, who }) => ({ fact: factOf(fact), who: iri(who) }))));
});

test('it has no other words than names, rules and citations; and no other terms of PROV-O than there are', async () => {
  const store = await prov();
  const texts = rows(store, 'SELECT DISTINCT ?property WHERE { ?s ?property ?text FILTER (isLiteral(?text)) }').map(
    ({ property }) => property?.replace(/^.*[:/#]/, ''),
  );
  expect(texts.sort()).toEqual(
    ['basis', 'bibliographicCitation', 'endedAtTime', 'identifier', 'name', 'paragraph', 'rule', 'version'].sort(),
  );
  const names = rows(store, 'SELECT ?who ?name WHERE { ?who schema:name ?name }');
  const nameById = new Map((await entitiesSaid()).map(({ id, name }) => [iri(id), name]));
  expect(names.length).toBeGreaterThan(10);
  for (const { who = '', name } of names) expect(name, who).toBe(nameById.get(who));
  const terms = rows(
    store,
    `SELECT DISTINCT ?term WHERE { { ?s ?term ?o } UNION { ?s a ?term } FILTER (strstarts(str(?term), str(prov:))) }`,
  ).map(({ term }) => term?.split('#')[1]);
  expect(terms.sort()).toEqual(
    [
      ...['Activity', 'Agent', 'Attribution', 'Derivation', 'Entity', 'Organization', 'Person'],
      ...['agent', 'endedAtTime', 'entity', 'qualifiedAttribution', 'qualifiedDerivation', 'used'],
      ...['wasAttributedTo', 'wasDerivedFrom', 'wasGeneratedBy', 'wasQuotedFrom'],
    ].sort(),
  );
});

test('it can be had for some kinds, as of a day: the facts that the graph has then', async () => {
  for (const query of ['kinds=PERSON,OFFICE', 'kinds=LEGISLATION', 'kinds=PERSON,OFFICE&asOf=2015-05-12']) {
    const store = await storeOf(await download(`provenance.jsonld?${query}`));
    const graph = await storeOf(await download(`graph.jsonld?${query}`));
    const [found, there] = [
      rows(store, 'SELECT DISTINCT ?evidence WHERE { ?fact prov:qualifiedDerivation ?evidence }'),
      rows(graph, 'SELECT DISTINCT ?evidence WHERE { ?fact lg:evidence ?evidence }'),
    ];
    expect(found.length, query).toBeGreaterThan(0);
    expect(inOrder(found), query).toEqual(inOrder(there));
  }
});

/** When which seeding generated every fact, by the export; none: it does not say so of any. */
async function seedingIn(database: Database): Promise<Record<string, string> | undefined> {
  const service = await serve(database);
  const store = await storeOf(await download('provenance.jsonld', service), service);
  const generated = rows(
    store,
    `SELECT DISTINCT ?activity ?ended ?digest WHERE {
       ?fact a lg:Fact ; prov:wasGeneratedBy ?activity .
       ?activity a prov:Activity ; prov:endedAtTime ?ended ; prov:used [ a prov:Entity ; dcterms:identifier ?digest ]
       FILTER (datatype(?ended) = <http://www.w3.org/2001/XMLSchema#dateTime>) }`,
  );
  const without = rows(
    store,
    `SELECT ?what WHERE { { ?what a lg:Fact } UNION { ?what a schema:Dataset }
       FILTER NOT EXISTS { ?what prov:wasGeneratedBy ?activity } }`,
  );
  expect(rows(store, 'SELECT ?fact WHERE { ?fact a lg:Fact }').length).toBeGreaterThan(10);
  if (generated.length > 0) expect(without).toEqual([]);
  expect(generated.length).toBeLessThan(2);
  return generated[0];
}

test('SPARQL finds which seeding generated the facts, and when; what else has been written is not said to be of it', async () => {
  const folder = folderOf({ 'seeds/facts.yaml': base, 'articles/news-1.txt': articleText });
  const folders = { seedsFolder: `${folder}/seeds`, articlesFolder: `${folder}/articles` };
  const database = await openForTest();
  const began = new Date().toISOString();
  await seed(database.prisma, folders);
  const ended = new Date().toISOString();
  const first = await seedingIn(database);
  expect(first).toMatchObject({ digest: await digestOfSources(folders) });
  expect(began <= (first?.['ended'] ?? '') && (first?.['ended'] ?? '') <= ended).toBe(true);
  // One that finds nothing to change has generated nothing.
  await seed(database.prisma, folders);
  expect(await seedingIn(database)).toMatchObject({ ended: first?.['ended'] });

  const file = `${folder}/facts.backup`;
  await backUp(database.prisma, file);
  const restored = await openForTest();
  await restore(restored.prisma, file);
  expect(await seedingIn(restored)).toMatchObject({ ended: first?.['ended'], digest: first?.['digest'] });

  await database.prisma.$executeRaw`UPDATE "Entity" SET "summary" = 'Written by somebody else.' WHERE "id" = 'ann'`;
  expect(await seedingIn(database)).toBeUndefined();
  await backUp(database.prisma, file);
  await restore(restored.prisma, file, { replace: true });
  expect(await seedingIn(restored)).toBeUndefined();
  await seed(database.prisma, { ...folders, settle: { conflict: () => undefined, restore: (id) => id === 'ann' } });
  const again = await seedingIn(database);
  expect((again?.['ended'] ?? '') > (first?.['ended'] ?? '')).toBe(true);
});
