/** Quotations beside a sentence that tells of their speaker: `Ruiz is not impressed. "We waited all year."` */
import type { Span, Speaker } from '../types.ts';
import type { Attribution } from './attributions.ts';
import { isQuoted } from './quotes.ts';
import type { Scene } from './scene.ts';
import type { Subject } from './speakers.ts';

/** Whoever the sentences before a quotation tell of, where the paragraph has no word of who says it. */
export function narrated(scene: Scene): Attribution[] {
  const { text, quotes, sentences, line } = scene;
  if (line.paragraph.role !== 'BODY') return [];
  const quote = quotes.find((one) => isSpoken(text, one));
  if (quote === undefined) return [];
  const before = sentences.filter(({ end }) => end <= quote.start).slice(-3);
  for (const sentence of before.reverse()) {
    const one = toldOf(scene, sentence);
    if (one === undefined) continue;
    const { speaker, start, end } = one;
    return [{ ...{ speaker, verb: '', start, end }, rule: 'statement: told of, and quoted' }];
  }
  return [];
}

/** Whoever the last sentence of a paragraph tells of: the next paragraph may quote. */
export function introducedBy(scene: Scene): Speaker | undefined {
  const last = scene.sentences.at(-1);
  return last === undefined || scene.quotes.length > 0 || scene.sentences.length > 3
    ? undefined
    : toldOf(scene, last)?.speaker;
}

/** Whether a quotation is a sentence or more, and no part of the sentence before: `… asleep. "We waited all year."` */
function isSpoken(text: string, { start, end }: Span): boolean {
  const [before, quoted] = [text.slice(0, start - 1), text.slice(start, end)];
  return (
    /(?:[.!?…]|^[^.]{3,200}:)["”’'»)]?\s+$/u.test(before.slice(-220)) &&
    /^[\p{Lu}\d[…]/u.test(quoted) &&
    (quoted.trim().split(/\s+/).length > 3 || /[.!?…]$/.test(quoted.trimEnd()))
  );
}

/** The person, or the unnamed one, whom a sentence is about. */
function toldOf({ text, subjects, quotes, isPerson }: Scene, sentence: Span): Subject | undefined {
  const within = subjects.filter(
    (one) => one.start >= sentence.start && one.end <= sentence.end && !isQuoted(quotes, one.start),
  );
  const one = within.find(
    ({ speaker, collective, end }) =>
      !collective && ('unnamed' in speaker || isPerson(speaker.entity)) && !/^['’]s?\s/.test(text.slice(end, end + 3)),
  );
  return one !== undefined && one.start - sentence.start < 90 ? one : undefined;
}
