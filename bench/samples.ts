/** Which ids the questions are asked of: drawn once, the same for all peers and rounds. */
import type pg from 'pg';
import { randomOf } from './generate/random.ts';
import { pageVariables } from './works/page.ts';
import type { Samples, Variables, Work } from './works/work.ts';

/** How many questions of a kind that nobody has asked before, at the most. */
const coldAtMost = 120;

/** Draws the questions of each work. */
export async function drawSamples(client: pg.Client): Promise<Record<Work['name'], Samples>> {
  return { nested: await drawNested(client), page: await drawPages(client), list: drawLists() };
}

/**
 * Sets of 20 disputes. Parties recur, and so would be in any cache by the second answer: those of `cold` are in no
 * other set, of `cold` or `warmUp`.
 */
async function drawNested(client: pg.Client): Promise<Samples> {
  const { rows } = await client.query<{ id: string; parties: string[] }>(
    `SELECT "objectId" AS id, array_agg("subjectId") AS parties FROM "Relationship"
     WHERE "type" = 'PARTY_TO' AND "objectKind" = 'DISPUTE' GROUP BY 1 ORDER BY md5("objectId")`,
  );
  const seen = new Map<string, number>();
  for (const party of rows.flatMap(({ parties }) => parties)) seen.set(party, (seen.get(party) ?? 0) + 1);
  const fame = ({ parties }: { parties: string[] }): number =>
    Math.max(...parties.map((party) => seen.get(party) ?? 0));
  const most = 20 * Math.min(coldAtMost, Math.floor(rows.length / 100));
  const taken = new Set<string>();
  const apart: string[] = [];
  for (const { id, parties } of [...rows].sort((one, other) => fame(one) - fame(other))) {
    if (apart.length === most || parties.some((party) => taken.has(party))) continue;
    for (const party of parties) taken.add(party);
    apart.push(id);
  }
  const rest = rows.filter(({ parties }) => !parties.some((party) => taken.has(party))).map(({ id }) => id);
  return { warm: inTwenties(rows.map(({ id }) => id)).slice(0, 1), warmUp: inTwenties(rest), cold: inTwenties(apart) };
}

function inTwenties(ids: readonly string[]): Variables[] {
  const sets = Math.floor(ids.length / 20);
  return Array.from({ length: sets }, (_, index) => ({ ids: ids.slice(index * 20, index * 20 + 20) }));
}

/** Unions of which 20 relationships are all, or nearly: then any 20 are the same, and no peer need sort. */
async function drawPages(client: pg.Client): Promise<Samples> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT "subjectId" AS id FROM "Relationship" WHERE "subjectKind" = 'UNION' GROUP BY 1
     HAVING count(*) BETWEEN 15 AND 20 ORDER BY count(*) DESC, md5("subjectId")`,
  );
  const all = rows.map(({ id }) => pageVariables(id));
  const cold = Math.min(coldAtMost, Math.floor(all.length / 2));
  return { warm: all.slice(0, 10), cold: all.slice(10, 10 + cold), warmUp: all.slice(10 + cold) };
}

/** Lists of disputes by status and type; of `cold`, each of another length about 50, so that no answer is known. */
function drawLists(): Samples {
  const statuses = ['OPEN', 'TALKS_BROKEN_OFF', 'TALKS_RESUMING', 'SETTLED'];
  const filters = statuses.flatMap((status) => ['INTERESTS', 'RIGHTS'].map((type) => ({ status, type })));
  const lengths = Array.from({ length: 40 }, (_, index) => 30 + index).filter((first) => first !== 50);
  const random = randomOf(23);
  const others = lengths
    .flatMap((first) => filters.map((filter) => ({ ...filter, first })))
    .map((variables) => ({ variables, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ variables }) => variables);
  const warm = filters.map((filter) => ({ ...filter, first: 50 }));
  return { warm, cold: others.slice(0, coldAtMost), warmUp: others.slice(coldAtMost) };
}
