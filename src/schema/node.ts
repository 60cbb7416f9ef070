import type { Resolvers } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import { all, type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { mayBeEntity, type NodeTable } from '../graph/rows/nodes.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import type { FactModel, NodeModel } from './models.ts';
import { typeOfKind } from './vocabulary.ts';

/** How many can be asked for at once by their ids. */
export const largestBatch = 100;

export const nodeResolvers = {
  Query: {
    node: (_, { id }, { graph }) => loadNode(graph, id),
    nodes: (_, { ids }, { graph }) => {
      checkBatch(['ids'], ids);
      return all(ids.map((id) => loadNode(graph, id)));
    },
  },
} satisfies Resolvers;

/** @throws InvalidArgument if more is asked for by id than may be at once. */
export function checkBatch(argument: readonly string[], { length }: readonly unknown[]): void {
  if (length > largestBatch) throw new InvalidArgument(argument, `there are ${length}`, `at most ${largestBatch}`);
}

/** The type of what has an id: rows of the parts share columns, and have it with them. */
export const typeOfNode = (node: NodeModel): string => ('__typename' in node ? node.__typename : typeOfKind(node.kind));

/** Loads whatever has an id; null: nothing has. Entities, which are asked for the most, are not looked for elsewhere. */
export function loadNode(graph: Graph, id: string): MaybePromise<NodeModel | null> {
  const entity = mayBeEntity(id) ? graph.entity(id) : null;
  return mapMaybePromise(
    entity,
    (found): MaybePromise<NodeModel | null> =>
      found ?? mapMaybePromise(graph.tableOf(id), (table) => (table === null ? null : loadRow(graph, table, id))),
  );
}

/** Loads the row of a table; null: there is none. */
const loadRow = (graph: Graph, table: NodeTable, id: string): MaybePromise<NodeModel | null> =>
  table === 'Evidence' ? mapMaybePromise(graph.evidenceById.load(id), named(table)) : loadFactRow(graph, table, id);

/** The tables of facts. */
export type FactTable = Exclude<NodeTable, 'Evidence'>;

/** The same of a table of facts. */
export function loadFactRow(graph: Graph, table: FactTable, id: string): MaybePromise<FactModel | null> {
  switch (table) {
    case 'Entity':
      return graph.entities.load(id);
    case 'Relationship':
      return mapMaybePromise(graph.relationshipsById.load(id), named('Relationship'));
    case 'Term':
      return mapMaybePromise(graph.facts.term.load(id), named('Term'));
    case 'LegislationStage':
      return mapMaybePromise(graph.facts.stage.load(id), named('LegislationStage'));
    case 'Provision':
      return mapMaybePromise(graph.facts.provision.load(id), named('Provision'));
  }
}

/** A row with the name of its type. */
const named =
  <Type extends NodeTable>(__typename: Type) =>
  <Row extends object>(row: Row | null): (Row & { readonly __typename: Type }) | null =>
    row === null ? null : { ...row, __typename };
