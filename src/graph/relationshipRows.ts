/** The rows of relationships, by number and by id. */
import type { Read } from '../database/read.ts';
import type { Relationship as Row } from '../generated/prisma/client.ts';
import { readRelationships, readRelationshipsById } from '../store/relationship.ts';
import { keepRows, type Rows } from './cache.ts';
import type { Memory } from './memory.ts';

/** The relationships by number, kept. */
export const relationshipRows = (read: Read, memory: Memory): Rows<number, Row> =>
  keepRows(memory, async (seqs) => await readRelationships(read, seqs));

/** The relationships by id, kept. */
export const relationshipRowsById = (read: Read, memory: Memory): Rows<string, Row> =>
  keepRows(memory, async (ids) => await readRelationshipsById(read, ids));
