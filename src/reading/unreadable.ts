/** A text cannot be read: the message says which, what is wrong with it, and what would be right. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
}
