/** The surroundings of a changeset: the part of the graph that it is checked beside, as rows and as records. */
import type { Prisma } from '../generated/prisma/client.ts';
import type { Edge } from '../records/validation/coherence.ts';
import { decidingTypes } from '../records/validation/forbidden.ts';
import type { Node } from '../records/validation/node.ts';
import type { Place } from '../records/validation/problem.ts';
import type { Register } from '../records/validation/register.ts';
import type { Known } from '../records/validation/validate.ts';
import { isKind, isRelationshipType, relationshipDefinition, relationshipTypeNames } from '../registry/index.ts';
import { readCitedPassages, readNeighbourhood, readStubs, type Stub } from '../store/neighbourhood.ts';
import { loadRows, rowsNaming } from '../store/tableRows.ts';
import { keyOf, type Row, type Rows, type Table, tables } from '../store/tables.ts';
import { recordsOfGraph } from './graphRecords.ts';

export interface Surroundings extends Omit<Known, 'unread'> {
  readonly rows: Rows;
  /** The records of the rows, by the id of their entity or relationship. */
  readonly graph: ReadonlyMap<string, Node>;
  /** The relationships of the rows that have no record, by their ids. */
  readonly unread: ReadonlyMap<string, Edge>;
}

const ordering = relationshipTypeNames.filter((type) => relationshipDefinition(type).ordering === true);

/** No id and no identifier is longer, in characters. */
const longestWord = 200;

/** Reads what bears on records to put and on ids to remove. */
export async function readSurroundings(
  tx: Prisma.TransactionClient,
  records: readonly Node[],
  removed: readonly string[],
): Promise<Surroundings> {
  const core = records.flatMap((record) => textAt(record, 'id') ?? textAt(record, 'subject') ?? []);
  const words = [...new Set(records.flatMap((record) => [...wordsOf(record)]))];
  const around = await readNeighbourhood(tx, { core, removed, words, types: decidingTypes, ordering });
  const near = await loadRows(tx, around);
  // An entity's kind is a part of what all others say of it.
  const rows = changesKind(records, near) ? await loadRows(tx) : near;
  const ids = [...new Set([...idsOf(rows), ...namesIn(rows)])];
  const articles = (rows.get('article') ?? []).map(({ id }) => String(id));
  const cited = await readCitedPassages(tx, articles, evidenceWithin(rows));
  const place: Place = { file: 'the graph', line: 0, column: 0 };
  const graph = recordsOfGraph(rows);
  return {
    rows,
    graph,
    unread: unreadOf(rows, graph),
    register: registerOfStubs(await readStubs(tx, ids)),
    cited: new Map(cited.map((passage) => [passage, place])),
  };
}

function unreadOf(rows: Rows, graph: Surroundings['graph']): Surroundings['unread'] {
  const edges = (rows.get('relationship') ?? []).flatMap(({ id, type, subjectId, objectId }) => {
    if (graph.has(String(id)) || typeof type !== 'string' || !isRelationshipType(type)) return [];
    const place: Place = { file: `${id} in the graph`, line: 0, column: 0 };
    return [[String(id), { place, type, subjectId: String(subjectId), objectId: String(objectId) }] as const];
  });
  return new Map(edges);
}

/** The text of a scalar of a record. */
export function textAt(node: Node, key: string): string | undefined {
  const value = node.type === 'mapping' ? node.entries.get(key)?.node : undefined;
  return value?.type === 'scalar' ? value.text : undefined;
}

/** Entities of the graph, as records name them. */
export const registerOfStubs = (stubs: readonly Stub[]): Register =>
  new Map(
    stubs.map(({ id, kind, paragraphs }) => [
      id,
      { place: { file: `${id} in the graph`, line: 0, column: 0 }, kind: isKind(kind) ? kind : null, paragraphs },
    ]),
  );

/** The texts of a record that may be an id or an identifier; of `cbc-2015-05-12/14`, the article too. */
function* wordsOf(node: Node): Generator<string> {
  if (node.type === 'list') for (const item of node.items) yield* wordsOf(item);
  else if (node.type === 'mapping') for (const entry of node.entries.values()) yield* wordsOf(entry.node);
  else if (node.text.length <= longestWord) {
    yield node.text;
    const slash = node.text.indexOf('/');
    if (slash > 0) yield node.text.slice(0, slash);
  }
}

function changesKind(records: readonly Node[], rows: Rows): boolean {
  const kinds = new Map((rows.get('entity') ?? []).map(({ id, kind }) => [id, kind]));
  return records.some((record) => {
    const [known, kind] = [kinds.get(textAt(record, 'id') ?? ''), textAt(record, 'kind')];
    return known !== undefined && kind !== undefined && known !== kind;
  });
}

const idsOf = (rows: Rows): string[] => (rows.get('entity') ?? []).map(({ id }) => String(id));

/** The ids of entities that rows name. */
function* namesIn(rows: Rows): Generator<string> {
  for (const { model, references } of tables) {
    const columns = references
      .filter((reference) => ['entity', 'passage'].includes(reference.model))
      .map((reference) => reference.columns[0] ?? '');
    for (const row of rows.get(model) ?? [])
      for (const cell of columns.flatMap((column) => row[column] ?? [])) yield String(cell);
  }
}

/** The evidence for facts that are among the rows themselves. */
function evidenceWithin(rows: Rows): string[] {
  const facts = new Set(tables.flatMap(({ model }) => (rows.get(model) ?? []).map(({ id }) => id)));
  return (rows.get('evidence') ?? []).filter((row) => facts.has(factOf(row))).map(({ id }) => String(id));
}

const owners = tables.find(({ model }) => model === 'evidence')?.partOf ?? [];

/** The id of the fact that a piece of evidence is for. */
const factOf = (evidence: Row): string => owners.flatMap((column) => evidence[column] ?? []).join('');

/**
 * Tells which rows stay when facts go: all but those of these entities and relationships, and their evidence.
 * @param gone ids of entities and relationships.
 */
export function staysWithout(rows: Rows, gone: ReadonlySet<string>): (table: Table, row: Row) => boolean {
  const ownedBy = ({ model, references }: Table): string =>
    model === 'relationship' ? 'id' : (references[0]?.columns[0] ?? 'id');
  const isGone = (table: Table, row: Row): boolean => gone.has(String(row[ownedBy(table)]));
  const facts = new Set(
    tables.flatMap((table) =>
      (rows.get(table.model) ?? []).filter((row) => isGone(table, row)).map((row) => String(row['id'])),
    ),
  );
  return (table, row) => {
    if (table.model === 'evidence') return !facts.has(factOf(row));
    return table.model === 'affectedEntity' ? !facts.has(String(row['provisionId'])) : !isGone(table, row);
  };
}

/** What names removed entities, and stays: `dispute.ABOUT.wages`. */
export async function namedByOthers(
  tx: Prisma.TransactionClient,
  { rows }: Surroundings,
  gone: ReadonlySet<string>,
  removed: readonly string[],
): Promise<{ readonly id: string; readonly by: string }[]> {
  const stays = staysWithout(rows, gone);
  const found: { id: string; by: string }[] = [];
  if (removed.length === 0) return found;
  for (const table of tables) {
    for (const { row, names } of await rowsNaming(tx, table, removed)) {
      const by = table.model === 'evidence' ? factOf(row) : keyOf(row, table.owner);
      if (stays(table, row)) found.push(...names.map((id) => ({ id, by })));
    }
  }
  return found;
}
