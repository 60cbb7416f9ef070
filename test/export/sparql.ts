/** Linked data as a program that knows nothing of the service reads them: by jsonld.js and Oxigraph, offline. */
import jsonld from 'jsonld';
import { Store } from 'oxigraph';
import { annoContext } from './annoContext.ts';
import { addressOf, download } from './service.ts';

async function contextAt(url: string, service?: string): Promise<string> {
  if (url === 'http://www.w3.org/ns/anno.jsonld') return JSON.stringify({ '@context': annoContext });
  if (url === addressOf('context.jsonld', service)) return await download('context.jsonld', service);
  throw new Error(`the network was asked for ${url}`);
}

/** The triples of a document; of the service under test unless told. */
export async function storeOf(text: string, service?: string): Promise<Store> {
  const documentLoader = async (url: string) => ({
    contextUrl: undefined,
    documentUrl: url,
    document: JSON.parse(await contextAt(url, service)),
  });
  // What is not understood is a fault, not left out.
  const options = { documentLoader, format: 'application/n-quads', safe: true } as const;
  const quads = await jsonld.toRDF(JSON.parse(text), options);
  const store = new Store();
  store.load(String(quads), { format: 'application/n-quads' });
  return store;
}

const prefixes = Object.entries({
  dcterms: 'http://purl.org/dc/terms/',
  lg: 'urn:labourgraph:vocabulary:',
  oa: 'http://www.w3.org/ns/oa#',
  opengov: 'http://www.w3.org/ns/opengov#',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
})
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`)
  .join('\n');

/** The rows of a question, each with the texts of its variables. */
export const rows = (store: Store, query: string): Record<string, string>[] =>
  (store.query(`${prefixes}\n${query}`) as Map<string, { value: string }>[]).map((row) =>
    Object.fromEntries([...row].map(([name, { value }]) => [name, value])),
  );

/** The rows of two answers that are to be the same, whatever their order. */
export const inOrder = (answers: readonly Record<string, unknown>[]): string[] =>
  answers.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

export const license = 'https://creativecommons.org/licenses/by/4.0/';

/** Of what data a store says that it is. */
export const datasetsIn = (store: Store): Record<string, string>[] =>
  rows(
    store,
    `SELECT ?version ?digest ?license WHERE {
       ?data a schema:Dataset ; schema:version ?version ; dcterms:identifier ?digest ; schema:license ?license }`,
  );
