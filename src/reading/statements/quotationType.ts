/** Whether a speaker is quoted in a paragraph, told of, or both. */
import type { Paragraph, Span, Statement } from '../types.ts';
import type { Attribution } from './attributions.ts';

/** The sentences of one of several speakers. */
export function partOf(
  { sentences, text }: Paragraph,
  group: readonly Attribution[],
  all: readonly Attribution[],
): Span {
  const sentenceOf = (at: number) => sentences.findIndex(({ start, end }) => start <= at && at <= end);
  const own = group.map(({ start }) => sentenceOf(start));
  const others = new Set(all.filter((one) => !group.includes(one)).map(({ start }) => sentenceOf(start)));
  const [from, to] = [Math.min(...own), Math.max(...own)];
  let end = to;
  while (end + 1 < sentences.length && !others.has(end + 1)) end += 1;
  return { start: sentences[from]?.start ?? 0, end: sentences[end]?.end ?? text.length };
}

/** Whether a speaker is quoted, told of, or both. */
export function typeOf(
  part: Span,
  group: readonly Attribution[],
  quotes: readonly Span[],
  { text, sentences }: Paragraph,
): Statement['type'] {
  const inside = quotes.filter(({ start, end }) => start < part.end && end > part.start);
  if (inside.length === 0) return 'PARAPHRASE';
  if (group.every(({ rule }) => rule === 'statement: a quotation goes on' || rule === 'statement: told of, and quoted'))
    return 'DIRECT_QUOTATION';
  if (group.every(({ rule }) => rule === 'statement: reported by another')) return 'PARAPHRASE';
  // A piece that stands within a told sentence, or told words that the verb governs, make it mixed.
  const fragments = inside.some(({ start, end }) => isFragment(text, start, end));
  const told = group.some(({ end }) => tellsMore(text, end, part.end, inside));
  const sentencesTold = sentences.some(
    ({ start, end }) =>
      start >= part.start &&
      end <= part.end &&
      !inside.some((quote) => quote.start < end && quote.end > start) &&
      group.some((one) => one.start >= start && one.end <= end && one.verb !== '' && tellsMore(text, one.end, end, [])),
  );
  const whole = inside.some(({ start, end }) => !isFragment(text, start, end));
  if (!whole) return 'MIXED';
  return fragments || told || sentencesTold ? 'MIXED' : 'DIRECT_QUOTATION';
}

/** Some words of a speaker within a sentence that is not theirs. */
function isFragment(text: string, start: number, end: number): boolean {
  const quoted = text.slice(start, end);
  const before = text.slice(0, start - 1).trimEnd();
  const short = quoted.split(/\s+/).length <= 3 && !/[,.!?]$/.test(quoted);
  const opens = before === '' || /[,:.!?–—"”-]$/.test(before) || /\b(?:said|says|added|wrote|asked)$/.test(before);
  return short || !(opens || /^\p{Lu}/u.test(quoted)) || (/^\p{Ll}/u.test(quoted) && !opens);
}

/** Whether words are told after the verb: "said that the offer was thin". */
function tellsMore(text: string, from: number, to: number, quotes: readonly Span[]): boolean {
  const next = quotes.find(({ start }) => start >= from)?.start ?? to;
  const rest = text.slice(from, Math.min(next, to)).split(/(?<=[.!?])\s|[;]/)[0] ?? '';
  const words = rest
    .replace(/["“”«».,:]/g, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  if (
    /^\s*(?:,? (?:in|on|at|during|after|before|outside|when|who|from|to reporters|as|of|following)\b|[,.]|[A-Z]\w+day\b)/.test(
      rest,
    )
  )
    return false;
  return words.length > 3;
}
