/** The words of a post: "national executive vice president". */
import { isTitleHead, isTitleModifier } from '../names/words.ts';
import type { Token } from '../tokens.ts';

/** Posts of several people: nobody's name stands beside them. */
export const plural =
  /^(?:officials?|executives?|leaders?|representatives?|negotiators?|spokespeople|sources?|lawyers|organizers|stewards|managers?|ministers|presidents|councillors|trustees|administrators|bosses|aides?|insiders?|staffers?|envoys?|delegates?)$/i;
const isHead = (word: string): boolean => isTitleHead(word) || plural.test(word);

/** Words for an organization that stand before a post: "union president", "a ministry spokesperson". */
export const sides =
  /^(?:union|company|government|ministry|department|hospital|university|college|league|federation|association|city|school|board|employer|airline|railway|party|local|agency|council|alliance|corporation|province|police|transit|library|port|industry|authority|institute|guild|brotherhood|cabinet|management)$/i;

/** The words of a post from a token on: modifiers, and at least one head. */
export function titleRun(tokens: readonly Token[], from: number): { from: number; to: number } | undefined {
  let to = from;
  let head = -1;
  while (to < tokens.length && to - from < 7) {
    const { text = '', word = false, possessive = false } = tokens[to] ?? {};
    const hyphen = text === '-' && to > from;
    const and = (text === 'and' || text === '&') && head === to - 1 && isHead(tokens[to + 1]?.text ?? '');
    if (!(word || hyphen) || !(isHead(text) || isTitleModifier(text) || sides.test(text) || hyphen || and)) break;
    if (isHead(text)) head = to;
    to += 1;
    if (possessive) break;
  }
  if (head === -1) return undefined;
  let start = from;
  // "the new union president": the post begins where its own words do.
  while (
    start < head &&
    /^(?:new|past|former|current|outgoing|incoming|newly|long-time|longtime|then-president)$/i.test(
      tokens[start]?.text ?? '',
    )
  )
    start += 1;
  return { from: start, to: head + 1 };
}
