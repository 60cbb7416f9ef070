/** The page of the seed format, written from the JSON Schema: docs/seed-format.md. */
import { kindNames, relationshipTypeNames } from '../registry/index.ts';
import { type JsonSchema, seedFileSchema } from './seedFile.ts';
import { notStated } from './values.ts';

type Part = JsonSchema | boolean;

type Definitions = Readonly<Record<string, JsonSchema>>;

/** Definitions that have no heading of their own: what stands in a field. */
const values = ['date', 'partialDate', 'span', 'id', 'passage', 'fraction', 'text', 'shortText', 'address', 'sha256'];

/** The page, in Markdown. */
export function formatPage(): string {
  const { definitions } = seedFileSchema();
  const of = (name: string): JsonSchema => definitions[name] ?? {};
  const shared = Object.keys(of('PERSON').properties ?? {});
  const isOwn = (name: string): boolean => !shared.includes(name);
  const related = propertiesOf(relationshipTypeNames.map(of));
  const inAll = Object.keys(of('PART_OF').properties ?? {});
  const blocks = [
    '# The seed format',
    '<!-- Written by `npm run schema`: change the registry, not this page. -->',
    'A seed file is a list of records: entities, and relationships that name their `subject`. This page lists every field\n' +
      'and word; those in **bold** must be there. [seeds/README.md](../seeds/README.md) shows them in use, and says what else\n' +
      'holds. [In an editor](add-an-article.md#in-an-editor) they are completed and checked.',
    '## An entity',
    fieldsOf({ ...of('PERSON'), properties: { ...of('PERSON').properties, kind: oneOfTheKinds } }),
    'What it can have besides depends on its kind.',
    ...kindNames.flatMap((kind) => [`### ${kind}`, of(kind).description ?? '', ...sectionOf(of(kind), isOwn)]),
    '## A relationship',
    'Under the `relationships` of its subject, or as a record of its own with `subject`. Its type is the key before its object.',
    typesOf(definitions, inAll),
    'Every relationship can have these:',
    ...sectionOf(of('PART_OF'), (name) => name !== 'PART_OF'),
    'And, as its type has them:',
    ...sectionOf({ properties: related }, (name) => !inAll.includes(name) && !/^[A-Z_]+$/.test(name)),
    '## Evidence',
    'Each piece is at a paragraph of an article, or from elsewhere.',
    ...piecesOf(definitions, 'PERSON').map((piece) => fieldsOf(piece)),
    'Of a STATEMENT, each paragraph that is not `for` something says in its `quotation` how it gives what was said:',
    ...sectionOf(piecesOf(definitions, 'STATEMENT')[0] ?? {}, (name) => name === 'quotation'),
    ...['names', 'namesInLanguage', 'identifiers', 'term', 'stage', 'provision', 'paragraph'].flatMap((name) => [
      `## ${name}`,
      of(name).description ?? '',
      ...sectionOf(of(name)),
    ]),
    '## Values',
    values.map((name) => `- <a id="${name.toLowerCase()}"></a>\`${name}\`: ${of(name).description}`).join('\n'),
    `A date is ${shapeOf(of('date'))}.`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const oneOfTheKinds: JsonSchema = { description: 'What it is: one of the kinds below.', type: 'string' };

const propertiesOf = (schemas: readonly JsonSchema[]): Record<string, Part> =>
  Object.fromEntries(schemas.flatMap(({ properties }) => Object.entries(properties ?? {})));

/** A table of the fields, and what their words mean; nothing, where there is no field. */
function sectionOf(schema: JsonSchema, isListed: (name: string) => boolean = () => true): string[] {
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => isListed(name));
  if (fields.length === 0) return [];
  const named = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const words = wordsOf(value);
    if (words !== '') named.set(words, [...(named.get(words) ?? []), `\`${name}\``]);
  }
  const words = [...named].flatMap(([list, names]) => [`The words of ${names.join(', ')}:`, list]);
  return [fieldsOf(schema, isListed), ...words];
}

function fieldsOf(schema: JsonSchema, isListed: (name: string) => boolean = () => true): string {
  const listed = Object.entries(schema.properties ?? {}).filter(([name]) => isListed(name));
  const lines = listed.map(([name, value]) => `| ${keyOf(name, schema)} | ${meaningOf(value)} | ${shapeOf(value)} |`);
  return ['| field | what it is | value |', '|---|---|---|', ...lines].join('\n');
}

const keyOf = (name: string, { required }: JsonSchema): string =>
  required?.includes(name) ? `**\`${name}\`**` : `\`${name}\``;

function meaningOf(value: Part): string {
  if (typeof value === 'boolean') return '';
  const { title, description } = value;
  return [title === undefined ? '' : `${capital(title)}.`, description ?? ''].filter((words) => words !== '').join(' ');
}

function typesOf(definitions: Definitions, inAll: readonly string[]): string {
  const lines = relationshipTypeNames.map((type) => {
    const schema = definitions[type] ?? {};
    const own = Object.keys(schema.properties ?? {}).filter((name) => name !== type && !inAll.includes(name));
    return `| \`${type}\` | ${schema.description} | ${own.map((name) => keyOf(name, schema)).join(', ')} |`;
  });
  return ['| type | what it says | it can have |', '|---|---|---|', ...lines].join('\n');
}

/** What a piece of the evidence of a kind can be. */
function piecesOf(definitions: Definitions, kind: string): JsonSchema[] {
  const list = definitions[kind]?.properties?.['evidence'] ?? true;
  const { items } = definitions[nameOf(list) ?? ''] ?? {};
  const pieces = typeof items === 'object' && !Array.isArray(items) ? (items.anyOf ?? []) : [];
  return pieces.filter((piece) => typeof piece === 'object');
}

/** The words of an enumeration that says what they mean, but for those that leave it open. */
function wordsOf(value: Part): string {
  if (typeof value === 'boolean' || !Array.isArray(value.enumDescriptions)) return '';
  const { enum: words = [], enumDescriptions: meanings } = value;
  const listed = words.map((word, index) => `- \`${word}\`: ${meanings[index]}`);
  return listed.filter((_, index) => words[index] !== notStated).join('\n');
}

/** What can stand there, in words. */
function shapeOf(value: Part): string {
  if (typeof value === 'boolean') return '';
  const { anyOf, const: only, enum: words = [], type, items, properties, required } = value;
  const name = nameOf(value);
  if (name?.startsWith('evidence.')) return 'list of [pieces](#evidence)';
  if (name === 'ownRelationship') return '[relationships](#a-relationship)';
  if (name !== undefined) return `[${name}](#${name.toLowerCase()})`;
  if (anyOf !== undefined) return [...new Set(anyOf.map(shapeOf))].join(', or ');
  if (only !== undefined) return `\`${only}\``;
  if (wordsOf(value) !== '') return `a word${words.includes(notStated) ? `, or \`${notStated}\`` : ''}`;
  if (words.length > 0) return words.map((word) => `\`${word}\``).join(', ');
  if (type === 'array') return `list of ${typeof items === 'object' && !Array.isArray(items) ? shapeOf(items) : ''}`;
  if (properties !== undefined) {
    const keys = Object.keys(properties).map((key) => (required?.includes(key) ? key : `${key}?`));
    return `\`{${keys.join(', ')}}\``;
  }
  return numberOf(value) ?? (type === 'boolean' ? '`true`, `false`' : 'text');
}

/** The definition that a schema refers to, whatever it says beside that. */
function nameOf(value: Part): string | undefined {
  if (typeof value === 'boolean') return undefined;
  const refs = [value, ...(value.allOf ?? [])].flatMap(({ $ref }) => $ref ?? []);
  return refs.at(-1)?.replace('#/definitions/', '');
}

function numberOf({ type, minimum, maximum }: JsonSchema): string | undefined {
  if (type !== 'integer' && type !== 'number') return undefined;
  const range = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    // The size of a column is no news.
    ...(maximum === undefined || maximum > 10_000 ? [] : [`to ${maximum}`]),
  ];
  return [type === 'integer' ? 'whole number' : 'number', ...range].join(' ');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
