/** Connections of clients: what is asked on one is answered in turn, and one that takes nothing is cut off. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How many requests may wait behind another on one connection: browsers send none before they have the answer. */
const longestQueue = 500;

/** What waits on each connection that has a request under way. */
type Queues = Map<Socket, (() => void)[]>;

export interface Connections {
  /** How many are open. */
  open(): number;
  /** On how many a request is under way. */
  answering(): number;
}

/**
 * Hands a server's requests to a listener, one of each connection at a time, and cuts off whoever takes nothing of an
 * answer for `sendTimeout` milliseconds.
 *
 * Node hands over all that has come on a connection at once, and tells a response that its connection is gone only if
 * its turn had come: one that waits behind another would keep forever whatever is taken for it.
 */
export function watchConnections(server: Server, listener: RequestListener, sendTimeout: number): Connections {
  const queues: Queues = new Map();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
      queues.delete(socket);
    });
  });
  server.on('request', (request, response) => answerSerially(queues, listener, request, response));
  cutOffStalled(server, sendTimeout, (socket) => queues.has(socket) && socket.writableLength === 0);
  return { open: () => open, answering: () => queues.size };
}

/** How often a connection is looked at before it is cut off: it is cut off late by one look at the most. */
const looks = 10;

/** Cuts off a connection on which nothing was received or taken for so long, unless it is being worked for. */
function cutOffStalled(server: Server, sendTimeout: number, worksFor: (socket: Socket) => boolean): void {
  const lookEvery = sendTimeout / looks;
  const stalls = new WeakMap<Socket, { readonly looks: number; readonly seen: number }>();
  // Node calls this only if the system has taken nothing since Node looked last; otherwise it waits as long once more.
  server.setTimeout(lookEvery, (socket: Socket) => {
    const now = performance.now();
    const last = stalls.get(socket);
    const goesOn = last !== undefined && now - last.seen < 1.5 * lookEvery;
    const stalled = goesOn ? last.looks + 1 : 1;
    if (stalled >= looks && !worksFor(socket)) return void socket.destroy();
    stalls.set(socket, { looks: stalled, seen: now });
    socket.setTimeout(lookEvery);
  });
}

function answerSerially(
  queues: Queues,
  listener: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { socket } = request;
  if (socket.destroyed) return;
  const begin = (): void => {
    // The answer before was the last one of this connection.
    if (response.socket === null) return void queues.delete(socket);
    response.once('close', () => {
      const queue = queues.get(socket);
      if (queue === undefined || queue.length === 0) queues.delete(socket);
      // Others come first: what one connection asks must not fill a turn of the event loop.
      else setImmediate(() => queues.get(socket)?.shift()?.());
    });
    listener(request, response);
  };
  const queue = queues.get(socket);
  if (queue === undefined) {
    queues.set(socket, []);
    begin();
  } else if (queue.push(begin) > longestQueue) socket.destroy();
}
