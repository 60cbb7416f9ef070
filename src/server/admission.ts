/** How much is worked on at a time: more is sent away at once, so that what is let in is answered in time. */
import type { ServerResponse } from 'node:http';
import type { Settings } from './settings.ts';

/** Gives back what was taken; to be called once. */
type Release = () => void;

/** What is taken just now, and how often nothing more could be since the start. */
interface Usage {
  readonly requests: number;
  readonly cost: number;
  readonly exports: number;
  readonly turnedAway: number;
}

/** How many exports run at once: each holds a connection for as long as its reader takes; questions must find some free. */
export const exportsAtOnce = 4;

export interface Admission {
  /** Lets a request in; undefined: it is sent away. */
  enter(response: ServerResponse): Release | undefined;
  /** Lets an operation of this cost in too, until its execution ends; undefined: it is sent away. */
  admit(cost: number): Release | undefined;
  /** Lets an export in; undefined: as many are running as may. */
  enterExport(response: ServerResponse): Release | undefined;
  usage(): Usage;
  /** How many places are still taken for a client who was gone at an earlier look, so many milliseconds ago or more. */
  lost(milliseconds: number): number;
}

export function openAdmission({
  maxInFlight,
  maxCostInFlight,
}: Pick<Settings, 'maxInFlight' | 'maxCostInFlight'>): Admission {
  let requests = 0;
  let cost = 0;
  let exports = 0;
  let turnedAway = 0;
  // By when it was first seen that the client is gone.
  const places = new Map<ServerResponse, number | undefined>();
  return {
    enter: (response) => {
      if (requests >= maxInFlight) {
        turnedAway += 1;
        return undefined;
      }
      requests += 1;
      places.set(response, undefined);
      // What is in memory is answered in the turn of the event loop that asks: it counts until that ends, or else no
      // number of such questions at once would be too many, and who comes last would wait for all of them.
      return () =>
        void setImmediate(() => {
          requests -= 1;
          places.delete(response);
        });
    },
    admit: (more) => {
      // Whatever one operation may cost, it may cost alone.
      if (cost > 0 && cost + more > maxCostInFlight) {
        turnedAway += 1;
        return undefined;
      }
      cost += more;
      return () => {
        cost -= more;
      };
    },
    enterExport: (response) => {
      if (exports >= exportsAtOnce) return undefined;
      exports += 1;
      places.set(response, undefined);
      return () => {
        exports -= 1;
        places.delete(response);
      };
    },
    usage: () => ({ requests, cost, exports, turnedAway }),
    lost: (milliseconds) => {
      const now = performance.now();
      let lost = 0;
      for (const [response, seen] of places) {
        if (!response.closed) continue;
        if (seen === undefined) places.set(response, now);
        else if (now - seen >= milliseconds) lost += 1;
      }
      return lost;
    },
  };
}

/** What those are told who are sent away. */
export const tooMuch = 'More is asked than can be answered just now; ask again shortly.';
