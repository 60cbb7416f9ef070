/** Of what data an answer is: of what was read, also where the data change while it is worked out. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { serveCluster } from './served.ts';
import { ask } from './service.ts';

interface Version {
  readonly version: number;
  readonly digest: string;
  readonly until?: Version;
}
const versionOf = ({ extensions }: { readonly extensions: object }): Version =>
  (extensions as { readonly graph: Version }).graph;

it('an answer that spans a change of the data says of what data it was begun, and of which it was ended', async () => {
  const served = await serveCluster({ connections: 4, wait: 5_000 });
  const [holder, writer] = [new pg.Client(served.cluster.url), new pg.Client(served.cluster.url)];
  await Promise.all([holder.connect(), writer.connect()]);
  const before = versionOf(await ask(served.url, '{ graph { version } }'));
  expect(before.until).toBeUndefined();
  // Every statement that reads an entity waits.
  await holder.query('BEGIN; LOCK TABLE "Name" IN ACCESS EXCLUSIVE MODE');
  const spanning = ask(served.url, '{ union(id: "union-1") { name } }');
  await sleep(300);
  // That transaction would keep all later changes from being followed. So the statement itself is made to wait.
  const waiting = await writer.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE NOT granted`);
  const pids = waiting.rows.map(({ pid }) => pid);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await holder.query('ROLLBACK');
  await writer.query(`UPDATE "Entity" SET "summary" = 'Another.' WHERE "id" = 'union-0'`);
  let after = before;
  for (let time = 0; time < 100 && after.version === before.version; time += 1) {
    await sleep(100);
    after = versionOf(await ask(served.url, '{ graph { version } }'));
  }
  for (const pid of pids) process.kill(pid, 'SIGCONT');
  expect(versionOf(await spanning)).toEqual({ ...before, until: after });
  expect(after.version).toBeGreaterThan(before.version);
  await Promise.all([holder.end(), writer.end()]);
  await served.stop();
});
