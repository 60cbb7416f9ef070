/** Values with their units in words: `6%`, `$900 million`, `22,000 people`. */
import { termWord } from './vocabulary.ts';
import type { Words } from './words/words.ts';
import type { Lang } from './words.ts';

interface Amount {
  readonly value: number | null;
  readonly fraction: string | null;
  readonly unit: string | null;
  readonly approximation: string | null;
}

/** A number as the source gives it: `2/3 of the whole`, `close to $1 billion`; null: there is none. */
export function givenWords({ value, fraction, unit, approximation }: Amount, words: Words, lang: Lang): string | null {
  if (value === null) return null;
  const amount = fraction === null ? amountWords(value, unit, words, lang) : `${fraction} ${termWord(words, 'SHARE')}`;
  return approximation === null || approximation === 'EXACT' ? amount : `${termWord(words, approximation)} ${amount}`;
}

/** A value in its unit, to a tenth; millions of dollars in words. */
export function amountWords(value: number, unit: string | null, words: Words, lang: Lang): string {
  const say = (options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(`${lang}-CA`, { maximumFractionDigits: 1, ...options }).format(value);
  if (unit === null) return say({});
  if (unit === 'PERCENT') return say({ style: 'unit', unit: 'percent' });
  if (unit !== 'CAD') return `${say({})} ${termWord(words, unit)}`;
  if (Math.abs(value) < 1e6)
    return say({
      style: 'currency',
      currency: 'CAD',
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
      maximumFractionDigits: 2,
    });
  // With a currency the browser would shorten it to 900M.
  const millions = say({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 });
  return lang === 'fr' ? `${millions}\u00a0$` : `$${millions}`;
}
