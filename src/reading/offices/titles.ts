/** Where the words of a post begin and end in a sentence. */
import type { Token } from '../tokens.ts';
import { isGeneral, isHead, isTitleModifier, sides } from './words.ts';

/** The words of a post from a token on: modifiers, and at least one head. */
export function titleRun(tokens: readonly Token[], from: number): { from: number; to: number } | undefined {
  let to = from;
  let head = -1;
  while (to < tokens.length && to - from < 7) {
    const { text = '', word = false, possessive = false } = tokens[to] ?? {};
    const hyphen = text === '-' && to > from;
    const and = (text === 'and' || text === '&') && head === to - 1 && isHead(tokens[to + 1]?.text ?? '');
    if (!(word || hyphen) || !(isHead(text) || isTitleModifier(text) || sides.test(text) || hyphen || and)) break;
    if (isHead(text) || (head === to - 1 && isGeneral(tokens[head]?.text ?? '', text))) head = to;
    to += 1;
    if (possessive) break;
  }
  if (head === -1) return undefined;
  let start = from;
  // "the new union president": the post begins where its own words do.
  while (
    start < head &&
    /^(?:new|elected|re-elected|past|former|current|outgoing|incoming|newly|long-time|longtime|then-president)$/i.test(
      tokens[start]?.text ?? '',
    )
  )
    start += 1;
  return { from: start, to: head + 1 };
}
