/** What registers of others know an entity by. */
import {
  attributeOfScheme,
  type IdentifierScheme,
  identifierSchemeNames,
  isIdentifier,
  schemeDefinition,
} from '../../registry/index.ts';
import { type Context, complete, openRecord, type Reader, readText, readUrl, wrong } from './fields.ts';
import type { Node } from './node.ts';
import { formatPlace, type Place } from './problem.ts';
import type { EntityRecord, EvidenceRecord, IdentifierRecord } from './records.ts';

/** Reads the identifiers, by register: those that are not mistaken. */
export const readIdentifiers: Reader<readonly IdentifierRecord[]> = (node, context) => {
  const fields = openRecord(node, 'identifiers', identifierSchemeNames, context);
  return fields && identifierSchemeNames.flatMap((scheme) => fields.optional(scheme, readOf(scheme)) ?? []);
};

/** An identifier is never guessed: a source from elsewhere says that it is the same thing, at an address. */
const readOf =
  (scheme: IdentifierScheme): Reader<IdentifierRecord> =>
  (node, context) => {
    const fields = openRecord(node, scheme, ['value', 'external', 'url'], context);
    return (
      fields &&
      complete<IdentifierRecord>({
        place: fields.place,
        scheme,
        value: fields.required('value', readValue(scheme)),
        note: fields.required('external', readText),
        url: fields.required('url', readUrl),
      })
    );
  };

function readValue(scheme: IdentifierScheme): Reader<string> {
  return (node: Node, context) => {
    // Digits alone are a number to YAML, and lose what leads them: the text is what was written.
    if (node.type === 'scalar' && isIdentifier(scheme, node.text)) return node.text;
    return wrong(node, `an identifier of ${scheme}; write one such as ${schemeDefinition(scheme).example}`, context);
  };
}

/** The evidence that an identifier brings: of its entity, for the register's name. It bears out nothing else. */
export const evidenceOfIdentifier = ({ place, scheme, note, url }: IdentifierRecord): EvidenceRecord => ({
  place,
  ...{ basis: 'EXTERNAL', articleId: null, paragraph: null, cues: [], quotation: null, note, url },
  attributes: [attributeOfScheme(scheme)],
});

/** An identifier names one thing, and so does the code of a jurisdiction. */
export function checkIdentifiers(entities: readonly EntityRecord[], report: Context['report']): void {
  const taken = new Map<string, { readonly id: string; readonly place: Place }>();
  const take = (name: string, what: string, named: { readonly id: string; readonly place: Place }): void => {
    const other = taken.get(name.toLowerCase());
    if (other === undefined) taken.set(name.toLowerCase(), named);
    else
      report(named.place, `${name} is that of "${other.id}" at ${formatPlace(other.place)}; ${what} names one thing`);
  };
  for (const { id, place, attributes, identifiers } of entities) {
    for (const one of identifiers) take(`${one.scheme} ${one.value}`, 'an identifier', { id, place: one.place });
    const code = attributes.get('code');
    if (typeof code === 'string') take(`the code ${code}`, 'a code', { id, place });
  }
}
