/** Whatever is asked, the service answers it: never with a fault of its own, and always in bounded time. */
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { type Answer, ask } from '../ask.ts';
import { randomQueries, type Sort } from './randomQueries.ts';

/** FUZZ_RUNS: how many; 10,000 unless told. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 10_000);

/** FUZZ_SEED: another makes other queries. A gate must not fail for what a change did not do. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20261121);

/** So many askers, each with its share of the queries: the service works on one while another is made and looked at. */
const askers = 2;

/** Milliseconds; the service's own deadline and some room for a busy machine. */
const bound = 20_000;

/** What a query that the schema allows may still be refused for. */
const refusals = /^(BAD_USER_INPUT|SEARCH_GAVE_UP|(ALIAS|COST|DEPTH|DIRECTIVE|INPUT|SELECTION|TOKEN)_LIMIT)$/;

describe('random queries', () => {
  test(
    `${runs} of them: no fault of the service, none masked, each answered in time`,
    async () => {
      const { entities } = await ask<{ entities: { nodes: { id: string }[] } }>(
        '{ entities(first: 100) { nodes { id } } }',
      );
      const ids = [...entities.nodes.map(({ id }) => id), 'psac', 'tony-clement', 'no-such-thing', 'a.B.c'];
      const answered: Record<Sort, { whole: number; refused: number }> = {
        VALID: { whole: 0, refused: 0 },
        ODD: { whole: 0, refused: 0 },
        BROKEN: { whole: 0, refused: 0 },
      };
      const property = fc.asyncProperty(randomQueries(buildSchema(), { ids }), async ({ sort, query }) => {
        const response = await fetch(inject('url'), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
          signal: AbortSignal.timeout(bound),
        });
        const body = (await response.json()) as Answer<unknown>;
        expect(response.status).toBeLessThan(500);
        const codes = (body.errors ?? []).map(({ extensions }) => String(extensions['code']));
        expect(codes, query).not.toContain('INTERNAL_SERVER_ERROR');
        expect(
          body.errors?.filter(({ message }) => /prisma|postgres|node_modules|at \w+ \(/i.test(message)) ?? [],
        ).toEqual([]);
        if (sort === 'VALID') for (const code of codes) expect(code, query).toMatch(refusals);
        answered[sort][codes.length === 0 ? 'whole' : 'refused']++;
      });
      await Promise.all(
        Array.from(
          { length: askers },
          async (_, asker) => await fc.assert(property, { numRuns: Math.ceil(runs / askers), seed: seed + asker }),
        ),
      );
      console.log('answered:', JSON.stringify(answered));
      // A generator that made nothing but refused queries would test nothing.
      expect(answered.VALID.whole).toBeGreaterThan(runs / 20);
      expect(answered.ODD.whole).toBeGreaterThan(runs / 50);
    },
    30 * 60_000,
  );
});
