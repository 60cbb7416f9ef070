/** Values with their units in words: `6%`, `$900 million`, `22,000 people`. */
import { termWord } from './vocabulary.ts';
import type { Words } from './words/en.ts';
import type { Lang } from './words.ts';

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
