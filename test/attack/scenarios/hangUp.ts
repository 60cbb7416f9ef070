import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { repeat, type Scenario } from '../attack.ts';
import { bytesOf, got, posted } from '../envelope.ts';
import { open } from '../sockets.ts';

/** When somebody hangs up: before, in or after the head; in or after the body, so many milliseconds after; once an answer begins. */
const stages = ['before', 'in the head', 'after the head', 'in the body', 0, 1, 5, 20, 100, 'in the answer'] as const;

const endings = ['destroy', 'reset', 'half-close'] as const;

export const hangUp: Scenario = {
  title: 'row 42: who hangs up, at whatever stage, leaves nothing behind',
  meant: ['OVERLOADED', 'BUSY'],
  run: async ({ port, random }) =>
    await repeat(stages.length * endings.length * 6, 20, async (index) => {
      const stage = stages[index % stages.length] ?? 0;
      const ending = endings[Math.floor(index / stages.length) % endings.length];
      const some = random.below(1e9);
      const query = `{ entities(first: 100, filter: { text: "wages OR v${some}" }) { nodes { id relationships(first: 20) { nodes { id } } } } }`;
      const bytes = bytesOf(index % 7 === 0 ? got('/export/entities.csv') : posted({ query }));
      const head = bytes.indexOf('\r\n\r\n') + 4;
      const socket = await open(port);
      if (stage === 'before') socket.write('');
      else if (stage === 'in the head') socket.write(bytes.subarray(0, Math.floor(head / 2)));
      else if (stage === 'after the head') socket.write(bytes.subarray(0, head));
      else if (stage === 'in the body') socket.write(bytes.subarray(0, Math.floor((head + bytes.length) / 2)));
      else socket.write(bytes);
      if (typeof stage === 'number') await sleep(stage);
      else if (stage === 'in the answer')
        await Promise.race([once(socket, 'data'), once(socket, 'close'), sleep(2_000)]);
      else await sleep(5);
      if (ending === 'reset') socket.resetAndDestroy();
      else if (ending === 'destroy') socket.destroy();
      else {
        socket.end();
        await sleep(200);
        socket.destroy();
      }
    }),
};
