/**
 * Values that are at hand, or promised. What is held in memory is given as it is: a promise for it would cost a turn
 * of the event loop at every field of an answer.
 */
import { carry } from '../database/cancellation.ts';

export type Maybe<Value> = Value | Promise<Value>;

/**
 * Goes on with a value, at once if it is at hand, and on behalf of who asks now. (A module that exports `then` would be
 * taken for a promise.)
 */
export function chain<Value, Next>(value: Maybe<Value>, next: (value: Value) => Maybe<Next>): Maybe<Next> {
  return value instanceof Promise ? value.then(carry(next)) : next(value);
}

/** All of several values, at once if they are all at hand. */
export function all<Value>(values: readonly Maybe<Value>[]): Maybe<Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]);
}
