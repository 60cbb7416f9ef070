import { graphql } from '../../generated/operations/gql.ts';
import type { EventsByMonthQuery } from '../../generated/operations/graphql.ts';
import { useAsOf, useTo } from '../address.ts';
import { type Column, Columns, Legend } from '../charts/columns.tsx';
import { type Fill, fillOf, toneOf } from '../charts/eventLook.ts';
import { dayWords } from '../dates.ts';
import { Panel } from '../parts/panel.tsx';
import { termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { useLang, useWords } from '../words.ts';

const Events = graphql(`
  query EventsByMonth($to: Date) {
    statistics(filter: { kinds: [EVENT], to: $to }, by: [TYPE, STATUS], bucket: MONTH) {
      total
      truncated
      bucketCount
      buckets {
        count
        keys {
          key
        }
        time {
          key
        }
      }
    }
  }
`);

/** Events by month and type; with a day chosen, only those that had happened by then. */
export function EventsByMonth() {
  const words = useWords();
  const to = useAsOf();
  return (
    <Panel
      onDay
      name="events"
      title={words.overview.events}
      hint={words.overview.eventsHint}
      query={Events}
      variables={{ to }}
      isEmpty={({ statistics }) => statistics.total === 0}
      table={({ statistics }) => ({
        head: ['month', 'type', 'status', 'count'],
        rows: statistics.buckets.map(({ time, keys: [type, status], count }) => [
          ...[time?.key ?? 'not stated', type?.key, status?.key ?? 'not stated', count],
        ]),
      })}
      className="wide"
    >
      {({ statistics }) => <Months buckets={statistics.buckets} />}
    </Panel>
  );
}

type Bucket = EventsByMonthQuery['statistics']['buckets'][number];

const typeOf = ({ keys: [type] }: Bucket): string => type?.key ?? '';
const statusOf = ({ keys: [, status] }: Bucket): string => status?.key ?? '';

function Months({ buckets }: { buckets: readonly Bucket[] }) {
  const words = useWords();
  const lang = useLang();
  const to = useTo();
  const dated = buckets.filter(({ time }) => typeof time?.key === 'string');
  const count = (counted: readonly Bucket[]): number => counted.reduce((sum, one) => sum + one.count, 0);
  const undated = count(buckets) - count(dated);
  const byMonth = Map.groupBy(dated, ({ time }) => time?.key ?? '');
  const columns: Column[] = monthsBetween([...byMonth.keys()].sort()).map((month) => ({
    key: month,
    label: shortMonth(month, lang),
    parts: (byMonth.get(month) ?? []).toSorted(inStack).map((bucket) => ({
      key: `${typeOf(bucket)} ${statusOf(bucket)}`,
      count: bucket.count,
      tone: toneOf(typeOf(bucket)),
      fill: fillOf(statusOf(bucket)),
      said: words.labelled(`${dayWords(month, lang)}, ${said(bucket, words)}`, `${bucket.count}`),
      href: to('/list', {
        kinds: 'EVENT',
        types: typeOf(bucket),
        statuses: statusOf(bucket),
        undated: 'EXCLUDE',
        ...daysOf(month),
      }),
    })),
  }));
  return (
    <>
      {columns.length > 0 && (
        <Columns columns={columns} label={words.overview.events} earlier={words.overview.earlier} />
      )}
      <Legend entries={colorsOf(dated, words)} />
      <Legend entries={fillingsOf(dated, words)} />
      {undated > 0 && <p className="hint">{words.overview.undated(undated)}</p>}
    </>
  );
}

/** `talks, scheduled`; what happened is not said to have. */
const said = (bucket: Bucket, words: Words): string =>
  [
    termWord(words, typeOf(bucket)),
    statusOf(bucket) === '' ? words.story.notStated : termWord(words, statusOf(bucket)),
  ].join(', ');

/** What happened stands below what was only due to; within these, colours stand together. */
const fills: readonly Fill[] = ['solid', 'hatched', 'outlined'];
const inStack = (a: Bucket, b: Bucket): number =>
  fills.indexOf(fillOf(statusOf(a))) - fills.indexOf(fillOf(statusOf(b))) ||
  toneOf(typeOf(a)) - toneOf(typeOf(b)) ||
  typeOf(a).localeCompare(typeOf(b));

/** Colours with the types that are shown in them. */
const colorsOf = (buckets: readonly Bucket[], words: Words) =>
  [...Map.groupBy(buckets.toSorted(inStack), (bucket) => toneOf(typeOf(bucket)))]
    .sort(([a], [b]) => a - b)
    .map(([tone, all]) => ({ tone, label: named(all.map(typeOf), words) }));

/** Fillings with the statuses that are shown by them. */
const fillingsOf = (buckets: readonly Bucket[], words: Words) =>
  fills.flatMap((fill) => {
    const statuses = buckets.map(statusOf).filter((status) => status !== '' && fillOf(status) === fill);
    return statuses.length === 0 ? [] : [{ tone: 7, fill, label: named(statuses, words) }];
  });

const named = (all: readonly string[], words: Words): string =>
  [...new Set(all)].map((word) => termWord(words, word)).join(', ');

/** All months from the first to the last, so that a quiet time is seen as one. */
function monthsBetween(months: readonly string[]): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) all.push(month);
  return all;
}

function nextMonth(month: string): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + 1);
  return at.toISOString().slice(0, 7);
}

function daysOf(month: string): { from: string; to: string } {
  const last = new Date(`${nextMonth(month)}-01T00:00:00Z`);
  last.setUTCDate(0);
  return { from: `${month}-01`, to: last.toISOString().slice(0, 10) };
}

function shortMonth(month: string, lang: 'en' | 'fr'): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(`${lang}-CA`, { year: '2-digit', month: 'short', timeZone: 'UTC' }).format(at);
}
