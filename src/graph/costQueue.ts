/**
 * A queue for costly work: what is worked on at a time costs so much at the most, and what is more waits, first come first
 * served. One that costs more than that is worked on alone.
 */
export interface CostQueue {
  /** Takes a turn. */
  take(cost: number): Turn;
}

interface Turn {
  /** When it has come; undefined: at once. */
  readonly come: Promise<void> | undefined;
  /** Gives it back, whether it has come or not; to be called once. */
  readonly end: () => void;
}

interface Waiting {
  readonly cost: number;
  readonly begin: () => void;
}

/** @param most what may be worked on at a time may cost. */
export function openCostQueue(most: number): CostQueue {
  let working = 0;
  const queue: Waiting[] = [];
  const hasRoom = (cost: number): boolean => working === 0 || working + cost <= most;
  const beginNext = (): void => {
    for (let next = queue[0]; next !== undefined && hasRoom(next.cost); next = queue[0]) {
      queue.shift();
      next.begin();
    }
  };
  return {
    take: (cost) => {
      let begun = false;
      const begin = (): void => {
        begun = true;
        working += cost;
      };
      let waiting: Waiting | undefined;
      let come: Promise<void> | undefined;
      if (queue.length === 0 && hasRoom(cost)) begin();
      else {
        come = new Promise((resolve) => {
          waiting = {
            cost,
            begin: () => {
              begin();
              resolve();
            },
          };
          queue.push(waiting);
        });
      }
      return {
        come,
        end: () => {
          if (!begun && waiting !== undefined) queue.splice(queue.indexOf(waiting), 1);
          const given = begun ? cost : 0;
          // It counts until this turn of the event loop ends. What is in memory is answered in the turn that asks: all
          // questions that arrived together would be answered in the same one, and nobody else would be meanwhile.
          setImmediate(() => {
            working -= given;
            beginNext();
          });
        },
      };
    },
  };
}
