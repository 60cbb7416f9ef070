/** The words that filters take as text, since each kind has its own: types, statuses, attributes that are left open. */
import { InvalidArgument } from '../records/invalidArgument.ts';
import { type Kind, kindDefinition, kindNames, openAttributes } from '../registry/index.ts';

/** Checks that each word is one of these kinds'. @throws InvalidArgument */
export function checkWords(
  argument: readonly string[],
  words: readonly string[] | null | undefined,
  kinds: readonly Kind[],
  wordsOf: WordsOf,
): void {
  const wrong = words?.find((word) => !kinds.some((kind) => wordsOf(kind).includes(word)));
  if (wrong === undefined) return;
  const allowed = [...new Set(kinds.flatMap(wordsOf))].sort().join(', ');
  throw new InvalidArgument(argument, `"${wrong}" is none of these kinds'`, allowed === '' ? 'none' : allowed);
}

/** The kinds that know one of some words; undefined where there are none, which nothing can have. */
export function knowing(words: readonly string[] | null | undefined, wordsOf: WordsOf): readonly Kind[] | undefined {
  if (words === undefined || words === null || words.length === 0) return undefined;
  return kindNames.filter((kind) => wordsOf(kind).some((word) => words.includes(word)));
}

type WordsOf = (kind: Kind) => readonly string[];

/** The words of each kind, listed once: every question with a filter looks at them. */
function listed(wordsOf: WordsOf): WordsOf {
  const words = new Map(kindNames.map((kind) => [kind, wordsOf(kind)]));
  return (kind) => words.get(kind) ?? [];
}

export const typesOf = listed((kind) => Object.keys(kindDefinition(kind).types ?? {}));
export const statusesOf = listed((kind) => Object.keys(kindDefinition(kind).statuses ?? {}));
export const openOf = listed(openAttributes);
