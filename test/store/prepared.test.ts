/** A statement is prepared once on a connection, however many keys it reads by; and not at all where it cannot be. */
import { expect, inject, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { readEntities } from '../../src/store/entity.ts';
import { readRelationships } from '../../src/store/relationship.ts';
import { openMigrated } from '../database.ts';

/** One connection, so that what it has prepared can be asked for. */
const limits = { connections: 1, wait: 5_000, statement: 30_000 };

async function preparedAfterReading(prepared: boolean): Promise<{ names: string[]; isServer: boolean }> {
  const database: Database = await openMigrated(undefined, inject('template'), { ...limits, prepared });
  try {
    for (const ids of [['a'], ['a', 'b'], ['a', 'b', 'c']]) await readEntities(database.read, ids);
    for (const seqs of [[1], [1, 2]]) await readRelationships(database.read, seqs);
    const rows = await database.read<{ name: string }>({
      text: 'SELECT "name" FROM pg_prepared_statements ORDER BY 1',
      values: [],
    });
    return { names: rows.map(({ name }) => name), isServer: database.description.startsWith('PostgreSQL') };
  } finally {
    await database.close();
  }
}

test('the statements by key are prepared on a server, each once, and never on the embedded database', async () => {
  const { names, isServer } = await preparedAfterReading(true);
  expect(names).toEqual(isServer ? ['entities', 'relationships'] : []);
});

test('none is prepared where that is switched off', async () => {
  expect((await preparedAfterReading(false)).names).toEqual([]);
});
