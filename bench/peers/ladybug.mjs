/**
 * Ladybug, an embedded graph database, in its own process. No HTTP: what it is timed by is the call alone.
 *
 * Plain JavaScript: its package is installed for the bench alone.
 * Call: node ladybug.mjs <folder with nodes.csv and edges.csv> <longest path>; then a line of JSON, [from, to], on
 * standard input gets a line of JSON, {length, milliseconds}, on standard output.
 */
import { createInterface } from 'node:readline';
import ladybug from '@ladybugdb/core';

const [folder, longest] = process.argv.slice(2);
const database = new ladybug.Database(`${folder}/graph`);
const connection = new ladybug.Connection(database);
await connection.query('CREATE NODE TABLE E(id STRING PRIMARY KEY)');
await connection.query('CREATE REL TABLE R(FROM E TO E)');
await connection.query(`COPY E FROM '${folder}/nodes.csv' (header=false)`);
await connection.query(`COPY R FROM '${folder}/edges.csv' (header=false)`);
const shortest = await connection.prepare(
  `MATCH p = (a:E {id: $from})-[r:R* SHORTEST 1..${longest}]-(b:E {id: $to}) RETURN length(r) AS length LIMIT 1`,
);
process.stdout.write('"ready"\n');

for await (const line of createInterface({ input: process.stdin })) {
  const [from, to] = JSON.parse(line);
  const started = performance.now();
  const result = await connection.execute(shortest, { from, to });
  const [row] = await result.getAll();
  const milliseconds = performance.now() - started;
  process.stdout.write(`${JSON.stringify({ length: row === undefined ? null : Number(row.length), milliseconds })}\n`);
}
await connection.close();
await database.close();
