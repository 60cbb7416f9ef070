/** What a client is told that asked for what there is not: in our words, and true. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { answerBadRequest } from '../../src/server/http.ts';
import { standardSettings } from '../../src/server/settings.ts';
import { openMigrated } from '../database.ts';
import { folderOf } from '../seeding/fixture.ts';
import { send, serve } from './service.ts';
import { json, post, told } from './wrong.ts';

const url = inject('url');

/** Words of whoever wrote what the service is made of. */
const foreign = /Apollo|Express|graphql-js|Validation aborted|Execution aborted|Unexpected token|body-parser/i;

describe('row 75: an address', () => {
  it.each(['/entity/%', '/entity/%E0%A4%A', '/embed/%', '/export/%', '/graphql/%', '/assets/%', '/%', '/livez%'])(
    'row 75: %s is said to be malformed, where it is',
    async (path) => {
      const answer = await fetch(new URL(path, url));
      expect({ status: answer.status, body: await answer.json() }).toEqual({
        status: 400,
        body: {
          errors: [
            {
              message:
                'The address is malformed: each % must be followed by two hexadecimal digits that make up UTF-8.',
              extensions: { code: 'BAD_REQUEST' },
            },
          ],
        },
      });
    },
  );

  it('row 75: whose query has such a % is not malformed', async () => {
    expect((await fetch(new URL('/livez?y=%', url))).status).toBe(200);
  });

  it('row 75: is one that is served, to the letter', async () => {
    for (const path of ['/graphql/x', '/graphql/graphql', '/livez/x', '/nothing'])
      expect(told(await send(new URL(path, url), {})), path).toEqual({
        status: 404,
        code: 'NOT_FOUND',
        message: 'Nothing is served here; GraphQL is at /graphql.',
      });
  });

  it('row 75: a file that does not have what is asked of it is not said to be a body', async () => {
    const app = express();
    app.use(express.static(folderOf({ 'file.txt': 'text' })));
    app.use(answerBadRequest(standardSettings, (formatted) => formatted));
    const server = app.listen(0, 'localhost');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const answer = await send(`http://localhost:${port}/file.txt`, { headers: { range: 'bytes=99-' } });
    expect(told(answer)).toEqual({
      status: 416,
      code: 'BAD_REQUEST',
      message: 'The file does not have the bytes that are asked for.',
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('row 75: a query', () => {
  it('row 75: that repeats a field too often to be compared', async () => {
    const answer = await post({ query: `{ ${'graph { version } '.repeat(490)} }` });
    expect(told(answer)).toEqual({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: 'The query asks for the same fields too often for them to be compared: ask for each once.',
    });
  });

  it('row 75: with more mistakes than are told', async () => {
    const { status, errors } = await post({
      query: `{ ${Array.from({ length: 200 }, (_, index) => `x${index}`).join(' ')} }`,
    });
    expect(status).toBe(400);
    expect(errors.at(-1)?.message).toBe('There are more mistakes than these.');
    const kinds = Array.from({ length: 100 }, (_, index) => `X${index}`);
    const more = await post({
      query: 'query ($kinds: [Kind!]) { entities(filter: {kinds: $kinds}) { totalCount } }',
      variables: { kinds },
    });
    expect(more.status).toBe(400);
    for (const { message, extensions } of [...errors, ...more.errors]) {
      expect(message).not.toMatch(foreign);
      expect(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(extensions.code);
    }
  });

  it('row 75: with something else as a day', async () => {
    const text = 'query ($day: Date) { union(id: "psac") { relationships(asOf: $day) { totalCount } } }';
    const days: readonly unknown[] = [
      ['2015-05-12'],
      [['2015-05-12']],
      20150512,
      { a: '2015-05-12' },
      true,
      '',
      '2015-05-12 ',
    ];
    for (const day of days) {
      const byVariable = await post({ query: text, variables: { day } });
      const literal = JSON.stringify(day).replace('"a"', 'a');
      const byLiteral = await post({ query: text.replace('($day: Date)', '').replace('$day', literal) });
      for (const answer of [byVariable, byLiteral]) {
        expect(told(answer), literal).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
        expect(answer.errors[0]?.extensions['allowed']).toBe('a day as YYYY-MM-DD');
      }
    }
  });

  it('row 75: that only defines types', async () => {
    for (const text of ['type A { b: Int }', '{ __typename } extend type Query { b: Int }'])
      expect(told(await post({ query: text }))).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});

describe('row 75: with introspection switched off', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
  });
  afterAll(async () => await database.close());

  it('row 75: whoever asks for the schema is told that it cannot be had', async () => {
    const own = await serve(database, { introspection: false });
    for (const text of ['{ __schema { types { name } } }', '{ __type(name: "Union") { name } }']) {
      expect(told(await post({ query: text }, json, own.url))).toEqual({
        status: 400,
        code: 'GRAPHQL_VALIDATION_FAILED',
        message: 'The schema cannot be asked for here.',
      });
    }
  });
});
