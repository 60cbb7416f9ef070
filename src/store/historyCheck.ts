/**
 * Whether the history is what was written: the digest that each changeset noted must follow from the rows that its
 * version changed. The database refuses to change either; a superuser can force it.
 */
import type { Read } from '../database/read.ts';
import { digestOf } from './version.ts';

/** A version whose rows are not those that its changeset saw. */
export interface TamperedVersion {
  readonly version: number;
  /** The digest that its changeset noted; null: it has no changeset. */
  readonly noted: string | null;
  /** That which its rows have now. */
  readonly found: string;
}

interface Halves {
  readonly version: number;
  readonly high: bigint;
  readonly low: bigint;
}

/** Checks all versions, from the first of the history on. @returns those that are not as they were, in order */
export async function checkHistory(read: Read, signal: AbortSignal): Promise<TamperedVersion[]> {
  const [first] = await read<{ from: number }>({ text: `SELECT "historyFrom" AS from FROM "DataVersion"`, values: [] });
  const [now] = await read<Halves>({ text: `SELECT "version", "high", "low" FROM "DataVersion"`, values: [] });
  const noted = await read<Halves>({
    text: `SELECT "version", "high", "low" FROM "Changeset" WHERE "high" IS NOT NULL ORDER BY "version"`,
    values: [],
  });
  if (first === undefined || now === undefined) return [];
  const changes = await readChanges(read, signal);
  const known = new Map(noted.map((one) => [one.version, one]));
  const versions = new Set([...changes.keys(), ...known.keys(), now.version]);
  let found = { high: 0n, low: 0n };
  const tampered: TamperedVersion[] = [];
  for (const version of [...versions].sort((one, other) => one - other)) {
    const change = changes.get(version);
    if (change !== undefined) found = { high: found.high ^ change.high, low: found.low ^ change.low };
    if (version < first.from || version === 0) continue;
    const wanted = version === now.version ? now : known.get(version);
    const own = known.get(version);
    const isSame = [wanted, own].every((one) => one !== undefined && digestOf(one) === digestOf(found));
    if (!isSame) tampered.push({ version, noted: own === undefined ? null : digestOf(own), found: digestOf(found) });
  }
  return tampered;
}

/** What each version's rows change in the digest: those that came and those that went. */
async function readChanges(read: Read, signal: AbortSignal): Promise<ReadonlyMap<number, Halves>> {
  const tables = await read<{ name: string }>({
    text: `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'labourgraph_history' ORDER BY 1`,
    values: [],
  });
  const changes = new Map<number, Halves>();
  for (const { name } of tables) {
    const rows = await read<Halves>({ text: changesOf(name), values: [name] }, signal);
    for (const { version, high, low } of rows) {
      const before = changes.get(version) ?? { high: 0n, low: 0n };
      changes.set(version, { version, high: before.high ^ high, low: before.low ^ low });
    }
  }
  return changes;
}

/** @param name of a table, as the catalog has it */
const changesOf = (name: string): string => `
  SELECT version, bit_xor(('x' || left(hash, 16))::bit(64)::bigint) AS high,
    bit_xor(('x' || right(hash, 16))::bit(64)::bigint) AS low
  FROM (
    SELECT r."since" AS version, row_hash($1, to_jsonb(r)) AS hash FROM public."${name}" r UNION ALL
    SELECT unnest(ARRAY[h."since", h."until"]), row_hash($1, to_jsonb(h) - 'until') FROM labourgraph_history."${name}" h
  ) AS changed GROUP BY version`;
