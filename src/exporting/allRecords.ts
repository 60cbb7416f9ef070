/** All records of the graph at once, for what works on the whole of it. */
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Plain } from '../records/fromRows.ts';
import { readVersion } from '../store/version.ts';
import { noneLeftOut } from './leftOut.ts';
import { defaultBase } from './options.ts';
import { withSnapshot } from './reading.ts';
import { recordBatches } from './records.ts';

/** The records of a database; one that cannot be told is left out. */
export async function readAllRecords(prisma: PrismaClient): Promise<Plain[]> {
  return await withSnapshot({ prisma }, async (reader) => {
    const data = await readVersion(reader.tx);
    const records: Plain[] = [];
    const options = { base: defaultBase, data, ofPast: false, leftOut: noneLeftOut() };
    for await (const batch of recordBatches(reader, options)) records.push(...batch.flat());
    return records;
  });
}
