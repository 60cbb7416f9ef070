/** Queries put together into one, whose answer is taken apart again. */
import { Kind, OperationTypeNode } from '@0no-co/graphql.web';
import type { AnyVariables } from '@urql/core';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';

/** A query, and what it is asked of. */
interface Asking {
  readonly query: DocumentNode;
  readonly variables: AnyVariables;
}

/** What the service gives: data, errors and notes, each with its place in the data. */
interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly (Placed & { readonly message: string })[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

interface Placed {
  readonly path?: readonly (string | number)[] | undefined;
}

/** What a query comes to, fragments spread out. */
interface Size {
  readonly selections: number;
  readonly aliases: number;
  /** As the service prices it; nothing, where that is not known. */
  readonly cost: number;
}

/**
 * What the service takes, unless it is set otherwise. Of the cost nearly all: a page that grows asks in two, and is not
 * refused. What comes in two may move what is shown already.
 */
export const limits: Size = { selections: 1_000, aliases: 100, cost: 96_000 };

/** What queries cost, as they were built: see vite.queries.ts. */
export const costs = new WeakMap<DocumentNode, number>();

/** Queries that are asked as one. */
interface Group<One extends Asking> {
  readonly parts: One[];
  readonly definitions: Map<string, VariableDefinitionNode>;
  readonly fragments: Map<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
  size: Size;
}

/** Puts queries together as far as they fit: each into the first group that takes it, so that their order stays. */
export function grouped<One extends Asking>(all: readonly One[]): Group<One>[] {
  const groups: Group<One>[] = [];
  for (const one of all) {
    const empty = { parts: [], definitions: new Map(), fragments: new Map(), variables: {}, size: nothing };
    const found = groups.find((group) => fits(one, group)) ?? groups[groups.push(empty) - 1] ?? empty;
    add(one, found);
  }
  return groups;
}

/** Whether a query is within the limits together with those of a group, and means the same by the same names. */
function fits<One extends Asking>(one: One, group: Group<One>): boolean {
  const { operation, fragments, size } = read(one.query);
  const { selections, aliases, cost } = sum(group.size, size);
  return (
    selections <= limits.selections &&
    aliases <= limits.aliases &&
    cost <= limits.cost &&
    group.parts.slice(0, 1).every(({ query }) => same(read(query).operation.directives, operation.directives)) &&
    fragments.every((fragment) => same(group.fragments.get(fragment.name.value) ?? fragment, fragment)) &&
    (operation.variableDefinitions ?? []).every((definition) => {
      const name = nameOf(definition);
      const other = group.definitions.get(name);
      return other === undefined || (same(other, definition) && same(group.variables[name], one.variables?.[name]));
    })
  );
}

function add<One extends Asking>(one: One, group: Group<One>): void {
  const { operation, fragments, size } = read(one.query);
  group.parts.push(one);
  for (const fragment of fragments) group.fragments.set(fragment.name.value, fragment);
  for (const definition of operation.variableDefinitions ?? []) group.definitions.set(nameOf(definition), definition);
  Object.assign(group.variables, one.variables);
  group.size = sum(group.size, size);
}

const nameOf = ({ variable }: VariableDefinitionNode): string => variable.name.value;

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** The query that asks for all of a group: each field at its root is named after the part that it is of. */
export function merged<One extends Asking>({ parts, definitions, fragments }: Group<One>): DocumentNode {
  const selections = parts.flatMap(({ query }, index) =>
    read(query).fields.map(
      (field): FieldNode => ({ ...field, alias: { ...field.name, value: `${prefixOf(index)}${keyOf(field)}` } }),
    ),
  );
  const operations = parts.map(({ query }) => read(query).operation);
  const names = operations.flatMap(({ name }) => name?.value ?? []);
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    // As the metrics tell it; a name may have 200 letters.
    name: { kind: Kind.NAME, value: names.join('_').slice(0, 200) },
    variableDefinitions: [...definitions.values()],
    // They are asked as known at the same version.
    directives: operations[0]?.directives ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
}

const prefixOf = (index: number): string => `_${index}_`;
const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** What of an answer is a part's. */
export function partOf(answer: Answer, index: number): Answer {
  const prefix = prefixOf(index);
  const own = (key: unknown): key is string => typeof key === 'string' && key.startsWith(prefix);
  const ownPlaces = <One extends Placed>(all: readonly One[]): One[] =>
    all.flatMap((one) => {
      const [key, ...rest] = one.path ?? [];
      return own(key) ? [{ ...one, path: [key.slice(prefix.length), ...rest] }] : [];
    });
  const { data, errors, extensions } = answer;
  const truncated = extensions['truncated'];
  return {
    data:
      data &&
      Object.fromEntries(
        Object.entries(data).flatMap(([key, value]) => (own(key) ? [[key.slice(prefix.length), value]] : [])),
      ),
    errors: ownPlaces(errors),
    extensions: { ...extensions, ...(Array.isArray(truncated) && { truncated: ownPlaces(truncated) }) },
  };
}

interface Read {
  readonly operation: OperationDefinitionNode;
  readonly fields: readonly FieldNode[];
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly size: Size;
}

const known = new WeakMap<DocumentNode, Read>();

function read(query: DocumentNode): Read {
  const before = known.get(query);
  if (before !== undefined) return before;
  const fragments = query.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const operation = query.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no query');
  const fields = operation.selectionSet.selections.filter((one) => one.kind === Kind.FIELD);
  const own = sizeOf(operation.selectionSet, new Map(fragments.map((one) => [one.name.value, one])));
  // Each field at the root gets an alias.
  const aliases = fields.filter(({ alias }) => alias === undefined).length;
  const size = sum(own, { selections: 0, aliases, cost: costs.get(query) ?? 0 });
  const result = { operation, fields, fragments, size };
  known.set(query, result);
  return result;
}

const nothing: Size = { selections: 0, aliases: 0, cost: 0 };

const sum = (one: Size, other: Size): Size => ({
  selections: one.selections + other.selections,
  aliases: one.aliases + other.aliases,
  cost: one.cost + other.cost,
});

function sizeOf({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): Size {
  return selections
    .map((selection) => {
      const alias = selection.kind === 'Field' && selection.alias !== undefined ? 1 : 0;
      const set =
        selection.kind === 'FragmentSpread'
          ? fragments.get(selection.name.value)?.selectionSet
          : selection.selectionSet;
      return sum({ selections: 1, aliases: alias, cost: 0 }, set === undefined ? nothing : sizeOf(set, fragments));
    })
    .reduce(sum, nothing);
}
