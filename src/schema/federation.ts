/**
 * The graph as a part of a federated one (Apollo Federation 2): whatever has an id can be referred to by others, and is
 * found by it.
 *
 * The little that a subgraph needs is written here. Apollo's own library would bring a schema builder beside ours, a
 * licence that is not open source (Elastic 2.0), and from its version 2.15 on Node 24.
 */
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
} from 'graphql';
import type { Resolvers } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import { all, type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import type { NodeModel } from './models.ts';
import { checkBatch, loadNode, typeOfNode } from './node.ts';
import { buildSdl, nodeTypes } from './sdl.ts';

const directive = (name: string, argument?: readonly [name: string, value: string]): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  ...(argument && {
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: argument[0] },
        value: { kind: Kind.STRING, value: argument[1] },
      },
    ],
  }),
});

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`;

/** Types that other parts of a federated graph have too, field by field: any may answer. */
const shared = ['PageInfo'];

/** The schema as composition takes it. */
function subgraphSdl({ definitions }: DocumentNode): string {
  const keyed = nodeTypes(definitions);
  const marked = definitions.filter(isOwn).map((node): DefinitionNode => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return node;
    if (keyed.includes(node)) return withDirective(node, directive('key', ['fields', 'id']));
    return shared.includes(node.name.value) ? withDirective(node, directive('shareable')) : node;
  });
  return `${link}\n\n${print({ kind: Kind.DOCUMENT, definitions: marked })}\n`;
}

/** What composition adds by itself begins with an underscore: types, and the fields of the extension beside them. */
function isOwn(node: DefinitionNode): boolean {
  if (node.kind === Kind.OBJECT_TYPE_EXTENSION) return !node.fields?.some(isAdded);
  return !('name' in node && node.name?.value.startsWith('_'));
}

const isAdded = ({ name }: FieldDefinitionNode): boolean => name.value.startsWith('_');

const withDirective = (node: ObjectTypeDefinitionNode, added: ConstDirectiveNode): ObjectTypeDefinitionNode => ({
  ...node,
  directives: [...(node.directives ?? []), added],
});

let printed: string | undefined;
const sdl = (): string => {
  printed ??= subgraphSdl(buildSdl().document);
  return printed;
};

export const federationResolvers = {
  Query: {
    _service: () => ({ sdl: sdl() }),
    _entities: (_, { representations }, { graph }) => {
      checkBatch(['representations'], representations);
      return all(representations.map(readReference).map((one) => loadReference(graph, one)));
    },
  },
} satisfies Resolvers;

interface Reference {
  readonly typename: string;
  readonly id: string;
}

function readReference(value: unknown): Reference {
  if (typeof value === 'object' && value !== null && '__typename' in value && 'id' in value) {
    const { __typename: typename, id } = value;
    if (typeof typename === 'string' && typeof id === 'string') return { typename, id };
  }
  throw new InvalidArgument(['representations'], 'one is no reference', 'objects with a `__typename` and an `id`');
}

/** Loads what a reference is to; null: there is nothing of that type with that id. */
const loadReference = (graph: Graph, { typename, id }: Reference): MaybePromise<NodeModel | null> =>
  mapMaybePromise(loadNode(graph, id), (node) => (node !== null && typeOfNode(node) === typename ? node : null));
