/** What the words of a Web Annotation mean, as far as the export uses them: tests ask nothing of the network. */
const reference = (id: string) => ({ '@id': id, '@type': '@id' });

export const annoContext = {
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'http://schema.org/',

  id: reference('@id'),
  type: reference('@type'),
  Annotation: 'oa:Annotation',
  SpecificResource: 'oa:SpecificResource',
  FragmentSelector: 'oa:FragmentSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  linking: 'oa:linking',

  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  body: reference('oa:hasBody'),
  target: reference('oa:hasTarget'),
  source: reference('oa:hasSource'),
  selector: reference('oa:hasSelector'),
  refinedBy: reference('oa:refinedBy'),
  conformsTo: reference('dcterms:conformsTo'),
  value: 'rdf:value',
  exact: 'oa:exact',
  start: 'oa:start',
  end: 'oa:end',
} as const;
