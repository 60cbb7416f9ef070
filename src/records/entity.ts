/** An entity as a record, with its names, attributes, parts, evidence, and the relationships that it is the subject of. */
import { z } from 'zod';
import {
  identifierSchemeNames,
  type Kind,
  kindDefinition,
  kindNames,
  openAttributes,
  schemeDefinition,
} from '../registry/index.ts';
import { words } from '../registry/words/en.ts';
import { attribute, openAttribute, openWord, orNotStated, titleOf } from './attributes.ts';
import { datedValue } from './dates.ts';
import { evidence } from './evidence.ts';
import { partsOf } from './parts.ts';
import { ownRelationship } from './relationship.ts';
import { address, id, matching, shortText, text } from './values.ts';

const namesOf = (description: string) =>
  z
    .array(shortText)
    .refine((names) => new Set(names).size === names.length)
    .meta({ uniqueItems: true })
    .optional()
    .describe(description);

const inLanguage = z
  .strictObject({
    preferred: shortText.optional().describe('The name that is shown.'),
    acronym: namesOf('Acronyms.'),
    alias: namesOf('Other names.'),
    former: namesOf('Names that it had before.'),
  })
  .meta({ id: 'namesInLanguage', description: 'Its names in a language.' });

const hasPreferred = (language: string) => ({
  required: [language],
  properties: { [language]: { required: ['preferred'] } },
});

const names = z
  .strictObject({ en: inLanguage.optional(), fr: inLanguage.optional() })
  .refine(({ en, fr }) => en?.preferred !== undefined || fr?.preferred !== undefined)
  .meta({
    id: 'names',
    description: 'Its names in English and French; in one of them at least the preferred one.',
    anyOf: [hasPreferred('en'), hasPreferred('fr')],
  });

const identifiers = z
  .strictObject(
    Object.fromEntries(
      identifierSchemeNames.map((scheme) => {
        const { description, pattern, example } = schemeDefinition(scheme);
        const form = `an identifier of ${scheme}; write one such as ${example}`;
        const identifier = z.strictObject({
          value: matching(new RegExp(`^(?:${pattern})$`, 'u'), form).meta({ examples: [example] }),
          external: text.describe('The source that says that it is the same thing.'),
          url: address.describe('The address of that source.'),
        });
        return [scheme, identifier.optional().describe(description)];
      }),
    ),
  )
  .meta({
    id: 'identifiers',
    description: 'At most one of each register, with a source that says that it is the same thing.',
  });

/** What every entity has. */
const shared = {
  id: id.describe('Readable, stable, unique over all kinds, never renamed.'),
  names: names.describe('Its names, in English and French.'),
  identifiers: identifiers.optional().describe('What registers of others know it by. Never guessed.'),
  summary: text.describe("A description in the project's words."),
  relationships: z.array(ownRelationship).optional().describe('What holds between it and others, as their subject.'),
};

/** Type, status and time, as far as the kind has them. That a statement has a type follows from its evidence. */
function stateOf(kind: Kind): Readonly<Record<string, z.ZodType>> {
  const { types, statuses, start, end } = kindDefinition(kind);
  const time = (description: string) => orNotStated(datedValue).optional().describe(description);
  return {
    ...(types &&
      kind !== 'STATEMENT' && { type: openWord(types).optional().describe('Which of the types of its kind it is.') }),
    ...(statuses && { status: openWord(statuses).optional().describe('How it stood when the sources spoke of it.') }),
    ...(start !== undefined && { start: time(start) }),
    ...(end !== undefined && { end: time(end) }),
  };
}

function attributesOf(kind: Kind): Readonly<Record<string, z.ZodType>> {
  const { attributes = {}, required = [], onlyOf = {} } = kindDefinition(kind).details ?? {};
  return Object.fromEntries(
    Object.entries(attributes).map(([name, type]) => {
      const schema = required.includes(name) ? attribute(name, type) : openAttribute(name, type).optional();
      const types = onlyOf[name];
      const only = types === undefined ? {} : { description: `Only of ${types.join(', ')}.` };
      return [name, schema.meta({ title: titleOf(name), ...only })];
    }),
  );
}

function entityOf(kind: Kind) {
  const particular = { ...stateOf(kind), ...attributesOf(kind) };
  const open = openAttributes(kind);
  const leftOpen = z
    .array(z.enum(open))
    .optional()
    .describe('What the sources leave open, beside what stands as "not stated".');
  const attributes = [...new Set(['names', 'summary', ...Object.keys(particular), ...open])];
  const { description } = kindDefinition(kind);
  const fields: Readonly<Record<string, z.ZodType>> = {
    id: shared.id,
    kind: z.literal(kind).describe(description),
    names: shared.names,
    identifiers: shared.identifiers,
    summary: shared.summary,
    ...particular,
    ...(open.length > 0 ? { notStated: leftOpen } : {}),
    ...partsOf(kind),
    evidence: evidence(attributes, kind === 'STATEMENT'),
    relationships: shared.relationships,
  };
  return z.strictObject(fields).meta({ id: kind, title: words.kinds[kind]?.[0], description });
}

/** An entity of any kind. */
export const entity = z
  .union(kindNames.map(entityOf))
  .meta({ id: 'entity', description: 'A thing with an identity: its kind says what else it can have.' });
