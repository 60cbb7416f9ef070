/**
 * Values that are at hand, or promised. What is held in memory is given as it is: a promise for it would cost a turn
 * of the event loop at every field of an answer.
 */
export type MaybePromise<Value> = Value | Promise<Value>;

/** Goes on with a value, at once if it is at hand. */
export function mapMaybePromise<Value, Next>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Next>,
): MaybePromise<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All of several values, at once if they are all at hand. */
export function all<One, Other>(values: [MaybePromise<One>, MaybePromise<Other>]): MaybePromise<[One, Other]>;
export function all<Value>(values: MaybePromise<Value>[]): MaybePromise<Value[]>;
export function all(values: unknown[]): MaybePromise<unknown[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : values;
}
