/** What the IRIs of the linked data answer. */
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';

const get = async (id: string, accept?: string): Promise<Response> =>
  await fetch(new URL(`/id/${encodeURIComponent(id)}`, inject('url')), {
    redirect: 'manual',
    headers: accept === undefined ? {} : { accept },
  });

interface Document {
  readonly '@graph': { readonly '@id'?: string; readonly evidence?: { readonly '@id': string }[] }[];
}

test('an entity answers a program with its linked data: itself, its relationships, what it is made of', async () => {
  const { proposals } = await ask<{
    proposals: { nodes: { id: string; terms: { id: string }[]; relationships: { nodes: { id: string }[] } }[] };
  }>('{ proposals(first: 100) { nodes { id terms { id } relationships(first: 100) { nodes { id } } } } }');
  const proposal = proposals.nodes.find(({ terms }) => terms.length > 0);
  for (const accept of [undefined, 'application/ld+json', 'application/json']) {
    const response = await get(proposal?.id ?? '', accept);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
    const document = (await response.json()) as Document;
    const ids = document['@graph'].flatMap((node) => node['@id'] ?? []);
    const iri = (id: string): string => new URL(`/id/${encodeURIComponent(id)}`, inject('url')).href;
    const parts = [...(proposal?.terms ?? []), ...(proposal?.relationships.nodes ?? [])].map(({ id }) => iri(id));
    expect(ids.sort()).toEqual([iri(proposal?.id ?? ''), ...parts].sort());
  }
});

test('what is no entity leads to the one that it is of', async () => {
  const { entity } = await ask<{
    entity: { relationships: { nodes: { id: string; subject: { id: string } }[] } };
  }>('{ entity(id: "psac") { relationships(first: 1) { nodes { id subject { id } } } } }');
  const leadsTo = async (id: string): Promise<string> =>
    (await fetch(new URL(`/id/${encodeURIComponent(id)}`, inject('url')))).url;
  const [relationship] = entity.relationships.nodes;
  const to = (id: string): string => new URL(`/id/${id}`, inject('url')).href;
  expect(await leadsTo(relationship?.id ?? '')).toBe(to(relationship?.subject.id ?? ''));
  const { '@graph': graph } = (await (await get('psac')).json()) as Document;
  const [evidence] = graph.find((node) => node['@id'] === to('psac'))?.evidence ?? [];
  expect(await leadsTo(decodeURIComponent(new URL(evidence?.['@id'] ?? '').pathname.slice(4)))).toBe(to('psac'));
});

test('what there is not is said to be unknown, and a text that is none is refused', async () => {
  expect((await get('no-such-thing')).status).toBe(404);
  expect((await get('x'.repeat(201))).status).toBe(400);
  expect((await get('psac?')).status).toBe(404);
});

test('it is answered with 304 to who has it', async () => {
  const first = await get('psac');
  const tag = first.headers.get('etag') ?? '';
  await first.text();
  expect(first.headers.get('vary')).toMatch(/Accept,/);
  const again = await fetch(new URL('/id/psac', inject('url')), { headers: { 'if-none-match': tag } });
  expect([tag.startsWith('W/"'), again.status]).toEqual([true, 304]);
});
