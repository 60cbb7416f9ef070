import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { repeat, type Scenario } from '../attack.ts';
import { bytesOf, posted } from '../envelope.ts';
import { open } from '../sockets.ts';

/** By then a client that is slow to send is cut off, in milliseconds: ten seconds, and time to notice. */
const cutOff = 13_000;

/** Beginnings of requests that come to no end. */
function beginnings(): Buffer[] {
  const whole = bytesOf(posted({ query: '{ graph { version } }', variables: { x: 'x'.repeat(5_000) } }));
  const head = whole.indexOf('\r\n\r\n') + 4;
  const chunked =
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
  return [
    Buffer.alloc(0),
    Buffer.from('P'),
    whole.subarray(0, 40),
    whole.subarray(0, head),
    whole.subarray(0, head + 100),
    Buffer.from(`${chunked}5\r\n{"que`),
    Buffer.from(
      whole
        .toString()
        .replace('\r\n\r\n', '\r\nexpect: 100-continue\r\n\r\n')
        .slice(0, head + 24),
    ),
    // A second request that does not come to an end, behind one that does.
    Buffer.concat([bytesOf(posted({ query: '{ __typename }' })), whole.subarray(0, head + 9)]),
  ];
}

export const slowSenders: Scenario = {
  title: 'row 41: requests that come to no end are cut off, sent at once or letter by letter',
  run: async ({ port, find }) => {
    const all = beginnings();
    await repeat(all.length * 2, all.length * 2, async (index) => {
      const kind = index % all.length;
      const socket = (await open(port)).resume();
      socket.write(all[kind] ?? '');
      const closed = once(socket, 'close').then(() => true);
      const dribble = setInterval(() => {
        if (index >= all.length) socket.write('x');
      }, 500);
      const cut = await Promise.race([closed, sleep(cutOff).then(() => false)]);
      clearInterval(dribble);
      socket.destroy();
      // What has not sent a byte has asked nothing: it is bounded by their number alone, if at all.
      if (!cut && kind > 0)
        find(`still open after ${cutOff} ms: ${JSON.stringify(all[kind]?.toString().slice(0, 60))}`);
    });
  },
};
