/** Row 72: who may only read the database can serve it; roles and transactions that only read are a server's. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { base, folderOf } from '../seeding/fixture.ts';
import { ended, newDatabase, run, saying, start } from './run.ts';

const server = process.env['DATABASE_URL'] ?? '';
const role = `labourgraph_reader_${process.pid}`;

describe.runIf(server !== '')('a role that may only read', () => {
  const query = async (url: string, statement: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(statement).finally(async () => await client.end());
  };
  beforeAll(async () => await query(server, `CREATE ROLE ${role} LOGIN PASSWORD 'reader'`));
  afterAll(async () => await query(server, `DROP ROLE ${role}`));

  /** A database with facts and an old log, and its addresses for who may only read: by role, and by transaction. */
  async function prepared(): Promise<{ folder: string; env: NodeJS.ProcessEnv; owner: string; readers: string[] }> {
    const folder = folderOf({ 'seeds/facts.yaml': base });
    const env = await newDatabase(folder);
    const owner = String(env['DATABASE_URL']);
    expect(await run(folder, ['seed'], env)).toMatchObject({ code: 0 });
    await query(owner, `UPDATE "Change" SET "at" = now() - interval '30 days'`);
    await query(owner, `GRANT USAGE ON SCHEMA labourgraph_history TO ${role}`);
    await query(owner, `GRANT SELECT ON ALL TABLES IN SCHEMA public, labourgraph_history TO ${role}`);
    onTestFinished(async () => await query(owner, `DROP OWNED BY ${role}`));
    const [byRole, byTransaction] = [new URL(owner), new URL(owner)];
    [byRole.username, byRole.password] = [role, 'reader'];
    byTransaction.searchParams.set('options', '-c default_transaction_read_only=on');
    return { folder, env, owner, readers: [byRole.href, byTransaction.href] };
  }

  test('row 72: serves, with and without seeding where the files say what the database holds', async () => {
    const { folder, readers } = await prepared();
    for (const url of readers) {
      for (const args of [['serve', '--no-seed'], ['serve']]) {
        const service = start(folder, args, { DATABASE_URL: url, PORT: '0' });
        const over = ended(service);
        try {
          const said = await Promise.race([saying(service, /Serving .*\n/), over]);
          expect(said).toMatch(/Serving/);
          const address = /http:\S+/.exec(String(said))?.[0] ?? '';
          const body = JSON.stringify({ query: '{ entity(id: "ann") { name } }' });
          const headers = { 'content-type': 'application/json' };
          const answer = await fetch(address, { method: 'POST', headers, body });
          expect(await answer.json()).toMatchObject({ data: { entity: { name: 'Ann Able' } } });
          expect((await fetch(new URL('/readyz', address))).status).toBe(200);
        } finally {
          service.kill('SIGTERM');
        }
        expect(await over).toMatchObject({ code: 0, stderr: '' });
      }
    }
  }, 240_000);

  test('row 72: exports and backs up', async () => {
    const { folder, owner, readers } = await prepared();
    for (const DATABASE_URL of readers) {
      expect(await run(folder, ['export', 'terms.csv'], { DATABASE_URL })).toMatchObject({ code: 0, stderr: '' });
      expect(await run(folder, ['backup', 'a.backup'], { DATABASE_URL })).toMatchObject({ code: 0, stderr: '' });
    }
    const [DATABASE_URL = ''] = readers;
    await query(owner, `REVOKE USAGE ON SCHEMA labourgraph_history FROM ${role}`);
    const { code, stderr } = await run(folder, ['backup', 'a.backup'], { DATABASE_URL });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^this role may not read the history: [^\n]*\n$/),
    });
  }, 240_000);

  test('row 72: is told in one line what to do where something would have to be written', async () => {
    const { folder, env, owner, readers } = await prepared();
    expect(await run(folder, ['backup', 'a.backup'], env)).toMatchObject({ code: 0 });
    const changed = folderOf({ 'seeds/facts.yaml': base.replace('A union.', 'Another union.') });
    const told = async (args: readonly string[], words: RegExp, where = folder) => {
      for (const DATABASE_URL of readers) {
        const { code, stderr } = await run(where, args, { DATABASE_URL, PORT: '0' });
        expect(code).toBe(1);
        expect(stderr).toMatch(/^[^\n]+\n$/);
        expect(stderr).toMatch(words);
      }
    };
    await told(['serve'], /the seed files .* may only read.*--no-seed/, changed);
    await told(['seed'], /may only read/, changed);
    await told(['restore', 'a.backup', '--replace'], /may only read/);
    await query(owner, `DELETE FROM "RelationshipRule" WHERE "type" = 'GOVERNS'`);
    await told(['serve', '--no-seed'], /rules of the registry.* may only read.*migrate -- apply/);
    await query(owner, `DELETE FROM _prisma_migrations WHERE migration_name LIKE '%whoever_writes'`);
    await told(['serve', '--no-seed'], /whoever_writes.* may only read.*migrate -- apply/);
    await query(owner, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO public');
    await told(['serve', '--no-seed'], /may only read.*migrate -- apply/);
  }, 240_000);
});
