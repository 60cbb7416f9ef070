/** A service that cannot do its work says that it is not ready, and why. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { applyMigrations } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openAdmission } from '../../src/server/admission.ts';
import { openCanary } from '../../src/server/canary.ts';
import { syncRules } from '../../src/store/rules.ts';
import { openMigrated } from '../database.ts';
import { createCluster, query } from './cluster.ts';
import { ask, serve } from './service.ts';

interface Ready {
  readonly status: number;
  readonly reasons?: readonly string[];
}

async function ready(url: string): Promise<Ready> {
  const began = performance.now();
  const response = await fetch(new URL('/readyz', url));
  const { reasons } = (await response.json()) as { reasons?: readonly string[] };
  // It tells what was seen before, and waits for nothing; a busy machine takes its time.
  expect(performance.now() - began).toBeLessThan(1_000);
  return { status: response.status, ...(reasons && { reasons }) };
}

const soon = { timeout: 10_000, interval: 100 };

it('row 71: a table that is gone is seen, and so is that it is back', async () => {
  const database = await openMigrated();
  const own = await serve(database);
  expect(await ready(own.url)).toEqual({ status: 200 });
  for (const table of ['Term', 'Name', 'DataVersion']) {
    await database.prisma.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO gone`);
    const reasons = ['a table that the service needs is not there'];
    await expect.poll(async () => await ready(own.url), soon).toEqual({ status: 503, reasons });
    await database.prisma.$executeRawUnsafe(`ALTER TABLE gone RENAME TO "${table}"`);
    await expect.poll(async () => await ready(own.url), soon).toEqual({ status: 200 });
  }
  expect(own.logged.map(([line]) => line)).toContain('a table that the service needs cannot be read');
  await own.stop();
  await database.close();
});

it('row 71: privileges that are lost are seen, of a table and of one column', async () => {
  const cluster = await createCluster();
  onTestFinished(async () => await cluster.remove());
  const owner = await openDatabase({ url: cluster.url });
  await applyMigrations(owner.adapter);
  await syncRules(owner.prisma);
  const run = async (sql: string): Promise<unknown> => await query(cluster.url, sql);
  await run('CREATE ROLE service LOGIN');
  await run('GRANT ALL ON ALL TABLES IN SCHEMA public TO service');
  await run('GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO service');
  await owner.close();
  const database = await openDatabase({ url: cluster.url.replace('postgres@', 'service@') });
  const own = await serve(database);
  expect(await ready(own.url)).toEqual({ status: 200 });
  const reasons = ['the database does not permit to read a table that the service needs'];
  await run('REVOKE SELECT ON "Evidence" FROM service');
  await expect.poll(async () => await ready(own.url), soon).toEqual({ status: 503, reasons });
  await run('GRANT SELECT ("id") ON "Evidence" TO service');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await ready(own.url)).toEqual({ status: 503, reasons });
  await run('GRANT SELECT ON "Evidence" TO service');
  await expect.poll(async () => await ready(own.url), soon).toEqual({ status: 200 });
  expect((await ask(own.url, '{ graph { version } }')).status).toBe(200);
  await own.stop();
  await database.close();
});

it('row 71: places that are taken where nobody waits are seen, and those that are just given back are not', async () => {
  const database = await openMigrated();
  const admission = openAdmission({ maxInFlight: 10, maxCostInFlight: 10 });
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  const [, gone] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  const leave = admission.enter(gone);
  const canary = openCanary({ read: database.read, admission, log: () => {} }, 1_000, 100);
  onTestFinished(() => canary.stop());
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(canary.reasons()).toEqual([]);
  client.destroy();
  await once(gone, 'close');
  expect(canary.reasons()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(canary.reasons()).toEqual([]);
  await expect.poll(() => canary.reasons(), soon).toEqual(['places are taken that nobody waits for; start it anew']);
  leave?.();
  await expect.poll(() => canary.reasons(), soon).toEqual([]);
  canary.stop();
  await database.close();
});
