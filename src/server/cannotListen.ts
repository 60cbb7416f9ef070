/** The address is taken or may not be used; the message says which. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}
