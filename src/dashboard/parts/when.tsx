/** A date or a span, with a mark where it is derived or comes from elsewhere, and the note that says how. */
import { dateWords, type PartialDate, spanWords } from '../dates.ts';
import { useLang, useWords } from '../words.ts';

export function When({ date }: { date: PartialDate | null | undefined }) {
  const words = useWords();
  const lang = useLang();
  if (!date) return <span className="not-stated">{words.dates.unknown}</span>;
  return (
    <span className="when">
      {dateWords(date, words, lang)}
      <Basis date={date} />
    </span>
  );
}

interface SpanProps {
  readonly from?: PartialDate | null | undefined;
  readonly to?: PartialDate | null | undefined;
  /** Whether it goes on once it has begun, or else happens. */
  readonly isPeriod?: boolean;
}

/** Nothing at all where neither end is recorded. */
export function Span({ from, to, isPeriod = true }: SpanProps) {
  const words = useWords();
  const text = spanWords(from, to, words, useLang(), isPeriod);
  if (text === null) return null;
  return (
    <span className="when">
      {text}
      {from && <Basis date={to && to.basis === from.basis ? { ...from, note: notes(from, to) } : from} />}
      {to && to.basis !== from?.basis && <Basis date={to} />}
    </span>
  );
}

/** What is said of both ends, once. */
const notes = (from: PartialDate, to: PartialDate): string =>
  [...new Set([from.note, to.note])].filter((note) => typeof note === 'string').join(' ');

function Basis({ date: { basis, note } }: { date: PartialDate }) {
  const { dates } = useWords();
  if (basis === undefined || basis === 'STATED') return null;
  const word = basis === 'DERIVED' ? dates.derived : dates.external;
  return (
    <span className="basis" title={note ?? undefined}>
      {' '}
      ({word})
    </span>
  );
}
