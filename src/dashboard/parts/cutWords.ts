import type { Cut } from '../cut.ts';
import type { Words } from '../words/en.ts';

/** `Not everything is shown: sources (5 of 7).` */
export function cutWords(cuts: readonly Cut[], { cut: words }: Words): string {
  const said = cuts.map(({ name, shown, all }) => words.list(words.names[name] ?? name, shown, all));
  return words.some(said.join(', '));
}
