/** (d) The shortest path between two entities: this service over HTTP, and two peers in process, without HTTP. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { hubKinds } from '../../src/graph/index/walk.ts';
import { withClient } from '../generate.ts';
import { askGraphql } from '../graphql.ts';

export type Pair = readonly [from: string, to: string];
export interface Found {
  /** Null: there is no path of at most `longest`. */
  readonly length: number | null;
  readonly milliseconds: number;
}
export interface PathFinder {
  find(pair: Pair): Promise<Found>;
  close(): Promise<void>;
}

export const longest = 6;
/** What no path leads through unless that is asked for. */
const hubs: readonly string[] = hubKinds;

/** Pairs of people, unions, disputes and the like, drawn once and for all. */
export async function drawPairs(database: string, count: number): Promise<Pair[]> {
  return await withClient(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT e."id" FROM "Entity" e WHERE e."kind" IN ('PERSON', 'UNION', 'PUBLIC_BODY', 'DISPUTE', 'CLAIM', 'BARGAINING_UNIT')
       AND EXISTS (SELECT FROM "Relationship" r WHERE r."subjectId" = e."id" AND r."objectKind" <> ALL($2))
       ORDER BY md5(e."id") LIMIT $1`,
      [2 * count, hubs],
    );
    return Array.from({ length: Math.floor(rows.length / 2) }, (_, index): Pair => {
      const [one, other] = rows.slice(2 * index, 2 * index + 2);
      return [one?.id ?? '', other?.id ?? ''];
    });
  });
}

export const pathQuery = `query Path($from: ID!, $to: ID!) {
  path(from: $from, to: $to) { length steps { entity { id } } }
}`;

/** This service, over HTTP. */
export function ownFinder(url: string): PathFinder {
  return {
    find: async ([from, to]) => {
      const started = performance.now();
      const { path } = (await askGraphql(url, pathQuery, { from, to })) as { path: { length: number } | null };
      return { length: path?.length ?? null, milliseconds: performance.now() - started };
    },
    close: async () => {},
  };
}

/** A recursive query in PostgreSQL, prepared, on one connection; LIMIT has it stop at the first that it finds. */
export async function cteFinder(database: string): Promise<PathFinder> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const text = `
    WITH RECURSIVE walk(id, depth) AS (
      SELECT $1::text, 0
      UNION
      SELECT next.id, walk.depth + 1
      FROM walk CROSS JOIN LATERAL (
        SELECT r."objectId" AS id FROM "Relationship" r WHERE r."subjectId" = walk.id AND r."objectKind" <> ALL($4::text[])
        UNION ALL
        SELECT r."subjectId" FROM "Relationship" r WHERE r."objectId" = walk.id AND r."subjectKind" <> ALL($4::text[])
      ) AS next
      WHERE walk.depth < $3::int
    )
    SELECT depth FROM walk WHERE id = $2 LIMIT 1`;
  return {
    find: async ([from, to]) => {
      const started = performance.now();
      const values = [from, to, longest, hubs];
      const { rows } = await client.query<{ depth: number }>({ name: 'path', text, values });
      return { length: rows[0]?.depth ?? null, milliseconds: performance.now() - started };
    },
    close: async () => await client.end(),
  };
}

/** Ladybug in a process of its own, which times the call alone. */
export async function ladybugFinder(database: string): Promise<PathFinder> {
  const folder = mkdtempSync(join(tmpdir(), 'ladybug-'));
  await exportGraph(database, folder);
  const script = fileURLToPath(new URL('../peers/ladybug.mjs', import.meta.url));
  const child = spawn('node', [script, folder, String(longest)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('Ladybug ended');
    return JSON.parse(value) as unknown;
  };
  await read();
  return {
    find: async (pair) => {
      child.stdin.write(`${JSON.stringify(pair)}\n`);
      return (await read()) as Found;
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** The graph without its hubs, as CSV. Ids have no character that would need quotes. */
async function exportGraph(database: string, folder: string): Promise<void> {
  await withClient(database, async (client) => {
    const nodes = await client.query<{ line: string }>(`SELECT "id" AS line FROM "Entity" WHERE "kind" <> ALL($1)`, [
      hubs,
    ]);
    const edges = await client.query<{ line: string }>(
      `SELECT "subjectId" || ',' || "objectId" AS line FROM "Relationship"
       WHERE "subjectKind" <> ALL($1) AND "objectKind" <> ALL($1)`,
      [hubs],
    );
    writeFileSync(join(folder, 'nodes.csv'), nodes.rows.map(({ line }) => `${line}\n`).join(''));
    writeFileSync(join(folder, 'edges.csv'), edges.rows.map(({ line }) => `${line}\n`).join(''));
  });
}
