/** Long answers are made in parts, so that whoever else asks is heard in between: a process has one thread. */

/** How many resolvers run between two looks at the clock, which takes as long as some of them. */
const unobserved = 16;

/** The turns of the event loop in which an answer is made. */
export interface Turns {
  /** When it is the turn of who asks, if resolvers have run long enough in this one; undefined: go on. */
  nextIfLong(): Promise<void> | undefined;
}

/** @param longest how long the resolvers may run, in milliseconds, before the event loop looks for what has arrived. */
export function openTurns(longest: number): Turns {
  let calls = 0;
  let began: number | undefined;
  /** Those that wait, from the first of them on: a queue, since all of them asking again would take longer than they. */
  let waiting: (() => void)[] = [];
  let first = 0;
  /** How many of them go on at a time: more and more within a turn, so that what they read takes few statements. */
  let together = unobserved;
  const begin = (): void => {
    began = performance.now();
    setImmediate(() => {
      began = undefined;
    });
  };
  const isLong = (): boolean => began !== undefined && performance.now() - began >= longest;
  const letSomeGo = (): void => {
    for (const goOn of waiting.slice(first, first + together)) goOn();
    first += together;
    together *= 2;
    if (first < waiting.length) {
      // A tick that a microtask asks for comes when all that they do has been done.
      queueMicrotask(() => process.nextTick(() => (isLong() ? setImmediate(turn) : letSomeGo())));
    } else [waiting, first] = [[], 0];
  };
  const turn = (): void => {
    begin();
    together = unobserved;
    letSomeGo();
  };
  return {
    nextIfLong: () => {
      if (waiting.length === 0) {
        calls += 1;
        if (calls % unobserved !== 0) return undefined;
        if (began === undefined) begin();
        if (!isLong()) return undefined;
        setImmediate(turn);
      }
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
  };
}
