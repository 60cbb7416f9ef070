import { setTimeout as sleep } from 'node:timers/promises';
import { repeat, type Scenario } from '../attack.ts';
import { bytesOf, got, posted } from '../envelope.ts';
import { answersOn, open } from '../sockets.ts';

export const pipelined: Scenario = {
  title: 'row 61: requests that wait behind another on one connection give everything back when it is hung up',
  meant: ['OVERLOADED', 'BUSY'],
  run: async ({ port, ask, find }) => {
    const question = (index: number) =>
      bytesOf(
        posted({ query: `{ entities(first: 50, filter: { text: "wages OR y${index}" }) { nodes { id summary } } }` }),
      );
    const questions = Buffer.concat(Array.from({ length: 250 }, (_, index) => question(index)));
    const exported = bytesOf(got('/export/graph.jsonld'));
    const exports = Buffer.concat(Array.from({ length: 20 }, () => exported));
    const waits = [0, 20, 300];
    await repeat(waits.length * 4, 4, async (index) => {
      const socket = await open(port);
      socket.write(index % 2 === 0 ? questions : exports);
      await sleep(waits[index % waits.length]);
      // Half of them say goodbye, half of them do not.
      if (index % 4 < 2) socket.destroy();
      else socket.resetAndDestroy();
    });
    await sleep(1_000);
    const again = await ask(got('/export/graph.jsonld'));
    if (again?.status !== 200) find(`an export gets ${again?.status} when all others have hung up`);
    // Those who read get all of them, in order.
    const reader = await open(port);
    const life = bytesOf(got('/livez'));
    reader.write(Buffer.concat(Array.from({ length: 100 }, () => life)));
    const { answers } = await answersOn(reader, { answers: 100 });
    if (answers.length !== 100) find(`of 100 pipelined requests ${answers.length} were answered`);
    reader.destroy();
  },
};
