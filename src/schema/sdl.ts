/**
 * The schema: the .graphql files of this folder and what the registry says, put together.
 *
 * A kind's type gets the fields of its interfaces, then those of its own file. A field marked `@related` says by
 * which relationships its value is reached; its arguments and its resolver follow from that, and from the type that
 * it returns follows which kinds are meant. The directive is gone from the schema that clients see. A field that
 * returns a connection has the arguments of a page without saying so.
 */
import { readdirSync, readFileSync } from 'node:fs';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind as Node,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { defaultPageSize, largestPageSize } from '../graph/queries/page.ts';
import {
  type Direction,
  farKinds,
  isRelationshipType,
  type Kind,
  kindDefinition,
  kindNames,
  type RelationshipType,
  relationshipDefinition,
  rules,
} from '../registry/index.ts';
import { interfaceKinds, kindOfType, ownFieldsSdl, typeOfKind, vocabularySdl } from './vocabulary.ts';

/** How the value of a field marked `@related` is reached. */
export interface RelatedField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly types: readonly RelationshipType[];
  readonly direction: Direction;
  /** The kinds that the field's type takes in. */
  readonly kinds: readonly Kind[];
  /** The first one alone, rather than a page. */
  readonly single: boolean;
}

interface Sdl {
  readonly document: DocumentNode;
  readonly related: readonly RelatedField[];
}

/**
 * Puts the schema together.
 * @throws Error if a field asks for a relationship that the registry does not allow.
 */
export function buildSdl(): Sdl {
  const read = [...readFiles(), ...parse(vocabularySdl()).definitions];
  const definitions = read.map((node) => withInheritedFields(node, read));
  const withKinds = [...definitions, ...kindNames.map((kind) => kindType(kind, definitions))];
  const related = withKinds.flatMap(relatedFields);
  related.forEach(check);
  const all = [...withKinds.map(asSeen), referableUnion(withKinds)];
  return { document: { kind: Node.DOCUMENT, definitions: all }, related };
}

/** The types of what has an id. */
export const nodeTypes = (definitions: readonly DefinitionNode[]): readonly ObjectTypeDefinitionNode[] =>
  definitions.filter(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Node.OBJECT_TYPE_DEFINITION && node.interfaces?.some(({ name }) => name.value === 'Node') === true,
  );

/** What other parts of a federated graph can refer to: see federation.ts. */
const referableUnion = (definitions: readonly DefinitionNode[]): UnionTypeDefinitionNode => ({
  kind: Node.UNION_TYPE_DEFINITION,
  name: { kind: Node.NAME, value: '_Entity' },
  description: {
    kind: Node.STRING,
    value: 'For Apollo Federation: what another subgraph can refer to, which is everything with an id.',
  },
  types: nodeTypes(definitions).map(({ name }) => ({ kind: Node.NAMED_TYPE, name })),
});

function readFiles(): readonly DefinitionNode[] {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  return files.flatMap((name) => parse(readFileSync(new URL(name, folder), 'utf8')).definitions);
}

/** An interface that implements others has their fields too, which its file need not say again. */
function withInheritedFields(node: DefinitionNode, all: readonly DefinitionNode[]): DefinitionNode {
  if (node.kind !== Node.INTERFACE_TYPE_DEFINITION) return node;
  const names = (node.interfaces ?? []).map((name) => name.name.value);
  const inherited = interfacesOf(names, all).flatMap((one) => one.fields ?? []);
  return { ...node, fields: unique([...inherited, ...(node.fields ?? [])]) };
}

const interfacesOf = (names: readonly string[], all: readonly DefinitionNode[]): InterfaceTypeDefinitionNode[] =>
  all.filter(
    (node): node is InterfaceTypeDefinitionNode =>
      node.kind === Node.INTERFACE_TYPE_DEFINITION && names.includes(node.name.value),
  );

/** Of fields with one name, the last. */
const unique = (fields: readonly FieldDefinitionNode[]): FieldDefinitionNode[] => [
  ...new Map(fields.map((field) => [field.name.value, field])).values(),
];

/** The type of a kind: its interfaces, and the fields that they ask for. */
function kindType(kind: Kind, definitions: readonly DefinitionNode[]): ObjectTypeDefinitionNode {
  const { graphql, description, start, end } = kindDefinition(kind);
  const names = Object.keys(interfaceKinds).filter((name) => interfaceKinds[name]?.includes(kind));
  const own = ownFieldsSdl(kind);
  const type = parseType(
    `type ${graphql} implements ${['Node', ...names].join(' & ')} { ${own === '' ? 'kind: Kind!' : own} }`,
  );
  const inherited = interfacesOf(names, definitions).flatMap((node) => node.fields ?? []);
  const describedBy: Record<string, string | undefined> = { start, end: end ?? 'Not used by this kind.' };
  const fields = unique([...inherited, ...(own === '' ? [] : (type.fields ?? []))]);
  return {
    ...type,
    fields: fields.map((field) => describe(field, describedBy[field.name.value])),
    description: { kind: Node.STRING, value: description },
  };
}

const describe = (field: FieldDefinitionNode, text: string | undefined): FieldDefinitionNode =>
  text === undefined ? field : { ...field, description: { kind: Node.STRING, value: text } };

function relatedFields(node: DefinitionNode): RelatedField[] {
  if (node.kind !== Node.OBJECT_TYPE_DEFINITION && node.kind !== Node.OBJECT_TYPE_EXTENSION) return [];
  return (node.fields ?? []).flatMap((field) => {
    const directive = directiveOf(field);
    if (directive === undefined) return [];
    const named = namedType(field.type);
    const target = named.replace(/Connection$/, '');
    const { types, direction } = argumentsOf(directive);
    const far = [...new Set(types.flatMap((type) => farKinds(type, direction)))];
    const kind = kindOfType.get(target);
    const meant = kind === undefined ? (interfaceKinds[target] ?? []) : [kind];
    const single = target === named;
    return [
      {
        typeName: node.name.value,
        fieldName: field.name.value,
        types,
        direction,
        kinds: far.filter((kind) => meant.includes(kind)),
        single,
      },
    ];
  });
}

/** The registry must allow, of each type that a field names, a relationship of the field's kind with one it returns. */
function check({ typeName, fieldName, types, direction, kinds }: RelatedField): void {
  const kind = kindOfType.get(typeName);
  for (const type of types) {
    const allowed = rules.some(
      (rule) =>
        rule.type === type &&
        ((direction !== 'IN' && rule.subjectKind === kind && kinds.includes(rule.objectKind)) ||
          (direction !== 'OUT' && rule.objectKind === kind && kinds.includes(rule.subjectKind))),
    );
    if (!allowed)
      throw new Error(`${typeName}.${fieldName}: the registry has no ${type} ${direction} of ${kind} to [${kinds}]`);
  }
}

const directiveOf = (field: FieldDefinitionNode): ConstDirectiveNode | undefined =>
  field.directives?.find((directive) => directive.name.value === 'related');

function argumentsOf(directive: ConstDirectiveNode): { types: RelationshipType[]; direction: Direction } {
  const value = (name: string) => directive.arguments?.find((argument) => argument.name.value === name)?.value;
  const type = value('type');
  const words = type?.kind === Node.LIST ? type.values : [type];
  const types = words.map((word) => (word?.kind === Node.ENUM ? word.value : '')).filter(isRelationshipType);
  const given = value('direction');
  const direction = directions.find((one) => given?.kind === Node.ENUM && given.value === one);
  if (types.length === 0 || direction === undefined) {
    throw new Error('@related needs a type of the registry and a direction: OUT, IN or BOTH');
  }
  return { types, direction };
}

const directions: readonly Direction[] = ['OUT', 'IN', 'BOTH'];

/** The definition as clients see it: `@related` gives way to the arguments that it brings, and pages have theirs. */
function asSeen(node: DefinitionNode): DefinitionNode {
  switch (node.kind) {
    case Node.OBJECT_TYPE_DEFINITION:
    case Node.OBJECT_TYPE_EXTENSION:
    case Node.INTERFACE_TYPE_DEFINITION:
      return { ...node, fields: (node.fields ?? []).map(withArguments) };
    default:
      return node;
  }
}

function withArguments(field: FieldDefinitionNode): FieldDefinitionNode {
  const directive = directiveOf(field);
  const types = directive === undefined ? [] : argumentsOf(directive).types;
  const temporal = types.some((type) => relationshipDefinition(type).temporal === true);
  const paged = namedType(field.type).endsWith('Connection');
  const related = directive !== undefined;
  return {
    ...field,
    directives: (field.directives ?? []).filter((one) => one !== directive),
    arguments: [
      ...(field.arguments ?? []).map(withRange),
      ...(temporal ? temporalArguments : []),
      ...(related && paged ? listArguments(namedType(field.type)) : []),
      ...(paged ? pageArguments(sizeOf(field)) : []),
    ],
  };
}

/** How many a list can be asked for is said here; where that is another number, the field itself says it. */
const withRange = (argument: InputValueDefinitionNode): InputValueDefinitionNode =>
  argument.name.value !== 'first' || argument.description !== undefined
    ? argument
    : { ...argument, description: { kind: Node.STRING, value: `How many, 1 to ${largestPageSize}.` } };

function namedType(type: TypeNode): string {
  return type.kind === Node.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function argumentNodes(sdl: string): readonly InputValueDefinitionNode[] {
  return parseType(`type T { f(${sdl}): Int }`).fields?.[0]?.arguments ?? [];
}

function parseType(sdl: string): ObjectTypeDefinitionNode {
  const [type] = parse(sdl).definitions;
  if (type?.kind !== Node.OBJECT_TYPE_DEFINITION) throw new Error(`no type: ${sdl}`);
  return type;
}

/** The filter of the kind that a connection is of, or that of all kinds; and the order. */
function listArguments(connection: string): readonly InputValueDefinitionNode[] {
  const type = connection.replace(/Connection$/, '');
  return argumentNodes(`
  "A filter."
  filter: ${kindOfType.has(type) ? type : 'Entity'}Filter @cost(weight: 100)
  "The order. Without it, by type of relationship, then by its \`ordinal\`, then by id."
  orderBy: EntityOrder @cost(weight: 100)
  "For the order by name: the language of the names."
  language: Language = EN`);
}

const temporalArguments = argumentNodes(`
  "Only what holds on this day, for certain or possibly."
  asOf: Date
  "Instead of \`asOf\`, the id of an article: what held when it was published. What the article reports as holding at that time is certain, even if only the month of publication is known."
  asToldBy: ID
  "With \`asOf\` or \`asToldBy\`: only what holds with at least this certainty."
  certainty: Certainty`);

const pageArguments = (size: number): readonly InputValueDefinitionNode[] =>
  argumentNodes(`
  "How many of the first, 1 to ${largestPageSize}. The default is ${size}."
  first: Int
  "A cursor: only what comes after it."
  after: String
  "Instead of \`first\`, how many of the last, 1 to ${largestPageSize}, in the order of the list. With \`before\` alone, ${size}."
  last: Int
  "A cursor: only what comes before it."
  before: String`);

/** How long a page is unless it is said. */
function sizeOf({ directives = [] }: FieldDefinitionNode): number {
  const mark = directives.find(({ name }) => name.value === 'listSize')?.arguments?.[0]?.value;
  return mark?.kind === Node.INT ? Number(mark.value) : defaultPageSize;
}

/** The type names of all kinds, for code generation. */
export const kindTypes = kindNames.map(typeOfKind);
