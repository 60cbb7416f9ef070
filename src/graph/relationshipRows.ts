/** The rows of relationships, by number and by id. */
import type { Read } from '../database/read.ts';
import type { Relationship as Row } from '../generated/prisma/client.ts';
import { readRelationships, readRelationshipsById } from '../store/relationship.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import type { Memory } from './memory.ts';

/** The relationships by number, kept. */
export const relationshipRows = (read: Read, memory: Memory): CachedLoader<number, Row> =>
  cachedLoader(memory, async (seqs) => await readRelationships(read, seqs));

/** The relationships by id, kept. */
export const relationshipRowsById = (read: Read, memory: Memory): CachedLoader<string, Row> =>
  cachedLoader(memory, async (ids) => await readRelationshipsById(read, ids));
