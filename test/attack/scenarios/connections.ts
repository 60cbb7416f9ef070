import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { repeat, type Scenario } from '../attack.ts';
import { bytesOf, got, posted } from '../envelope.ts';
import { answersOn, open } from '../sockets.ts';

export const connections: Scenario = {
  title: 'row 41: of very many connections, those beyond what there may be are closed, and then all is as before',
  run: async ({ port, ask, find }) => {
    const sockets: Socket[] = [];
    // Not all at once, or the system would keep some of them waiting.
    await repeat(2_200, 50, async () => void sockets.push((await open(port)).resume()));
    const held = (): number => sockets.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
    for (let waited = 0; held() > 2_000 && waited < 50; waited += 1) await sleep(100);
    if (held() > 2_000) find(`${held()} connections are held`);
    for (const socket of sockets) socket.destroy();
    await sleep(500);
    if ((await ask(got('/readyz')))?.status !== 200) find('it is not ready afterwards');
  },
};

export const keptAlive: Scenario = {
  title: 'a connection that is kept is served as often as it asks',
  run: async ({ port, find }) => {
    const bytes = bytesOf(posted({ query: '{ graph { version } }' }));
    await repeat(4, 4, async () => {
      const socket = await open(port);
      for (let asked = 0; asked < 250; asked += 1) {
        socket.write(bytes);
        const { end } = await answersOn(socket);
        if (end !== 'ANSWERED') return find(`the connection ended after ${asked} requests`);
      }
      socket.destroy();
    });
  },
};
