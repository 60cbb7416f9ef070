import type { Scenario } from '../attack.ts';
import { type Envelope, got, posted } from '../envelope.ts';
import { textOf } from '../sockets.ts';

interface Said {
  readonly envelope: Envelope;
  readonly status: number;
  /** What would not be true. */
  readonly not: RegExp;
}

const twice = 'entities(first: 1) { nodes { id } } ';
const dated = 'query ($day: Date) { entities(filter: { from: $day }) { totalCount } }';

const said: readonly Said[] = [
  { envelope: got('/entity/%'), status: 400, not: /is not JSON/ },
  { envelope: got('/entity/%ff'), status: 400, not: /is not JSON/ },
  { envelope: got('/embed/%'), status: 400, not: /is not JSON/ },
  { envelope: got('/export/%'), status: 400, not: /is not JSON/ },
  { envelope: posted({ query: `{ ${twice.repeat(490)} }` }), status: 400, not: /aborted/ },
  { envelope: posted({ query: `{ ${'nothing '.repeat(490)} }` }), status: 400, not: /aborted/ },
  ...[['2015-05-12'], { day: '2015-05-12' }, 20150512, true].map((day) => ({
    envelope: posted({ query: dated, variables: { day } }),
    status: 400,
    not: /wrong on our side/,
  })),
  {
    envelope: posted({ query: '{ entities(filter: { from: ["2015-05-12"] }) { totalCount } }' }),
    status: 400,
    not: /our side/,
  },
];

export const messages: Scenario = {
  title: 'row 75: what is said of a mistake is true of it',
  run: async ({ ask, find }) => {
    for (const { envelope, status, not } of said) {
      const answer = await ask(envelope);
      if (answer === undefined) continue;
      const asked = `${envelope.target} ${envelope.body.toString().slice(0, 120)}`;
      if (answer.status !== status) find(`${answer.status} and not ${status} for ${asked}`);
      if (not.test(textOf(answer))) find(`says ${textOf(answer).slice(0, 200)} of ${asked}`);
    }
  },
};
