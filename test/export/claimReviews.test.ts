/** Claim reviews, asked by SPARQL and compared with what the API says of a claim. */
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { download } from './service.ts';
import { inOrder, rows, storeOf } from './sparql.ts';

const iri = (id: string): string => new URL(`/id/${encodeURIComponent(id)}`, inject('url')).href;

interface Attribution {
  readonly actor: { readonly id: string } | null;
}

interface Claim {
  readonly id: string;
  readonly proposition: string;
  readonly assertedBy: readonly Attribution[];
  readonly disputedBy: readonly Attribution[];
  readonly deniedBy: readonly Attribution[];
  readonly qualifiedBy: readonly Attribution[];
}

test('SPARQL finds who disputes which claim, and who claims it; nothing is rated', async () => {
  const text = await download('claim-reviews.jsonld');
  const store = await storeOf(text);
  const { claims } = await ask<{ claims: { nodes: Claim[] } }>(
    `{ claims(first: 100) { nodes { id proposition ${['assertedBy', 'disputedBy', 'deniedBy', 'qualifiedBy']
      .map((field) => `${field}(first: 20) { actor { id } }`)
      .join(' ')} } } }`,
  );
  for (const [field, contest] of [
    ['disputedBy', 'DISPUTES'],
    ['deniedBy', 'DENIES'],
    ['qualifiedBy', 'QUALIFIES'],
  ] as const) {
    const found = rows(
      store,
      `SELECT DISTINCT ?claim ?says ?who ?claimant WHERE {
         ?review a schema:ClaimReview ; lg:contest lg:${contest} ; schema:claimReviewed ?says ;
           schema:author ?who ; schema:itemReviewed ?claim .
         ?claim a schema:Claim . OPTIONAL { ?claim schema:author ?claimant } }`,
    );
    const said = claims.nodes.flatMap(({ id, proposition, assertedBy, [field]: against }) =>
      against.flatMap(({ actor }) => {
        if (actor === null) return [];
        const one = { claim: iri(id), says: proposition, who: iri(actor.id) };
        const claimants = assertedBy.flatMap((each) => each.actor ?? []);
        return claimants.length === 0 ? [one] : claimants.map((each) => ({ ...one, claimant: iri(each.id) }));
      }),
    );
    expect(said.length, field).toBeGreaterThan(0);
    expect(inOrder(found), field).toEqual(inOrder(said));
  }
  expect(text).not.toMatch(/rating/i);
});

test('a claim that answers another reviews it: by who asserts it, in its words, and where that is told', async () => {
  const store = await storeOf(await download('claim-reviews.jsonld'));
  const { relationships } = await ask<{
    relationships: {
      nodes: {
        id: string;
        subject: { summary: string };
        object: { id: string };
        evidence: { nodes: { article: { id: string } | null }[] };
      }[];
    };
  }>(
    `{ relationships(filter: { types: [REBUTS] }, first: 100) { nodes { id subject { summary } object { id }
         evidence(first: 100) { nodes { article { id } } } } } }`,
  );
  expect(relationships.nodes.length).toBeGreaterThan(0);
  const found = rows(
    store,
    `SELECT DISTINCT ?review ?claim ?body ?article WHERE {
       ?review a schema:ClaimReview ; lg:contest lg:REBUTS ; schema:itemReviewed ?claim ; schema:reviewBody ?body .
       OPTIONAL { ?review schema:isBasedOn ?article } }`,
  );
  const said = relationships.nodes.flatMap(({ id, subject, object, evidence }) => {
    const one = { review: iri(id), claim: iri(object.id), body: subject.summary };
    const articles = new Set(evidence.nodes.flatMap(({ article }) => article?.id ?? []));
    return articles.size === 0 ? [one] : [...articles].map((article) => ({ ...one, article: iri(article) }));
  });
  expect(inOrder(found)).toEqual(inOrder(said));
});

test('a review has the day of the statement, where there is one, and the claim the articles that it appears in', async () => {
  const store = await storeOf(await download('claim-reviews.jsonld'));
  const days = rows(
    store,
    `SELECT ?review ?day WHERE { ?review a schema:ClaimReview ; schema:datePublished ?day
       FILTER (datatype(?day) = <http://www.w3.org/2001/XMLSchema#date>) }`,
  );
  expect(days.length).toBeGreaterThan(0);
  const { relationships } = await ask<{
    relationships: { nodes: { id: string; subject: { start?: { earliest: string; latest: string } | null } }[] };
  }>(
    `{ relationships(filter: { types: [DISPUTES, DENIES, QUALIFIES] }, first: 100) { nodes { id
         subject { ... on Dated { start { earliest latest } } } } } }`,
  );
  const said = relationships.nodes.flatMap(({ id, subject: { start } }) =>
    start && start.earliest === start.latest ? [{ review: iri(id), day: start.earliest }] : [],
  );
  expect(inOrder(days)).toEqual(inOrder(said));
  const appearances = rows(
    store,
    `SELECT DISTINCT ?article WHERE { <${iri('claim-sick-leave-savings-900m')}> schema:appearance ?article }`,
  );
  const { relationships: asserting } = await ask<{
    relationships: { nodes: { evidence: { nodes: { article: { id: string } | null }[] } }[] };
  }>(
    `{ relationships(filter: { types: [ASSERTS], object: "claim-sick-leave-savings-900m" }, first: 100) {
         nodes { evidence(first: 100) { nodes { article { id } } } } } }`,
  );
  const told = asserting.nodes.flatMap(({ evidence }) => evidence.nodes.flatMap(({ article }) => article?.id ?? []));
  expect(told.length).toBeGreaterThan(0);
  expect(inOrder(appearances)).toEqual(inOrder([...new Set(told)].map((id) => ({ article: iri(id) }))));
});
