/**
 * PostGraphile 5 on the same tables, as its handbook starts it: the Amber preset and nothing else.
 *
 * Plain JavaScript: it runs under a newer Node than the service's, on packages that only the bench installs.
 * Call: node postgraphile.mjs <database URL> <port>
 */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const [connectionString, port] = process.argv.slice(2);
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // It hides relations without an index of exactly their columns; here (subjectId, type) serves (subjectId, subjectKind).
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString, schemas: ['public'] })],
  grafast: { explain: false },
});
const serv = instance.createServ(grafserv);
const server = createServer();
await serv.addTo(server);
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
