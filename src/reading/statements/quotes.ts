/** What of a paragraph stands in quotation marks. */
import type { Span } from '../types.ts';

/** The stretches within quotation marks, without the marks. One that is not closed goes on to the end. */
export function quotesIn(text: string): Span[] {
  const double = pairs(text, /["“”„«»]/gu);
  if (double.length > 0) return double;
  return singles(text);
}

function pairs(text: string, marks: RegExp): Span[] {
  const found: Span[] = [];
  let open: number | undefined;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const opens = mark === '“' || mark === '«' || mark === '„';
    const closes = mark === '”' || mark === '»';
    if (open === undefined) {
      if (closes) continue;
      open = index + 1;
    } else if (!opens) {
      found.push({ start: open, end: index });
      open = undefined;
    }
  }
  if (open !== undefined && open < text.length) found.push({ start: open, end: text.length });
  return found;
}

/** Single marks are apostrophes too: they open before a word, and close after one or its full stop. */
function singles(text: string): Span[] {
  const found: Span[] = [];
  let open: number | undefined;
  for (const { index } of text.matchAll(/['‘’]/gu)) {
    const [before, after] = [text[index - 1] ?? ' ', text[index + 1] ?? ' '];
    if (open === undefined) {
      if (
        /[\s([–—-]/u.test(before) &&
        /[\p{L}\p{N}]/u.test(after) &&
        !/^['’](?:\d\ds?|em|til|cause)\b/u.test(text.slice(index, index + 6))
      )
        open = index + 1;
    } else if (
      /[\p{L}\p{N}.,!?…]/u.test(before) &&
      /[\s.,;:!?)\]–—-]/u.test(after) &&
      !(/s/i.test(before) && closesLater(text, index))
    ) {
      found.push({ start: open, end: index });
      open = undefined;
    }
  }
  // An apostrophe that nothing closes is no quotation, unless the paragraph begins with it.
  if (open === 1) found.push({ start: open, end: text.length });
  return found;
}

/** Whether the mark after an s is a plural's, since another closes the quotation. */
const closesLater = (text: string, index: number): boolean =>
  /^['’] \p{Ll}[^'’‘]*[.,!?]['’](?:\s|$)/u.test(text.slice(index, index + 500));

export const isQuoted = (quotes: readonly Span[], at: number): boolean =>
  quotes.some(({ start, end }) => start <= at && at < end);

/** Whether a paragraph begins in a quotation. */
export const beginsQuoted = (text: string): boolean => /^\s*(?:["“„«]|['‘](?=[\p{L}\p{N}]))/u.test(text);
