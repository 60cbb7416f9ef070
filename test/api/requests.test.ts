/** Requests that are none, and a service that fails: always JSON, and nothing of the inside. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { CannotListen } from '../../src/server/cannotListen.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { createEntities, openMigrated } from '../database.ts';

describe('a request that is none', () => {
  const send = async (init: RequestInit & { path?: string }) => {
    const response = await fetch(new URL(init.path ?? '', inject('url')), { method: 'POST', ...init });
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    const body = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts\b|stack/i);
    const [error] = body.errors;
    return { status: response.status, code: error?.extensions.code, message: error?.message };
  };
  const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

  test('because its body is not JSON', async () => {
    expect(await send({ headers: json, body: '{"query": ' })).toEqual({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'The body is not JSON.',
    });
  });

  test('because its body is too large', async () => {
    const body = JSON.stringify({ query: `{ graph { version } } # ${'x'.repeat(102_400)}` });
    expect(await send({ headers: json, body })).toEqual({
      status: 413,
      code: 'BAD_REQUEST',
      message: 'The body is larger than 100 kB.',
    });
  });

  test('because its body is coded in a way that is not known', async () => {
    expect(await send({ headers: { ...json, 'content-encoding': 'zip' }, body: '{}' })).toMatchObject({
      status: 415,
      code: 'BAD_REQUEST',
    });
  });

  test.each(['text/plain', 'application/xml', 'multipart/form-data', 'application/x-www-form-urlencoded'])(
    'because it is %s',
    async (type) => {
      const answer = await send({ headers: { 'content-type': type }, body: '{"query":"{ graph { version } }"}' });
      expect(answer.code).toBe('BAD_REQUEST');
      expect([400, 415]).toContain(answer.status);
    },
  );

  test('because there is nothing in it', async () => {
    for (const body of ['{}', '{"query": null}', '{"query": 1}', '[]', '{"query": ""}']) {
      expect(await send({ headers: json, body }), body).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    }
  });

  test('because it goes elsewhere', async () => {
    for (const path of ['/', '/graph', '/graphiql', '/../etc/passwd']) {
      const answer = await send({ path, headers: json, body: '{}' });
      expect(answer).toEqual({
        status: 404,
        code: 'NOT_FOUND',
        message: 'Nothing is served here; GraphQL is at /graphql.',
      });
    }
  });

  test('because its document cannot be read, or asks for what there is not', async () => {
    const document = (query: string) => send({ headers: json, body: JSON.stringify({ query }) });
    expect(await document('{ graph {')).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
    expect(await document('{ graf }')).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(await document('query A { graph { version } } query B { graph { version } }')).toMatchObject({
      status: 400,
      code: 'OPERATION_RESOLUTION_FAILURE',
    });
  });
});

describe('what goes wrong inside', () => {
  let database: Database;
  let service: Service;
  const logged: [line: string, error: unknown][] = [];

  beforeAll(async () => {
    database = await openMigrated();
    await createEntities(database.prisma, [{ id: 'psac', kind: 'UNION', summary: 'A union.' }]);
    const log = (line: string, error: unknown) => void logged.push([line, error]);
    service = await startService(database, { host: 'localhost', port: 0, log });
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  test('is told to the log, and to the client only by which entry', async () => {
    await database.prisma.$executeRaw`ALTER TABLE "Evidence" RENAME TO "Mislaid"`;
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ union(id: "psac") { id evidence { nodes { basis } } } }' }),
    });
    const text = await response.text();
    const { errors, data } = JSON.parse(text) as {
      errors: { message: string; extensions: Record<string, string> }[];
      data: unknown;
    };
    expect(data).toEqual({ union: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toEqual({
      message: 'Something went wrong on our side. Quote the correlation id if you report it.',
      locations: [{ line: 1, column: 26 }],
      path: ['union', 'evidence'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    });
    expect(text).not.toMatch(/Evidence|Mislaid|prisma|SELECT|relation "|stack|node_modules/);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.[0]).toBe(`error ${errors[0]?.extensions['correlationId']}`);
    const details = logged[0]?.[1] as { err: Error; codes: string[]; operation: null };
    expect(details).toMatchObject({ codes: ['INTERNAL_SERVER_ERROR'], operation: null });
    expect(String(details.err)).toContain('Evidence');
  });

  test('gets an entry of its own each time, and a client’s mistake gets none', async () => {
    const query = async (text: string) =>
      await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text }),
      });
    logged.length = 0;
    await query('{ a: union(id: "psac") { evidence { nodes { basis } } } }');
    await query('{ a: union(id: "psac") { evidence { nodes { basis } } } }');
    expect(new Set(logged.map(([line]) => line)).size).toBe(2);
    logged.length = 0;
    for (const bad of [
      '{',
      '{ graf }',
      '{ unions(first: 0) { totalCount } }',
      '{ timeline(from: "soon") { totalCount } }',
    ])
      await query(bad);
    expect(logged).toEqual([]);
  });

  test('on a port that is taken is said when it starts', async () => {
    const port = Number(new URL(service.url).port);
    const second = startService(database, { host: 'localhost', port, log: () => {} });
    await expect(second).rejects.toThrow(CannotListen);
    await expect(second).rejects.toThrow(`port ${port} is taken`);
  });
});
