/** The JSON Schema of seed files, by which editors complete and check them. */
import { z } from 'zod';
import { kindDefinition, kindNames, relationshipTypeNames } from '../registry/index.ts';
import { entity } from './entity.ts';
import { describeType, ownRelationship, relationship, standingRelationship } from './relationship.ts';

/** A record of a seed file. */
const record = z.union([entity, standingRelationship]);

/** What a seed file holds. */
export const seedFile = z.array(record).meta({
  title: 'Seed file of Labourgraph',
  description: 'A list of records: entities, and relationships that name their subject.',
});

export type JsonSchema = z.core.JSONSchema.BaseSchema;

interface SeedFileSchema extends JsonSchema {
  /** By name: of each kind, each type of relationship, each part and each sort of value. */
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** That which alternative is meant is said by one key: its mistakes are then told, and not those of all others. */
const dispatched: ReadonlyMap<z.core.$ZodType, (schema: JsonSchema) => unknown> = new Map<
  z.core.$ZodType,
  (schema: JsonSchema) => unknown
>([
  [record, dispatchRecord],
  [entity, dispatchEntity],
  [relationship, dispatchRelationship],
  // These refer to the relationship: what it says stands there.
  [ownRelationship, takeAlternatives],
  [standingRelationship, takeAlternatives],
]);

/** Of Draft 7, which all editors know. */
export function seedFileSchema(): SeedFileSchema {
  const schema = z.toJSONSchema(seedFile, {
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => dispatched.get(zodSchema)?.(jsonSchema),
  });
  // Draft 7 keeps there whatever has an id.
  return schema as typeof schema & SeedFileSchema;
}

/** The same as the text of a file, with a line for each definition. */
export function formatSchema(): string {
  const { definitions, ...root } = seedFileSchema();
  const lines = (entries: object) =>
    Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const defined = lines(definitions).join(',\n    ');
  return `{\n  ${[...lines(root), `"definitions": {\n    ${defined}\n  }`].join(',\n  ')}\n}\n`;
}

/** The alternatives of a union, which it no longer lists. */
function takeAlternatives(schema: JsonSchema): JsonSchema[] {
  const { anyOf = [] } = schema;
  delete schema.anyOf;
  return anyOf;
}

// biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
const branch = (condition: JsonSchema, schema: JsonSchema | undefined) => ({ if: condition, then: schema });

function dispatchRecord(schema: JsonSchema): void {
  const [named, related] = takeAlternatives(schema);
  Object.assign(schema, { type: 'object', ...branch({ required: ['subject'] }, related), else: named });
}

function dispatchEntity(schema: JsonSchema): void {
  const alternatives = takeAlternatives(schema);
  const enumDescriptions = kindNames.map((kind) => kindDefinition(kind).description);
  Object.assign(schema, {
    type: 'object',
    required: ['id', 'kind', 'names', 'summary', 'evidence'],
    properties: { id: {}, kind: { enum: kindNames, enumDescriptions }, names: {}, summary: {}, evidence: {} },
    allOf: kindNames.map((kind, index) =>
      branch({ required: ['kind'], properties: { kind: { const: kind } } }, alternatives[index]),
    ),
  });
}

function dispatchRelationship(schema: JsonSchema): void {
  const alternatives = takeAlternatives(schema);
  const described = relationshipTypeNames.map((type) => [type, { description: describeType(type) }] as const);
  Object.assign(schema, {
    type: 'object',
    required: ['evidence'],
    properties: Object.fromEntries(described),
    allOf: [
      { not: { propertyNames: { not: { enum: relationshipTypeNames } } }, errorMessage: 'a relationship has a type' },
      ...relationshipTypeNames.map((type, index) => branch({ required: [type] }, alternatives[index])),
    ],
  });
}
