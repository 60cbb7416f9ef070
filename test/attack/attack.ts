/** What a scenario has to attack with. */

import type { Random } from '../../bench/generate/random.ts';
import type { Code } from '../../src/server/codes.ts';
import { bytesOf, type Envelope, summaryOf } from './envelope.ts';
import type { Pool } from './pool.ts';
import type { Service } from './service.ts';
import { type Answer, type Exchange, exchange } from './sockets.ts';
import { judge } from './verdict.ts';
import type { Watch } from './watch.ts';

export interface Scenario {
  readonly title: string;
  /** Codes of 503 that are meant while it goes on. */
  readonly meant?: readonly Code[];
  run(attack: Attack): Promise<void>;
}

export interface Attack {
  readonly port: number;
  readonly service: Service;
  readonly watch: Watch;
  readonly pool: Pool;
  readonly random: Random;
  /** When a scenario that could go on for ever ends, by performance.now(). */
  readonly until: number;
  /** Notes what should not be; throws when it is enough. */
  find(what: string): void;
  /** Sends a request on a connection of its own, and judges its answer. */
  ask(envelope: Envelope): Promise<Answer | undefined>;
  /** Judges what came of bytes. */
  judged(exchange: Exchange, what: string): Exchange;
}

/** A scenario that has found so much has found enough. */
const mostFindings = 8;

/** Ends a scenario that has found enough. */
export class Enough extends Error {}

export interface Outcomes {
  readonly findings: string[];
  /** How many answers there were of which sort, of all scenarios. */
  readonly counts: Map<string, number>;
}

export function attackOf(
  base: Omit<Attack, 'find' | 'ask' | 'judged' | 'port'>,
  { meant = [] }: Scenario,
  { findings, counts }: Outcomes,
): Attack {
  const { port } = base.service;
  const find = (what: string): void => {
    if (findings.length >= mostFindings) throw new Enough();
    findings.push(what);
  };
  const judged = (done: Exchange, what: string): Exchange => {
    const verdicts = done.answers.map((answer) => judge(answer, meant));
    const ends = done.answers.length === 0 ? [done.end === 'SILENT' ? 'silence' : 'hung up'] : [];
    for (const outcome of [...verdicts.map((verdict) => verdict.outcome), ...ends])
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    for (const found of verdicts.flatMap((verdict) => verdict.findings)) find(`${found}; asked: ${what}`);
    if (done.end === 'SILENT') find(`no answer in ${Math.round(done.milliseconds)} ms; asked: ${what}`);
    return done;
  };
  return {
    ...base,
    port,
    find,
    judged,
    ask: async (envelope) => {
      const done = await exchange(port, bytesOf(envelope), { bodiless: envelope.method === 'HEAD' });
      const { answers } = judged(done, summaryOf(envelope));
      if (done.end === 'CLOSED') find(`hung up without an answer; asked: ${summaryOf(envelope)}`);
      return answers[0];
    },
  };
}

/** Does something so many times, so many at a time; not again once it has thrown. */
export async function repeat(count: number, atOnce: number, what: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      try {
        await what(index);
      } catch (error) {
        next = count;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, count) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
