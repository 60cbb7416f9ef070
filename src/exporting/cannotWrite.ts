/** The file cannot be written; the message says why. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}
