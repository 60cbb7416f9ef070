/** A service that does not tell what can be asked of it: neither when asked, nor by a guess at what was meant. */
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { startService } from '../../src/server/start.ts';
import { openMigrated } from '../database.ts';
import { ask } from './service.ts';

describe('with introspection switched off', () => {
  let database: Database;
  let service: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    database = await openMigrated();
    const settings = { introspection: false };
    service = await startService(database, { host: 'localhost', port: 0, log: () => {}, settings });
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  it('row 16: the schema is not told', async () => {
    for (const query of [
      getIntrospectionQuery(),
      '{ __schema { types { name } } }',
      '{ __type(name: "Union") { name } }',
    ]) {
      const told = await ask(service.url, query);
      expect(told).toMatchObject({ status: 400, data: undefined });
      expect(told.text).not.toContain('Relationship');
    }
    expect((await ask(service.url, '{ __typename graph { version } }')).status).toBe(200);
  });

  it('row 17: nor by "did you mean", of a field, an argument, an enum value, a variable, a type', async () => {
    const guesses: [query: string, told: RegExp, variables?: object][] = [
      ['{ unoins { totalCount } }', /unions/],
      ['{ unions(frist: 1) { totalCount } }', /"first"/],
      ['{ entities(filter: {kinds: [UNOIN]}) { totalCount } }', /UNION|DISPUTE/],
      ['{ entities(filter: {kidns: [UNION]}) { totalCount } }', /"kinds"/],
      ['{ node(id: "x") { ... on Unoin { id } } }', /"Union"/],
      ['query ($f: EntityFiler) { entities(filter: $f) { totalCount } }', /"EntityFilter"/],
      ['query ($k: [Kind!]) { entities(filter: {kinds: $k}) { totalCount } }', /UNION|DISPUTE/, { k: ['UNOIN'] }],
      ['query ($f: EntityFilter) { entities(filter: $f) { totalCount } }', /"kinds"/, { f: { kidns: ['UNION'] } }],
      ['{ entities(orderBy: { field: NAEM }) { totalCount } }', /"?NAME/],
    ];
    for (const [query, named, variables] of guesses) {
      const { status, text } = await ask(service.url, query, variables);
      expect(status, query).toBe(400);
      expect(text, query).not.toMatch(/did you mean/i);
      expect(text, query).not.toMatch(named);
    }
  });
});
