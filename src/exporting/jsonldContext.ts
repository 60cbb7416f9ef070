/** What the words of the JSON-LD export mean: terms of schema.org and of Popolo, which builds on the W3C's org. */
const day = 'xsd:date';
const reference = (id: string) => ({ '@id': id, '@type': '@id' });
const inLanguages = (id: string) => ({ '@id': id, '@container': '@language' });

/** The context. A word that no standard has is one of our own, through `@vocab`. */
export const context = {
  '@version': 1.1,
  '@vocab': 'urn:labourgraph:vocabulary:',
  lg: 'urn:labourgraph:vocabulary:',
  dcterms: 'http://purl.org/dc/terms/',
  edtfType: 'http://id.loc.gov/datatypes/edtf/',
  geonames: 'http://www.geonames.org/ontology#',
  opengov: 'http://www.w3.org/ns/opengov#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  person: 'http://www.w3.org/ns/person#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',

  name: inLanguages('schema:name'),
  alias: inLanguages('schema:alternateName'),
  acronym: inLanguages('skos:altLabel'),
  formerName: inLanguages('skos:hiddenLabel'),
  sameAs: reference('owl:sameAs'),
  identifier: 'schema:identifier',
  propertyID: 'schema:propertyID',
  identifierValue: 'schema:value',
  summary: 'schema:description',
  // Names of attributes come with a prefix: one may be a word of this context, and is not meant as that.
  notStated: { '@type': '@id' },

  version: 'schema:version',
  digest: 'dcterms:identifier',
  license: reference('schema:license'),
  author: reference('schema:author'),
  publisher: reference('schema:publisher'),

  edtf: { '@type': 'edtfType:EDTF' },
  earliest: { '@type': day },
  latest: { '@type': day },
  startDate: { '@id': 'schema:startDate', '@type': day },
  endDate: { '@id': 'schema:endDate', '@type': day },
  datePublished: { '@id': 'schema:datePublished', '@type': day },
  dateCreated: { '@id': 'schema:dateCreated', '@type': day },

  headline: 'schema:headline',
  address: reference('schema:url'),
  code: 'dcterms:identifier',
  number: 'schema:legislationIdentifier',
  title: 'dcterms:title',
  extensionDecidedBy: { '@type': '@id' },
  extensionAccordingTo: { '@type': '@id' },
  low: { '@type': 'xsd:decimal' },
  high: { '@type': 'xsd:decimal' },
  value: { '@type': 'xsd:decimal' },
  inFavour: { '@type': 'xsd:decimal' },
  turnout: { '@type': 'xsd:decimal' },
  essentialShare: { '@type': 'xsd:decimal' },
  proposal: { '@type': '@id' },
  agreement: { '@type': '@id' },
  legislation: { '@type': '@id' },
  issue: { '@type': '@id' },
  affects: { '@type': '@id' },

  subject: reference('rdf:subject'),
  predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
  object: reference('rdf:object'),
  accordingTo: { '@type': '@id' },
  member: reference('org:member'),
  organization: reference('org:organization'),
  post: reference('opengov:post'),

  article: reference('dcterms:source'),
  supports: { '@id': 'lg:supports', '@type': '@id' },
  url: reference('schema:url'),
} as const;
