/** How much is worked on at a time: more is sent away at once, so that what is let in is answered in time. */
import type { RequestHandler } from 'express';
import type { Settings } from './settings.ts';
import { tell } from './tell.ts';

export interface Gate {
  /** Lets a request in, or sends it away. */
  readonly enter: RequestHandler;
  /** Whether an operation of this cost is let in too; then it must be released. */
  admit(cost: number): boolean;
  release(cost: number): void;
  usage(): { readonly requests: number; readonly cost: number; readonly turnedAway: number };
}

export function openGate({ maxInFlight, maxCostInFlight }: Settings): Gate {
  let requests = 0;
  let cost = 0;
  let turnedAway = 0;
  return {
    enter: (_request, response, next) => {
      if (requests >= maxInFlight) {
        turnedAway += 1;
        tell(response, 'OVERLOADED', tooMuch);
        return;
      }
      requests += 1;
      // What is in memory is answered in the turn of the event loop that asks: it counts until that ends, or else no
      // number of such questions at once would be too many, and who comes last would wait for all of them.
      response.once('close', () =>
        setImmediate(() => {
          requests -= 1;
        }),
      );
      next();
    },
    admit: (more) => {
      // Whatever one operation may cost, it may cost alone.
      if (cost > 0 && cost + more > maxCostInFlight) {
        turnedAway += 1;
        return false;
      }
      cost += more;
      return true;
    },
    release: (less) => {
      cost -= less;
    },
    usage: () => ({ requests, cost, turnedAway }),
  };
}

/** What those are told who are sent away. */
export const tooMuch = 'More is asked than can be answered just now; ask again shortly.';
