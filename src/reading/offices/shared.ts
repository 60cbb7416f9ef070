/** Posts of several people: "vice-presidents Ana Ruiz and Leo Vella", "Ana Ruiz and Leo Vella, co-chairs". */
import { between } from '../tokens.ts';
import type { Mention, Span } from '../types.ts';
import { plural } from './words.ts';

/** One of several holders, with the organization where it is the holder's own: "Ana Ruiz of the league". */
export interface Holder {
  readonly person: Mention;
  readonly of: string | undefined;
}

/** Finds the holders of a post of several, after it or before it. `post` takes in the organization beside it. */
export function holdersOf(text: string, post: Span, people: readonly Mention[], bodies: readonly Mention[]): Holder[] {
  const after = holdersAfter(text, post.end, people, bodies);
  return after.length > 1 ? after : holdersBefore(text, post.start, people);
}

function holdersAfter(text: string, from: number, people: readonly Mention[], bodies: readonly Mention[]): Holder[] {
  const found: Holder[] = [];
  let at = from;
  for (const person of people.filter(({ start }) => start >= from)) {
    const gap = between(text, at, person.start);
    if (!(found.length === 0 ? /^(?: |, |: | - | – )$/ : /^(?:, | and |, and | & )$/).test(gap)) break;
    const own = bodies.find(
      ({ start }) =>
        start >= person.end && /^ (?:of|from|with|for|at)(?: the)? $/.test(between(text, person.end, start)),
    );
    found.push({ person, of: own?.entity });
    at = own?.end ?? person.end;
  }
  return found;
}

function holdersBefore(text: string, to: number, people: readonly Mention[]): Holder[] {
  const found: Holder[] = [];
  let at = to;
  for (const person of people.filter(({ end }) => end <= to).toReversed()) {
    const gap = between(text, person.end, at);
    if (
      !(
        found.length === 0 ? /^(?:,| are| were)(?: (?:the|both|its|their|two of the))? ?$/ : /^(?:, | and |, and )$/
      ).test(gap)
    )
      break;
    found.unshift({ person, of: undefined });
    at = person.start;
  }
  return found.length > 1 ? found : [];
}

/** A post of several as one of them holds it: "co-chair" of "co-chairs"; undefined: it is of one. */
export function singular(title: string): string | undefined {
  const words = title.split(' ');
  const at = words.findLastIndex((word) => plural.test(word) && /s$|spokespeople|spokesmen/.test(word));
  if (at === -1 || (at < words.length - 1 && !/^(?:of|for)$/.test(words[at + 1] ?? ''))) return undefined;
  const one = (words[at] ?? '')
    .replace(/spokespeople$/, 'spokesperson')
    .replace(/ies$/, 'y')
    .replace(/bosses$/, 'boss')
    .replace(/(?<!bos)s$/, '');
  return [...words.slice(0, at), one].join(' ');
}
