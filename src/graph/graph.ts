/**
 * The graph as a process holds it: the adjacency index, and what has been read of the rows. Everything is read through
 * here. It follows the change log, so that what another process or psql writes shows in the next answer.
 */
import { type Change, type ChangeFeed, openChangeFeed, type VersionRow } from '../database/changeFeed.ts';
import type { Database } from '../database/open.ts';
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type AdjacencyIndex, bytesOfEdges, countEdges, edgeOfSeq } from './adjacencyIndex.ts';
import { updateAdjacencyIndex } from './adjacencyIndexChanges.ts';
import { type Answers, type CachedLoader, type CacheUsage, openAnswerCache } from './cache.ts';
import { contestRows } from './contested.ts';
import {
  type Detail,
  type DetailModel,
  detailModels,
  detailRows,
  type Entity,
  type EntityRef,
  entityRows,
} from './entities.ts';
import { undatedOf } from './entityFilter.ts';
import {
  type Evidence,
  evidenceRows,
  evidenceRowsById,
  evidenceRowsBySeq,
  type FactRef,
  keyOfFact,
  mentionRows,
  paragraphRows,
  passageRows,
} from './evidence.ts';
import { listEvidence, listRelationships } from './factLists.ts';
import { factRows } from './facts.ts';
import { identifierRows, keyOfIdentifier } from './identifiers.ts';
import { listEntities } from './list.ts';
import { all, type MaybePromise, mapMaybePromise } from './maybePromise.ts';
import { type Memory, openMemory } from './memory.ts';
import {
  findNeighborhood,
  findPath,
  findPaths,
  type Neighborhood,
  type NeighborhoodQuery,
  type PathQuery,
  type PathsFound,
} from './network.ts';
import { type NodeTable, standRows } from './nodes.ts';
import type { Connection, PageArgs } from './page.ts';
import { passingRows, placedRows } from './passing.ts';
import { type RankingQuery, rank } from './ranking.ts';
import { readAdjacencyIndex } from './readAdjacencyIndex.ts';
import type { IdentifierScheme, Kind } from './registry.ts';
import { relationshipRows, relationshipRowsById } from './relationshipRows.ts';
import {
  type ReadBeforehand,
  type RelatedEdge,
  type RelatedQuery,
  type Relationship,
  type RelationshipRef,
  refOfEdge,
  related,
  relatedAll,
} from './relationships.ts';
import { search } from './search.ts';
import { statistics } from './statistics.ts';
import { type TimelineQuery, timeline } from './timeline.ts';
import { type DataVersion, digestOf, readVersion } from './version.ts';

/** A page of what an entity is related to. With a filter that asks for days, it tells how many have none. */
export interface RelatedConnection extends Connection<RelatedEdge> {
  readonly undatedCount?: () => MaybePromise<number | null>;
}

/** A step to a related entity, with the relationship's row. */
export type RelatedRow = RelatedEdge & { readonly relationship: Relationship };

/**
 * Opens the graph of a database.
 * @param onError is told when the change log could not be followed; it is tried again.
 * @param maxCacheBytes how many bytes of rows and answers are held, beside the adjacency index.
 */
export async function openGraph(
  database: Pick<Database, 'prisma' | 'read' | 'listen'>,
  onError: (error: unknown) => void,
  maxCacheBytes: number,
) {
  const { prisma, read } = database;
  const memory = openMemory(maxCacheBytes);
  const rows = openRows(read, memory, () => current);
  const answers = openAnswerCache(memory);
  let version: DataVersion = { version: 0, digest: '' };
  let adjacency: Promise<AdjacencyIndex> | undefined;
  let current: AdjacencyIndex;
  const apply = async (changes: readonly Change[], { version: number, ...halves }: VersionRow): Promise<void> => {
    const next = await updateAdjacencyIndex(prisma, await (adjacency ?? readAdjacencyIndex(prisma)), changes);
    // At once: whoever asks meanwhile is answered of the data, and told the version, of before or of after.
    current = next;
    adjacency = Promise.resolve(next);
    invalidate(rows, answers, changes);
    version = { version: number, digest: digestOf(halves) };
  };
  // The log's place is noted first: what is written while the adjacency index is read comes by the log.
  const changeFeed: ChangeFeed = await openChangeFeed(database, apply, onError);
  const began = performance.now();
  adjacency = readVersion(prisma).then(async (found) => {
    // So is the version: answers may be of later data than they say, never of earlier, which clients would keep for good.
    version = found;
    return await readAdjacencyIndex(prisma);
  });
  current = await adjacency;
  const buildMilliseconds = Math.round(performance.now() - began);

  const held: Held = { read, rows, answers, current: () => current };
  return {
    prisma,
    changeFeed,
    adjacency: (): AdjacencyIndex => current,
    topologyInfo: () => ({
      relationships: countEdges(current),
      bytes: bytesOfEdges(current),
      buildMilliseconds,
    }),
    ...lookUps(held),
    ...relatedTo(held),
    ...questions(held),
    /** Of what data this is. */
    version: (): DataVersion => version,
    /** How full the caches are, and how often they did not have what was asked for. */
    caches: (): Readonly<Record<string, CacheUsage>> => {
      const { details, facts, ...others } = rows;
      const all = { ...others, ...facts, ...details, answers };
      return Object.fromEntries(Object.entries(all).map(([name, cache]) => [name, cache.usage()]));
    },
    close: async (): Promise<void> => await changeFeed.stop(),
  };
}

/** What a process holds of the graph; of the adjacency index, as it is now. */
interface Held {
  readonly read: Read;
  readonly rows: OpenRows;
  readonly answers: Answers;
  readonly current: () => AdjacencyIndex;
}

/** The row of a relationship. @throws Error if it is gone. */
const loadRelationship = (rows: OpenRows, { seq }: Pick<Relationship, 'seq'>): MaybePromise<Relationship> =>
  mapMaybePromise(rows.relationships.load(seq), (row) => {
    if (row === null) throw new Error(`the relationship ${seq} was removed while this was answered`);
    return row;
  });

/** What is known of one entity, relationship or other fact, by what it is known by. */
function lookUps({ read, rows, current }: Held) {
  const evidenceBySeq = evidenceRowsBySeq(read, rows.evidence);
  const relationship = (ref: Pick<Relationship, 'seq'>): MaybePromise<Relationship> => loadRelationship(rows, ref);
  const evidenceOf = (fact: FactRef): MaybePromise<Evidence[]> =>
    mapMaybePromise(rows.evidence.load(keyOfFact(fact)), (found) => found ?? []);
  return {
    entities: rows.entities,
    /** The entity that a register of others knows by an identifier; InvalidArgument if that is none of its. */
    entityByIdentifier: (scheme: IdentifierScheme, value: string): MaybePromise<Entity | null> =>
      mapMaybePromise(rows.identifiers.load(keyOfIdentifier(scheme, value)), (id) =>
        id === null ? null : rows.entities.load(id),
      ),
    /** An entity by its row if that is held, or else as the adjacency index knows it: read only if both do not. */
    entity: (id: string): MaybePromise<Entity | EntityRef | null> => {
      const row = rows.entities.peek(id);
      if (row !== undefined && row !== null) return row;
      const node = current().nodeById.get(id);
      return node === undefined ? rows.entities.load(id) : { id, kind: current().kinds[node] as Kind };
    },
    relationshipsById: rows.relationshipsById,
    /** The row of a relationship. @throws Error if it is gone. */
    relationship,
    /** A relationship as `entity` gives an entity. */
    relationshipOrRef: ({ seq }: Pick<Relationship, 'seq'>): MaybePromise<Relationship | RelationshipRef> => {
      const row = rows.relationships.peek(seq);
      if (row !== undefined && row !== null) return row;
      const edge = edgeOfSeq(current(), seq);
      return edge === undefined ? relationship({ seq }) : refOfEdge(current(), edge);
    },
    evidence: { load: evidenceOf },
    /** The evidence of a relationship: read together with its row, if that is not held. */
    evidenceOfRelationship: ({ seq }: Pick<Relationship, 'seq'>): MaybePromise<Evidence[]> => {
      const row = rows.relationships.peek(seq);
      if (row !== undefined && row !== null) return evidenceOf({ column: 'relationshipId', id: row.id });
      return Promise.all([relationship({ seq }), evidenceBySeq.load(seq)]).then(([, found]) => found ?? []);
    },
    evidenceById: rows.evidenceById,
    /** The table in which an id stands that is no entity's; null: in none. */
    tableOf: (id: string): MaybePromise<NodeTable | null> =>
      mapMaybePromise(rows.stands.load(id), (stand) => stand?.table ?? null),
    passages: rows.passages,
    paragraphs: rows.paragraphs,
    facts: rows.facts,
    mentions: rows.mentions,
    contests: rows.contests,
    /** The row of an entity in its detail table. */
    detail: <Model extends DetailModel>(model: Model, id: string): MaybePromise<Detail<Model> | null> =>
      // The table holds under each model's name the rows of that model.
      (rows.details[model] as CachedLoader<string, Detail<Model>>).load(id),
  };
}

/** What an entity is related to. */
function relatedTo({ rows, current }: Held) {
  return {
    related: (id: string, query: RelatedQuery, page: PageArgs): MaybePromise<RelatedConnection> => {
      const { filter, order, relationshipOrder } = query;
      if (filter === undefined && order === undefined && relationshipOrder === undefined)
        return related(current(), id, query, page);
      const pageOf = (asked: RelatedQuery, some: PageArgs): MaybePromise<Connection<RelatedEdge>> =>
        mapMaybePromise(readBeforehand(rows, id, asked), (beforehand) =>
          related(current(), id, asked, some, beforehand),
        );
      const undated = filter === undefined ? null : undatedOf(filter);
      return mapMaybePromise(pageOf(query, page), (found) => ({
        ...found,
        undatedCount: () =>
          // Of the whole list: a cursor is good for this one alone.
          undated === null
            ? null
            : mapMaybePromise(pageOf({ ...query, filter: undated }, {}), ({ totalCount }) => totalCount()),
      }));
    },
    relatedAll: (id: string, query: RelatedQuery): RelatedEdge[] => relatedAll(current(), id, query),
    relatedRows: (id: string, query: RelatedQuery): MaybePromise<RelatedRow[]> => {
      const edges = relatedAll(current(), id, query);
      return mapMaybePromise(all(edges.map((edge) => loadRelationship(rows, edge))), (found) =>
        edges.map((edge, index) => ({ ...edge, relationship: found[index] as Relationship })),
      );
    },
  };
}

/** What has to be read before a page of what an entity is related to. */
function readBeforehand(rows: OpenRows, id: string, query: RelatedQuery): MaybePromise<ReadBeforehand> {
  const asked = { of: id, query };
  const ofEnds = query.filter !== undefined || query.order !== undefined;
  return mapMaybePromise(ofEnds ? rows.passing.load(asked) : undefined, (passing) =>
    mapMaybePromise(query.relationshipOrder && rows.placed.load(asked), (placed) => ({
      passing: ofEnds ? (passing ?? []) : undefined,
      placed: placed ?? undefined,
    })),
  );
}

/** Whole questions, whose answers are kept; those that the adjacency index alone answers are not. */
function questions({ read, answers, current }: Held) {
  const asked = <Answer extends object>(question: unknown[], work: () => Promise<Answer>): MaybePromise<Answer> =>
    answers.get(JSON.stringify(question), work);
  return {
    list: (...args: Rest<typeof listEntities>) =>
      asked(['list', ...args], async () => await listEntities(read, ...args)),
    listRelationships: (...args: Rest<typeof listRelationships>) =>
      asked(['relationships', ...args], async () => await listRelationships(read, ...args)),
    listEvidence: (...args: Rest<typeof listEvidence>) =>
      asked(['evidence', ...args], async () => await listEvidence(read, ...args)),
    search: (...args: Rest<typeof search>) => asked(['search', ...args], async () => await search(read, ...args)),
    statistics: (...args: Rest<typeof statistics>) =>
      asked(['statistics', ...args], async () => await statistics(read, ...args)),
    timeline: (query: TimelineQuery, page: PageArgs) =>
      asked(['timeline', query, page], async () => await timeline(read, current, query, page)),
    path: (query: PathQuery): PathsFound => findPath(current(), query),
    paths: (query: PathQuery, first: number | null | undefined): PathsFound => findPaths(current(), query, first),
    neighborhood: (query: NeighborhoodQuery): Neighborhood => findNeighborhood(current(), query),
    ranking: (query: RankingQuery) => asked(['ranking', query], async () => await rank(current(), query)),
    counts: () => asked(['counts'], async () => await readCounts(read)),
  };
}

/** The graph that a process holds. */
export type Graph = Awaited<ReturnType<typeof openGraph>>;
export type { Entity };

/** The arguments of a function but for the first, the database. */
type Rest<Work> = Work extends (read: Read, ...args: infer Args) => unknown ? Args : never;

function openRows(read: Read, memory: Memory, adjacency: () => AdjacencyIndex) {
  return {
    passing: passingRows(read, memory, adjacency),
    placed: placedRows(read, memory, adjacency),
    entities: entityRows(read, memory),
    identifiers: identifierRows(read, memory),
    relationships: relationshipRows(read, memory),
    relationshipsById: relationshipRowsById(read, memory),
    evidence: evidenceRows(read, memory),
    evidenceById: evidenceRowsById(read, memory),
    stands: standRows(read, memory),
    passages: passageRows(read, memory),
    paragraphs: paragraphRows(read, memory),
    mentions: mentionRows(read, memory),
    contests: contestRows(read, memory),
    facts: factRows(read, memory),
    details: Object.fromEntries(detailModels.map((model) => [model, detailRows(read, memory, model)])) as Record<
      DetailModel,
      CachedLoader<string, object>
    >,
  };
}

type OpenRows = ReturnType<typeof openRows>;

/** Forgets what may have changed. Rows are forgotten by key; answers to whole questions, all of them. */
function invalidate(rows: OpenRows, answers: Answers, changes: readonly Change[]): void {
  answers.clear();
  rows.passing.clear();
  rows.placed.clear();
  rows.mentions.clear();
  rows.contests.clear();
  rows.paragraphs.clear();
  rows.stands.clear();
  for (const change of changes) {
    for (const some of affected(rows, change.table)) {
      if (change.keys.length === 0) some.clear();
      else for (const key of change.keys) some.invalidate(key);
    }
  }
}

interface Invalidatable {
  invalidate(key: string): void;
  clear(): void;
}

/** Rows whose keys are not those of the log are forgotten whole: they are few. */
const whole = (some: { clear(): void }): Invalidatable => ({
  invalidate: () => some.clear(),
  clear: () => some.clear(),
});

/** The rows that are read from a table. */
function affected(rows: OpenRows, table: string): Invalidatable[] {
  const byNumber = {
    invalidate: (key: string) => rows.relationships.invalidate(Number(key)),
    clear: rows.relationships.clear,
  };
  const named: Record<string, Invalidatable[]> = {
    Entity: [rows.entities],
    Name: [rows.entities],
    Identifier: [rows.entities, whole(rows.identifiers)],
    NotStated: [rows.entities],
    Relationship: [byNumber, whole(rows.relationshipsById)],
    Evidence: [rows.evidence, whole(rows.evidenceById)],
    Passage: [whole(rows.passages)],
    Term: Object.values(rows.facts).map(whole),
    LegislationStage: Object.values(rows.facts).map(whole),
    Provision: Object.values(rows.facts).map(whole),
    _EntityToProvision: Object.values(rows.facts).map(whole),
  };
  const model = table.charAt(0).toLowerCase() + table.slice(1);
  return named[table] ?? Object.entries(rows.details).flatMap(([name, some]) => (name === model ? [some] : []));
}

/** How many there are of what. */
export interface Counts {
  readonly entities: number;
  readonly relationships: number;
  readonly evidence: number;
  readonly articles: number;
}

async function readCounts(read: Read): Promise<Counts> {
  const [counts] = await read<Counts>(Prisma.sql`
    SELECT (SELECT count(*) FROM "Entity")::int AS entities,
      (SELECT count(*) FROM "Relationship")::int AS relationships,
      (SELECT count(*) FROM "Evidence")::int AS evidence,
      (SELECT count(*) FROM "Article")::int AS articles`);
  return counts as Counts;
}
