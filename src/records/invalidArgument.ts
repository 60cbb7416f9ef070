/** An argument that cannot be used: which one, and what would be right. The server answers it as BAD_USER_INPUT. */
export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument';
  /** The argument's path, outermost first. */
  readonly argument: readonly string[];
  readonly allowed: string;

  constructor(argument: readonly string[], message: string, allowed: string) {
    super(`${argument.join('.')}: ${message}; allowed: ${allowed}`);
    this.argument = argument;
    this.allowed = allowed;
  }
}
