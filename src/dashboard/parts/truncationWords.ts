import type { Truncation } from '../truncation.ts';
import type { Words } from '../words/words.ts';

/** `Not everything is shown: sources (5 of 7).` */
export function truncationWords(truncations: readonly Truncation[], { truncated: words }: Words): string {
  const said = truncations.map(({ name, shown, all }) => words.list(words.names[name] ?? name, shown, all));
  return words.some(said.join(', '));
}
