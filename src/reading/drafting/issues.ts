/** The issues of the graph, by their names and by the parts of these that name nothing else. */
import { findCue, holdsCue, plain } from '../../records/cues.ts';
import type { Knowledge } from '../types.ts';

export interface IssueName {
  readonly id: string;
  readonly name: string;
}

/** So long is a word that tells an issue by itself. */
const longWord = 7;

/** "Wages" is told by "wage hike" too: a cue stands for the word with an ending, not without one. */
const singular = (name: string): string => name.replace(/(?<=[^s\s]{3})s$/, '');

/** All words by which issues are told, the longest first: "sick leave savings" is not to be taken for "sick leave". */
export function issueNames({ entities }: Knowledge): IssueName[] {
  const english = (names: (typeof entities)[number]['names']) => names.filter(({ language }) => language === 'en');
  const issues = entities
    .filter(({ kind }) => kind === 'ISSUE')
    .flatMap(({ id, names }) => english(names).map(({ text }) => ({ id, name: singular(text) })));
  const others = entities.map(({ id, names }) => ({
    id,
    text: ` ${english(names)
      .map(({ text }) => plain(singular(text)))
      .join(' ')} `,
  }));
  const isOwn = ({ id, name }: IssueName): boolean =>
    !others.some((other) => other.id !== id && other.text.includes(` ${plain(name)} `));
  const parts = issues.flatMap(({ id, name }) => partsOf(name).map((part) => ({ id, name: part }))).filter(isOwn);
  return [...issues, ...parts].sort((a, b) => b.name.length - a.name.length);
}

/** "Bargaining in good faith": "good faith"; "Salary restraint": "restraint"; "Banking of sick days": both parts. */
function partsOf(name: string): string[] {
  const [head = '', ...tails] = name.split(/ (?:of|for|from|in|on|by|to)(?: the)? /);
  const last = head.split(' ').at(-1) ?? '';
  const phrases = tails.filter((tail) => tail.includes(' ') || tail.length >= longWord);
  return [...(last.length >= longWord ? [last] : []), ...phrases].filter(
    (part) => part !== name && !everyday.test(part),
  );
}

/** Every article of bargaining has these words, whatever it is about. */
const everyday = /^(?:negotiations?|bargaining|agreements?|settlements?|contracts?|employees?|members?|government)$/i;

/** Between so many words of a sentence all words of a name may stand. */
const widest = 9;

/** A word without what its forms differ by: "bank", "banks" and "banking" are one. */
const stemOf = (word: string): string => word.replace(/(?:iations?|iate[sd]?|iating|ments?|ings?|ed|es|s|e)$/, '');

/** "A negotiated settlement" is a settlement by negotiation: all words of the name, in whatever order and form. */
function scattered(text: string, name: string): string | undefined {
  const stems = wordsOf(plain(name)).map(stemOf);
  if (stems.length < 2 || stems.some((stem) => stem.length < 3)) return undefined;
  for (const sentence of text.split(/[.;!?]\s/)) {
    const words = wordsOf(sentence);
    const at = stems.map((stem) => words.findIndex((word) => stemOf(plain(word)) === stem));
    const [first, last] = [Math.min(...at), Math.max(...at)];
    if (first === -1 || last - first >= widest) continue;
    const own = at.map((index) => words[index] ?? '');
    return own.reduce((longest, word) => (word.length > longest.length ? word : longest));
  }
  return undefined;
}

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(?:of|for|from|in|on|by|to|the|a|an|and)$/i.test(word));

/** The issues that a text tells of, each with the words that do. */
export function issuesIn(text: string, issues: readonly IssueName[]): { readonly id: string; readonly cue: string }[] {
  const found = new Map<string, string>();
  let rest = plain(text);
  for (const { id, name } of issues) {
    const place = holdsCue(rest, name) ? findCue(rest, name) : undefined;
    if (place === undefined) continue;
    if (!found.has(id)) found.set(id, findCue(text, name)?.exact ?? name);
    rest = `${[...rest].slice(0, place.start).join('')} # ${[...rest].slice(place.end).join('')}`;
  }
  for (const { id, name } of issues) {
    const cue = found.has(id) ? undefined : scattered(text, name);
    if (cue !== undefined && holdsCue(text, cue)) found.set(id, cue);
  }
  return [...found].map(([id, cue]) => ({ id, cue }));
}
