/** The schema as a text, and what is said to who opens GraphQL's address in a browser. */
import { createRequire } from 'node:module';
import { buildSchema } from 'graphql';
import { expect, inject, test } from 'vitest';
import { buildSchema as buildOwnSchema } from '../../src/schema/index.ts';
import { openMigrated } from '../database.ts';
import { serve } from '../faults/service.ts';

// The copy of graphql that the schema was made with: see schema.test.ts.
const { buildSchema: read, printSchema } = createRequire(import.meta.url)('graphql') as typeof import('graphql');

const schemaOf = (url: string): string => new URL('/schema.graphql', url).href;

test('the schema is served as SDL, with what each thing means, and is not sent again in vain', async () => {
  const answer = await fetch(schemaOf(inject('url')));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const text = await answer.text();
  const schema = buildSchema(text);
  expect(printSchema(read(text))).toBe(printSchema(buildOwnSchema()));
  // A field's price, and whether it is null beside an error alone, stand beside it.
  expect(text).toMatch(/ {2}\): UnionConnection @semanticNonNull @cost\(weight: 300\)\n/);
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    expect(field.description, field.name).toBeTruthy();
  const tag = answer.headers.get('etag') ?? '';
  const again = await fetch(schemaOf(inject('url')), { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('the schema is not served where it may not be asked for', async () => {
  const database = await openMigrated();
  const own = await serve(database, { introspection: false });
  expect((await fetch(schemaOf(own.url))).status).toBe(404);
  await own.stop();
  await database.close();
});

test('a query that is opened in a browser is answered in JSON', async () => {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const answer = await fetch(`${inject('url')}?query={graph{version}}`, { headers: { accept }, redirect: 'manual' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
});
