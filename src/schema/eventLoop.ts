/** Long answers are made in parts, so that whoever else asks is heard in between: a process has one thread. */

/** How long the resolvers of an answer may run, in milliseconds, before the event loop looks for what has arrived. */
const longestTurn = 25;
/** How many of them run between two looks at the clock, which takes as long as some of them. */
const unobserved = 16;

/** The turns of the event loop in which an answer is made. */
export interface Turns {
  /** The next turn, if resolvers have run long enough in this one; undefined: go on. */
  nextIfLong(): Promise<void> | undefined;
}

export function openTurns(): Turns {
  let calls = 0;
  let began: number | undefined;
  let next: Promise<void> | undefined;
  return {
    nextIfLong: () => {
      if (next !== undefined) return next;
      calls += 1;
      if (calls % unobserved !== 0) return undefined;
      const now = performance.now();
      if (began === undefined) {
        began = now;
        setImmediate(() => {
          began = undefined;
        });
      } else if (now - began >= longestTurn) {
        next = new Promise((resolve) => {
          setImmediate(() => {
            next = undefined;
            resolve();
          });
        });
      }
      return next;
    },
  };
}
