import { type DocumentNode, TokenKind } from 'graphql';

/** What the parser makes of a word or sign, and of a comment, in bytes: measured, and rounded up. */
const ofToken = 500;
const ofComment = 110;
/** What a document takes that has nothing in it, in bytes. */
const ofDocument = 1_000;

/**
 * How much memory a parsed document takes. It holds its text, and each token of it, comments too: fifty thousand empty
 * comments are 100 kB of text and 5 MB of tokens.
 */
export function documentBytes({ loc }: DocumentNode): number {
  if (loc === undefined) throw new Error('a document without its text cannot be measured');
  let bytes = ofDocument + 2 * loc.source.body.length;
  for (let token = loc.startToken; token.next !== null; token = token.next) {
    bytes += token.kind === TokenKind.COMMENT ? ofComment : ofToken;
  }
  return bytes;
}
