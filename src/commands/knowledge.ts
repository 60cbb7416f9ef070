/** What the graph knows, for the reader: from the database where there is one, else from the seed files. */
import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { FolderInUse } from '../database/embedded/lock.ts';
import { messageOf } from '../database/thrown.ts';
import { DatabaseUnavailable } from '../database/unavailable.ts';
import { knowledgeOf, knownFactsOf, plainOf } from '../reading/knowledge.ts';
import { complain } from './common.ts';
import type { Graph } from './draft.ts';

/** Where it is to be read; undefined: where there are facts. */
export type KnowledgeSource = 'database' | 'seeds';

/**
 * Reads all that the graph holds, and says on standard error where.
 * @throws what opening the database throws, where only the database will do; NoFolder if there are no seed files.
 */
export async function loadGraph(config: Config, source: KnowledgeSource | undefined): Promise<Graph> {
  const records = source === 'seeds' ? undefined : await recordsOfDatabase(config, source === 'database');
  return graphOf(records ?? (await recordsOfSeeds(config)));
}

function graphOf(records: readonly unknown[]): Graph {
  const facts = knownFactsOf(records);
  return { facts, knowledge: knowledgeOf(facts) };
}

async function recordsOfSeeds({ seeds }: Config): Promise<readonly unknown[]> {
  const { readSeeds } = await import('../seeding/read.ts');
  const { records, problems } = await readSeeds(seeds);
  const wrong = problems.length === 0 ? '' : `; ${problems.length} mistakes in them, see npm run verify`;
  complain(`Knowledge  from the seed files in ${seeds}${wrong}`);
  return records.map(plainOf);
}

/** The records of the database; undefined: there is none, or it has none. @param needed fail where it cannot be read. */
async function recordsOfDatabase({ database }: Config, needed: boolean): Promise<readonly unknown[] | undefined> {
  // To open an embedded database that is not there makes one.
  if (!needed && 'folder' in database && !existsSync(database.folder)) return undefined;
  try {
    const { openDatabase } = await import('../database/open.ts');
    const { readAllRecords } = await import('../exporting/allRecords.ts');
    const opened = await openDatabase(database);
    try {
      const records = await readAllRecords(opened.prisma);
      if (records.length === 0 && !needed) {
        complain(`Database   ${opened.description} has no facts yet`);
        return undefined;
      }
      complain(`Knowledge  from the database, ${opened.description}`);
      return records;
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (needed) throw error;
    const reason = error instanceof FolderInUse ? 'a running service has it open' : messageOf(error).split('\n')[0];
    complain(`Database   not read: ${reason}`);
    if (!(error instanceof FolderInUse) && !(error instanceof DatabaseUnavailable))
      complain('           npm run migrate -- status says whether its tables are up to date');
    return undefined;
  }
}
