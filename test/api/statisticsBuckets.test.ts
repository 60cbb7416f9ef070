/** What a bucket of statistics says: its keys and their names, its span of time, and how much of it is certain. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';

test('a count of some days says how many of it are certain', async () => {
  type Counts = { total: number; buckets: { count: number; certainCount: number | null }[] };
  const of = async (args: string): Promise<Counts> =>
    (await ask<{ statistics: Counts }>(`{ statistics(${args}) { total buckets { count certainCount } } }`)).statistics;
  const all = await of('filter: { kinds: [STATEMENT] }, by: [SPEAKER]');
  expect(new Set(all.buckets.map(({ certainCount }) => certainCount))).toEqual(new Set([null]));
  for (const kinds of ['STATEMENT', 'EVENT', 'CLAIM', 'LEGISLATION', 'DISPUTE']) {
    for (const days of [
      'to: "2014-01-20"',
      'to: "2015-05-12"',
      'from: "2014-01-24"',
      'from: "2015-05-01", to: "2015-06-30"',
    ]) {
      const { nodes } = (
        await ask<{ entities: { nodes: readonly Spanned[] } }>(
          `{ entities(filter: { kinds: [${kinds}], ${days} }, first: 100) { nodes { ... on Dated { isPeriod start { earliest latest } end { earliest latest } }
            ... on Legislation { stages { date { earliest latest } } }
            ... on Claim { assertedBy(first: 10) { sayings(first: 5) { statement { start { earliest latest } } } } } } } }`,
        )
      ).entities;
      const [, from = '0000'] = /from: "(.*?)"/.exec(days) ?? [];
      const [, to = '9999'] = /to: "(.*?)"/.exec(days) ?? [];
      const { total, buckets } = await of(`filter: { kinds: [${kinds}], ${days} }`);
      expect(total).toBe(nodes.length);
      const certain = buckets.reduce((sum, bucket) => sum + (bucket.certainCount ?? 0), 0);
      expect(certain, `${kinds} ${days}`).toBe(nodes.filter((one) => isCertain(one, from, to)).length);
    }
  }
});

interface Span {
  readonly earliest: string | null;
  readonly latest: string | null;
}
interface Spanned {
  readonly start?: Span | null;
  readonly end?: Span | null;
  readonly stages?: readonly { readonly date: Span | null }[];
  readonly assertedBy?: readonly { readonly sayings: readonly { readonly statement: Spanned | null }[] }[];
}

/** It had begun by a day whatever its dates mean, and went on until another or began after it. */
function isCertain({ start, end, stages = [], assertedBy }: Spanned, from: string, to: string): boolean {
  if (assertedBy !== undefined)
    return assertedBy.some(({ sayings }) =>
      sayings.some(({ statement }) => statement !== null && isCertain(statement, from, to)),
    );
  const dates = stages.flatMap(({ date }) => date ?? []);
  if (!start && !end && dates.length === 0) return false;
  const begun = start?.latest ?? dates.map(({ latest }) => latest).sort()[0] ?? end?.latest ?? null;
  const still = [start?.earliest, end?.earliest, ...dates.map(({ earliest }) => earliest)].filter((day) => day != null);
  return (to === '9999' || (begun !== null && begun <= to)) && (from === '0000' || still.some((day) => day >= from));
}

test('a count by jurisdiction says how many are in none', async () => {
  const { statistics } = await ask<{
    statistics: {
      total: number;
      buckets: { count: number; keys: { key: string | null; state: string; label: string }[] }[];
    };
  }>(
    '{ statistics(filter: { kinds: [STATEMENT, EVENT] }, by: [JURISDICTION]) { total buckets { count keys { key state label } } } }',
  );
  const none = statistics.buckets.find(({ keys: [one] }) => one?.key === null);
  expect(none?.keys).toEqual([{ key: null, state: 'NONE', label: 'none' }]);
  const { entities } = await ask<{ entities: { totalCount: number } }>(
    '{ entities(filter: { kinds: [STATEMENT, EVENT] }) { totalCount } }',
  );
  const within = await Promise.all(
    ['canada', 'alberta'].map(async (id) =>
      (
        await ask<{ entities: { nodes: { id: string }[] } }>(
          `{ entities(filter: { kinds: [STATEMENT, EVENT], jurisdiction: "${id}" }, first: 100) { nodes { id } } }`,
        )
      ).entities.nodes.map((one) => one.id),
    ),
  );
  expect(none?.count).toBe(entities.totalCount - new Set(within.flat()).size);
});

test('a bucket says what its keys are, to show and to link', async () => {
  const args =
    'filter: { kinds: [LEGAL_CHALLENGE], jurisdiction: "alberta" }, by: [STATUS, JURISDICTION], bucket: YEAR';
  const found = await ask(`{ statistics(${args}) { buckets {
    keys { dimension key state label french: label(language: FR) description meaning: description(language: FR) entity { id kind } }
    time { key label start end state }
  } } }`);
  expect(found).toEqual({
    statistics: {
      buckets: [
        {
          keys: [
            {
              dimension: 'STATUS',
              key: 'BEFORE_THE_COURT',
              state: 'VALUE',
              label: 'before the court',
              french: 'devant le tribunal',
              description: 'Filed and not decided.',
              meaning: 'Déposée, et non tranchée.',
              entity: null,
            },
            {
              dimension: 'JURISDICTION',
              key: 'alberta',
              state: 'VALUE',
              label: 'Alberta',
              french: 'Alberta',
              description: null,
              meaning: null,
              entity: { id: 'alberta', kind: 'JURISDICTION' },
            },
          ],
          time: { key: null, label: 'uncertain', start: null, end: null, state: 'UNCERTAIN' },
        },
      ],
    },
  });
  const labels = async (of: string) => {
    const { statistics } = await ask<{ statistics: { buckets: { keys: { key: string; label: string }[] }[] } }>(
      `{ statistics(${of}) { buckets { keys { key label(language: FR) } } } }`,
    );
    return Object.fromEntries(statistics.buckets.map(({ keys: [one] }) => [one?.key, one?.label]));
  };
  expect(await labels('filter: { kinds: [CLAIM] }, by: [CONTESTED]')).toMatchObject({
    ASSERTED_ONLY: 'affirmé, sans contestation',
    DISPUTED: 'mis en doute',
  });
  expect(await labels('filter: { kinds: [PROPOSAL] }, by: [PROPOSED_AS]')).toEqual({
    ASK: 'demande',
    OFFER: 'offre',
    IMPOSED: 'imposée par la loi',
  });
  const none = await ask(`{ statistics(filter: { kinds: [LEGAL_CHALLENGE] }, by: [COURT]) {
    buckets { keys { key label entity { id } } } } }`);
  expect(none).toEqual({ statistics: { buckets: [{ keys: [{ key: null, label: 'not stated', entity: null }] }] } });
});

test.each([
  ['YEAR', '2015', '2015-01-01', '2015-12-31'],
  ['QUARTER', '2015-Q2', '2015-04-01', '2015-06-30'],
  ['MONTH', '2015-05', '2015-05-01', '2015-05-31'],
  ['WEEK', '2015-W20', '2015-05-11', '2015-05-17'],
  ['DAY', '2015-05-12', '2015-05-12', '2015-05-12'],
] as const)('spans of time: %s', async (bucket, key, start, end) => {
  const { statistics: found } = await ask<{ statistics: { buckets: { time: { start: string | null } }[] } }>(
    `{ statistics(filter: { kinds: [EVENT] }, bucket: ${bucket}) { buckets { time { key label start end state } } } }`,
  );
  const times = found.buckets.map(({ time }) => time);
  expect(times).toContainEqual({ key, label: key, start, end, state: 'VALUE' });
  const starts = times.map((time) => time.start ?? '9999');
  expect(starts).toEqual([...starts].sort());
});
