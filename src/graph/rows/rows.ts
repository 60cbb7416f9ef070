/** The rows that a process has read by key: kept as far as there is room, and forgotten when the change log names them. */
import type { Change } from '../../database/changeFeed.ts';
import type { Read } from '../../database/read.ts';
import { type DetailModel, recordOf } from '../../registry/index.ts';
import type { Detail } from '../../store/detail.ts';
import type { AdjacencyIndex } from '../index/adjacencyIndex.ts';
import type { CachedLoader } from './cache.ts';
import { contestRows } from './contested.ts';
import { detailModels, detailRows, entityRows } from './entities.ts';
import { factRows } from './entityParts.ts';
import { evidenceRows, evidenceRowsById, mentionRows, paragraphRows, passageRows } from './evidence.ts';
import { identifierRows } from './identifiers.ts';
import type { Memory } from './memory.ts';
import { standRows } from './nodes.ts';
import { passingRows, placedRows } from './relatedRows.ts';
import { relationshipRows, relationshipRowsById } from './relationshipRows.ts';

/** Opens what is read by key and kept. @param adjacency gives the index as it is now */
export function openRows(read: Read, memory: Memory, adjacency: () => AdjacencyIndex) {
  const evidence = evidenceRows(read, memory);
  return {
    passing: passingRows(read, memory, adjacency),
    placed: placedRows(read, memory, adjacency),
    entities: entityRows(read, memory),
    identifiers: identifierRows(read, memory),
    relationships: relationshipRows(read, memory, evidence),
    relationshipsById: relationshipRowsById(read, memory),
    evidence,
    evidenceById: evidenceRowsById(read, memory),
    stands: standRows(read, memory),
    passages: passageRows(read, memory),
    paragraphs: paragraphRows(read, memory),
    mentions: mentionRows(read, memory),
    contests: contestRows(read, memory),
    facts: factRows(read, memory),
    details: recordOf(detailModels, (model) => detailRows(read, memory, model)) as DetailRows,
  };
}

/** Under each model's name the rows of that model. */
type DetailRows = { readonly [Model in DetailModel]: CachedLoader<string, Detail<Model>> };

export type Rows = ReturnType<typeof openRows>;

/** Forgets the rows that may have changed: by key, or all of a sort that others' rows go into. */
export function invalidateRows(rows: Rows, changes: readonly Change[]): void {
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
function affected(rows: Rows, table: string): Invalidatable[] {
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
    AffectedEntity: Object.values(rows.facts).map(whole),
  };
  const model = table.charAt(0).toLowerCase() + table.slice(1);
  return named[table] ?? Object.entries(rows.details).flatMap(([name, some]) => (name === model ? [some] : []));
}
