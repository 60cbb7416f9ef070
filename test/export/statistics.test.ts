/** Statistics, compared with counts made from the exports. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { download } from './service.ts';

type Row = Readonly<Record<string, string>>;

const table = async (name: string): Promise<Row[]> => parse(await download(name), { columns: true });

/** How many rows have which values in some columns. */
function count(rows: readonly Row[], ...columns: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = columns.map((column) => row[column] ?? '').join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

interface Counted {
  readonly statistics: {
    readonly total: number;
    readonly buckets: readonly {
      readonly count: number;
      readonly keys: readonly { readonly key: string | null; readonly state: string }[];
    }[];
  };
}

/** The same from `statistics`: what is not stated or not there under the words of the tables. */
async function counted(filter: string, by: string): Promise<Record<string, number>> {
  const { statistics } = await ask<Counted>(`{ statistics(filter: { ${filter} }, by: [${by}]) {
    total buckets { count keys { key state } } } }`);
  const word = ({ key, state }: { key: string | null; state: string }): string =>
    key ?? (state === 'NOT_STATED' ? 'not stated' : '');
  return Object.fromEntries(statistics.buckets.map(({ count: many, keys }) => [keys.map(word).join(' '), many]));
}

test('entities by kind', async () => {
  expect(await counted('', 'KIND')).toEqual(count(await table('entities.csv'), 'kind'));
});

test.each(['EVENT', 'DISPUTE', 'PROPOSAL', 'LEGISLATION', 'BARGAINING_ROUND'])(
  '%s by type and status',
  async (kind) => {
    const rows = (await table('entities.csv')).filter((row) => row['kind'] === kind);
    expect(rows.length).toBeGreaterThan(0);
    expect(await counted(`kinds: [${kind}]`, 'TYPE, STATUS')).toEqual(count(rows, 'type', 'status'));
  },
);

test('statements by type, and by who makes them', async () => {
  const rows = (await table('entities.csv')).filter((row) => row['kind'] === 'STATEMENT');
  expect(await counted('kinds: [STATEMENT]', 'TYPE')).toEqual(count(rows, 'type'));
  const made = (await table('relationships.csv')).filter(
    (row) => row['type'] === 'MAKES' && row['objectKind'] === 'STATEMENT',
  );
  // What is known from another's words alone counts for nobody.
  const speakers = made.map((row) => ({ ...row, subject: row['accordingTo'] === '' ? (row['subject'] ?? '') : '' }));
  expect(speakers.map(({ subject }) => subject)).toContain('');
  expect(await counted('kinds: [STATEMENT]', 'SPEAKER')).toEqual(count(speakers, 'subject'));
});

test('disputes by who is a party to them, and on which side', async () => {
  const parties = (await table('relationships.csv')).filter(
    (row) => row['type'] === 'PARTY_TO' && row['objectKind'] === 'DISPUTE',
  );
  expect(parties.length).toBeGreaterThan(0);
  expect(await counted('kinds: [DISPUTE]', 'PARTY, SIDE')).toEqual(count(parties, 'subject', 'side'));
});
