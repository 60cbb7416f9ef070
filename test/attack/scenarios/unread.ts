import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario } from '../attack.ts';
import { bytesOf, got, posted } from '../envelope.ts';
import { open } from '../sockets.ts';

/**
 * By then what nobody reads is given up, in milliseconds: exports fill the system's buffers for some two seconds, then
 * there is a stall of ten, one more until it is noticed, and some time for a busy machine.
 */
const givenUp = 16_000;

/** More than the system's own buffers take: six megabytes, for a third of what may be asked. */
const long = ['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter.repeat(190)}: id`).join(' ');
const page = (inner: string): string => `relationships(first: 13) { nodes { object { ${inner} } } }`;
const large = `{ entities(first: 100) { nodes { ${page(page(long))} } } }`;

export const unread: Scenario = {
  title: 'row 62: answers that are not read hold no cost, and are given up',
  meant: ['OVERLOADED', 'BUSY'],
  run: async ({ port, watch, find }) => {
    const request = bytesOf(posted({ query: large }));
    const sockets: Socket[] = [];
    let answered = 0;
    for (let count = 0; count < 21; count += 1) {
      const socket = await open(port);
      sockets.push(socket);
      socket.write(request);
      // The answer has begun. One after the other: this is not about the work.
      await Promise.race([once(socket, 'readable'), sleep(10_000)]);
      const [first] = String(socket.read(100)).split('\r\n');
      if (first === 'HTTP/1.1 200 OK') answered += 1;
      // There is no room for more answers that nobody takes.
      else if (!first?.startsWith('HTTP/1.1 503')) find(`the large question is answered with ${first}`);
    }
    if (answered < 10) find(`only ${answered} large questions were answered`);
    const exporting = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const socket = await open(port);
        socket.pause();
        socket.write(Buffer.concat(Array.from({ length: 10 }, () => bytesOf(got('/export/graph.jsonld')))));
        return socket;
      }),
    );
    // The watcher's own question may be in flight.
    const cost = (await watch.taken()).get('labourgraph_cost_in_flight') ?? 0;
    if (cost > 1_000) find(`a cost of ${cost} is held by answers that nobody reads`);
    await sleep(givenUp);
    for (const [name, value] of await watch.taken())
      if (value > (/cost/.test(name) ? 1_000 : 2)) find(`${name} is ${value}, long after nobody read`);
    for (const socket of [...sockets, ...exporting]) socket.destroy();
  },
};

/** An alias costs nothing and stands in the answer for each object. */
export const longAliases: Scenario = {
  title: 'answers of an alias of 90 kB for each of many objects stay within bounds',
  meant: ['OVERLOADED', 'TIME_LIMIT'],
  run: async ({ port }) => {
    const alias = 'a'.repeat(90_000);
    const query = `{ entities(first: 100) { nodes { relationships(first: 100) { nodes { ${alias}: id } } } } }`;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const socket = await open(port);
        socket.pause();
        socket.write(bytesOf(posted({ query })));
        await sleep(4_000);
        socket.destroy();
      }),
    );
  },
};
