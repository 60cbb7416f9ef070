/** Long answers are made in parts, so that whoever else asks is heard in between: a process has one thread. */

/** How long resolvers may run, in milliseconds, before the event loop looks for what has arrived. */
const longestTurn = 25;

let began: number | undefined;
let next: Promise<void> | undefined;

/** The next turn of the event loop, if resolvers have run long enough in this one; undefined: go on. */
export function nextTurnIfLong(): Promise<void> | undefined {
  const now = performance.now();
  if (began === undefined) {
    began = now;
    setImmediate(() => {
      began = undefined;
    });
    return undefined;
  }
  if (now - began < longestTurn) return undefined;
  next ??= new Promise((resolve) => {
    setImmediate(() => {
      next = undefined;
      resolve();
    });
  });
  return next;
}
