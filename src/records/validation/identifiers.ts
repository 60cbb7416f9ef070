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
import { formatPlace } from './problem.ts';
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

/** An identifier names one thing. */
export function checkIdentifiers(entities: readonly EntityRecord[], report: Context['report']): void {
  const taken = new Map<string, { readonly id: string } & IdentifierRecord>();
  for (const { id, identifiers } of entities) {
    for (const identifier of identifiers) {
      const { place, scheme, value } = identifier;
      const key = `${scheme} ${value.toLowerCase()}`;
      const other = taken.get(key);
      if (other === undefined) taken.set(key, { id, ...identifier });
      else {
        const where = formatPlace(other.place);
        report(place, `${scheme} ${value} is that of "${other.id}" at ${where}; an identifier names one thing`);
      }
    }
  }
}
