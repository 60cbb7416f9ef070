/** How exports behave as answers: what there is, what is refused, and what a large one costs. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { exports } from '../../src/exporting/exports.ts';
import { kindNames } from '../../src/registry/index.ts';
import { startService } from '../../src/server/start.ts';
import { openMigrated } from '../database.ts';
import { addressOf, download } from './service.ts';

interface Failure {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

describe('what there is', () => {
  test('is listed, and all of it is served as what it says it is', async () => {
    const listed = (await (await fetch(addressOf(''))).json()) as {
      exports: { name: string; url: string; contentType: string; parameters: object }[];
    };
    expect(listed.exports.map(({ name }) => name)).toEqual(exports.map(({ name }) => name));
    const tables = ['entities.csv', 'relationships.csv', 'statements.csv', 'claims.csv', 'terms.csv'];
    const saved = [...tables, 'graph.graphml', 'graph.ftm.json', 'records.yaml'];
    for (const { name, url, contentType } of listed.exports) {
      const response = await fetch(url);
      expect(response.status, name).toBe(200);
      expect(response.headers.get('content-type'), name).toBe(contentType);
      expect(response.headers.get('cache-control'), name).toBe('no-cache');
      expect((await response.text()).length, name).toBeGreaterThan(0);
      const [stem, ...endings] = name.split('.');
      const file = `labourgraph-${stem}-${new Date().toISOString().slice(0, 10)}.${endings.join('.')}`;
      const attached = `attachment; filename="${file}"`;
      expect(response.headers.get('content-disposition'), name).toBe(saved.includes(name) ? attached : null);
    }
  });

  test('is listed for a day: addresses of that day, and which are of all days', async () => {
    const listed = (await (await fetch(addressOf('?asOf=2015-05-12'))).json()) as {
      exports: { name: string; url: string; asOf: string | null }[];
    };
    const of = (wanted: string) => listed.exports.find(({ name }) => name === wanted);
    expect(of('relationships.csv')).toMatchObject({ asOf: '2015-05-12' });
    expect(new URL(of('relationships.csv')?.url ?? '').search).toBe('?asOf=2015-05-12');
    expect(of('statements.csv')).toMatchObject({ asOf: null });
    expect(new URL(of('statements.csv')?.url ?? '').search).toBe('');
    expect((await fetch(addressOf('?asOf=2015-13-45'))).status).toBe(400);
  });

  test('has a head without a body', async () => {
    const response = await fetch(addressOf('entities.csv'), { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      '',
    ]);
  });

  test('is told to who asks for something else', async () => {
    for (const name of ['nothing.csv', 'entities', 'grafana/', 'entities.csv/x']) {
      const response = await fetch(addressOf(name));
      expect(response.status, name).toBe(404);
      const { errors } = (await response.json()) as Failure;
      expect(errors[0]?.extensions['code']).toBe('NOT_FOUND');
      expect(errors[0]?.extensions['allowed']).toHaveLength(exports.length);
    }
  });
});

describe('bad input', () => {
  test.each([
    ['entities.csv?kinds=UNIONS', 'kinds', kindNames.join(', ')],
    ['entities.csv?kinds=', 'kinds', kindNames.join(', ')],
    ['graph.graphml?kinds=UNION,x', 'kinds', kindNames.join(', ')],
    ['relationships.csv?asOf=2015-02-30', 'asOf', 'YYYY-MM-DD'],
    ['relationships.csv?asOf=2015-02-03&asOf=2015-02-04', 'asOf', 'YYYY-MM-DD'],
    ['grafana/events.json?bucket=week', 'bucket', 'month, year'],
    ['entities.csv?asOf=2015-05-12', 'asOf', 'kinds'],
    ['terms.csv?kinds=PROPOSAL', 'kinds', 'knownAt'],
    ['graph.jsonld?kind=UNION', 'kind', 'kinds, asOf, knownAt'],
  ])('%s is refused, with what is allowed', async (name, argument, allowed) => {
    const response = await fetch(addressOf(name));
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Failure;
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: [argument] });
    expect(errors[0]?.extensions['allowed']).toContain(allowed);
  });

  test('a month is no day, and the answer says which days it has', async () => {
    const response = await fetch(addressOf('relationships.csv?asOf=2016-01'));
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Failure;
    expect(errors[0]?.message).toContain('it is a month, so choose a day from 2016-01-01 to 2016-01-31');
  });
});

const many = 20_000;

describe('a large export', () => {
  const batches: string[] = [];
  const logged: unknown[] = [];
  const sizes: number[] = [];
  let database: Database;
  let service: string;
  /** Some 90 MB, more than the 37 MB that Linux buffers at most between a reader and a writer on one machine. */
  const large = (): string => addressOf('entities.csv?kinds=ISSUE', service);

  beforeAll(async () => {
    const opened = await openMigrated((sql) => {
      if (sql.includes('FROM "public"."Entity"') && sql.includes('LIMIT')) batches.push(sql);
    });
    database = { ...opened, prisma: counting(opened.prisma, sizes) };
    // Nothing is searched for here: to index the words of 90 MB would take minutes.
    await database.prisma.$executeRaw`DROP INDEX "Entity_words"`;
    const insert = async (kind: string, summary: string): Promise<unknown> =>
      await database.prisma.$executeRaw`
        WITH new AS (
          INSERT INTO "Entity" (id, kind, summary)
          SELECT lower(${kind}::text) || '-' || lpad(n::text, 6, '0'), ${kind}, ${summary}
          FROM generate_series(1, ${many}::int) AS n RETURNING id
        )
        INSERT INTO "Name" ("entityId", text, language, type, ordinal) SELECT id, id, 'en', 'PREFERRED', 0 FROM new`;
    await insert('UNION', 'A union of which there are many.');
    await insert('ISSUE', 'More than the system keeps for a reader who takes nothing. '.repeat(80));
    await database.prisma.$executeRaw`
      INSERT INTO "Relationship" (id, type, "subjectId", "subjectKind", "objectId", "objectKind")
      SELECT 'part-' || n, 'PART_OF', 'union-' || lpad(n::text, 6, '0'), 'UNION', 'union-000001', 'UNION'
      FROM generate_series(2, ${many}::int) AS n`;
    const started = await startService(database, { host: 'localhost', port: 0, log: (_, { err }) => logged.push(err) });
    service = started.url;
    return async () => {
      await started.stop();
      await opened.close();
    };
    // Writing 90 MB takes a while where others work.
  }, 400_000);

  test('is read in batches, of which none is larger than a thousand rows', async () => {
    const graphs = ['graph.graphml', 'graph.jsonld', 'graph.ftm.json', 'provenance.jsonld'];
    for (const name of ['entities.csv', ...graphs, 'grafana/nodes.json']) {
      sizes.length = 0;
      const text = await download(`${name}?kinds=UNION`, service);
      for (const n of [1, 999, 1000, 1001, many]) expect(text, name).toContain(`union-${String(n).padStart(6, '0')}`);
      expect(Math.max(...sizes), name).toBe(1000);
      expect(sizes.filter((size) => size === 1000).length, name).toBeGreaterThanOrEqual(many / 1000);
    }
    const rows: { id: string }[] = parse(await download('entities.csv?kinds=UNION', service), { columns: true });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(many);
    expect(rows).toHaveLength(many);
  }, 120_000);

  test('is read no faster than it is taken, and no further once the reader has gone', async () => {
    batches.length = 0;
    const response = await stalled(large());
    await quiet(batches);
    const read = batches.length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(many / 1000 - 2);
    response.destroy();
    await quiet(batches);
    // At the most the batch that was under way.
    expect(batches.length - read).toBeLessThanOrEqual(1);
    expect((await fetch(addressOf('terms.csv', service))).status).toBe(200);
  });

  test('does not take all connections: a few run at once, and the next is asked to come again', async () => {
    // An export before this one may still be closing its transaction.
    const begin = async (): Promise<IncomingMessage> => {
      const response = await stalled(large());
      expect(response.statusCode).toBe(200);
      return response;
    };
    const slow = await Promise.all(Array.from({ length: 4 }, async () => await vi.waitFor(begin, 10_000)));
    const refused = await fetch(addressOf('terms.csv', service));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(((await refused.json()) as Failure).errors[0]?.extensions['code']).toBe('BUSY');
    const question = await fetch(service, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ entity(id: "union-000001") { id } }' }),
    });
    expect(await question.json()).toMatchObject({ data: { entity: { id: 'union-000001' } } });
    for (const response of slow) response.destroy();
    await vi.waitFor(async () => expect((await fetch(addressOf('terms.csv', service))).status).toBe(200), 10_000);
  });

  test('is of one state of the data where the database is a server; an embedded one goes on answering', async () => {
    const response = await stalled(large());
    // The batch with this row has not been read yet.
    await database.prisma.entity.update({ where: { id: `issue-0${many}` }, data: { summary: 'Changed meanwhile.' } });
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
    const rows: { id: string; summary: string }[] = parse(text, { columns: true });
    expect(rows).toHaveLength(many);
    const embedded = database.description.startsWith('embedded');
    expect(rows.find(({ id }) => id === `issue-0${many}`)?.summary === 'Changed meanwhile.').toBe(embedded);
  });

  test('that fails on its way is cut off, so that half of it does not look like all', async () => {
    const response = await stalled(large());
    await quiet(batches);
    broken = true;
    onTestFinished(() => {
      broken = false;
    });
    expect(logged).toEqual([]);
    const read = async (): Promise<void> => {
      for await (const _ of response);
    };
    // Which of the two the client sees depends on how far it has read when the connection is cut.
    await expect(read()).rejects.toThrow(/aborted|ECONNRESET/);
    const failed = await fetch(large());
    expect(failed.status).toBe(500);
    const { errors } = (await failed.json()) as Failure;
    expect(errors[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(errors[0]?.message).not.toContain('broken');
    expect(logged.map(String)).toEqual(['Error: broken on purpose', 'Error: broken on purpose']);
  });
});

/** While true, entities cannot be read. */
let broken = false;

/** The same client, which notes how many rows each of its queries gave. */
function counting(prisma: Database['prisma'], sizes: number[]): Database['prisma'] {
  const extended = prisma.$extends({
    query: {
      $allOperations: async ({ model, args, query }) => {
        if (broken && model === 'Entity') throw new Error('broken on purpose');
        const rows: unknown = await query(args);
        // A batch of relationships comes with the names of both ends.
        const isOfNames = Array.isArray(args) && /^SELECT n\./.test(String(args[0]));
        if (Array.isArray(rows) && !isOfNames) sizes.push(rows.length);
        return rows;
      },
    },
  });
  return extended as unknown as Database['prisma'];
}

/** Begins to take an answer, and takes no more. */
async function stalled(url: string): Promise<IncomingMessage> {
  const request = get(url);
  onTestFinished(() => void request.destroy());
  request.on('error', () => {});
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.pause();
  response.on('error', () => {});
  return response;
}

/** Waits until no batch has been read for a while. */
async function quiet(batches: readonly string[]): Promise<void> {
  for (let seen = -1; seen !== batches.length; ) {
    seen = batches.length;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}
