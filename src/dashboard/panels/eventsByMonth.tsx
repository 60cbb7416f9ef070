import { graphql } from '../../generated/operations/gql.ts';
import type { EventsByMonthQuery } from '../../generated/operations/graphql.ts';
import { useAsOf, useTo } from '../address.ts';
import { type Column, Columns, Legend } from '../charts/columns.tsx';
import { dayWords } from '../dates.ts';
import { Panel } from '../parts/panel.tsx';
import { termWord } from '../vocabulary.ts';
import { useLang, useWords } from '../words.ts';

const Events = graphql(`
  query EventsByMonth($to: Date) {
    statistics(filter: { kinds: [EVENT], to: $to }, by: [TYPE], bucket: MONTH) {
      total
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
      name="events"
      title={words.overview.events}
      hint={words.overview.eventsHint}
      query={Events}
      variables={{ to }}
      isEmpty={({ statistics }) => statistics.total === 0}
      table={({ statistics }) => ({
        head: ['month', 'type', 'count'],
        rows: statistics.buckets.map(({ time, keys, count }) => [time?.key ?? 'not stated', keys[0]?.key, count]),
      })}
      className="wide"
    >
      {({ statistics }) => <Months buckets={statistics.buckets} />}
    </Panel>
  );
}

/** Colours for the types that are most frequent; the others share the last. */
const tones = 7;

function Months({ buckets }: { buckets: EventsByMonthQuery['statistics']['buckets'] }) {
  const words = useWords();
  const lang = useLang();
  const to = useTo();
  const typeOf = ({ keys: [type] }: (typeof buckets)[number]): string => type?.key ?? '';
  const dated = buckets.filter(({ time }) => typeof time?.key === 'string');
  const sums = new Map<string, number>();
  for (const bucket of dated) sums.set(typeOf(bucket), (sums.get(typeOf(bucket)) ?? 0) + bucket.count);
  const types = [...sums].sort(([, a], [, b]) => b - a).map(([type]) => type);
  const toneOf = (type: string): number => Math.min(types.indexOf(type), tones);
  const count = (counted: typeof buckets): number => counted.reduce((sum, one) => sum + one.count, 0);
  const undated = count(buckets) - count(dated);
  const byMonth = Map.groupBy(dated, ({ time }) => time?.key ?? '');
  const columns: Column[] = monthsBetween([...byMonth.keys()].sort()).map((month) => ({
    key: month,
    label: shortMonth(month, lang),
    parts: (byMonth.get(month) ?? [])
      .toSorted((a, b) => types.indexOf(typeOf(a)) - types.indexOf(typeOf(b)))
      .map((bucket) => ({
        key: typeOf(bucket),
        count: bucket.count,
        tone: toneOf(typeOf(bucket)),
        said: `${dayWords(month, lang)}, ${termWord(words, typeOf(bucket))}: ${bucket.count}`,
        href: to('/list', { kinds: 'EVENT', type: typeOf(bucket), ...daysOf(month) }),
      })),
  }));
  const legend = types.slice(0, tones).map((type, tone) => ({ tone, label: termWord(words, type) }));
  const others = types.slice(tones).map((type) => termWord(words, type));
  if (others.length > 0) legend.push({ tone: tones, label: words.overview.otherTypes(others.join(', ')) });
  return (
    <>
      <Columns columns={columns} label={words.overview.events} earlier={words.overview.earlier} />
      <Legend entries={legend} />
      {undated > 0 && <p className="hint">{words.overview.undated(undated)}</p>}
    </>
  );
}

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
