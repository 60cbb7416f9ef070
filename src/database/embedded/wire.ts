/**
 * Serves PGlite to PostgreSQL clients on a socket. PGlite speaks the protocol itself; what is left is to find where
 * messages end, and to hand them over in whole exchanges: a client's statement and the Sync that follows it.
 *
 * PGlite has one session. So connections are served one after the other, each with a session as it is at the start:
 * two at once would see each other's transactions and settings, and overwrite each other's statements.
 */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

/** The codes of what a client may send before its session begins, in place of a protocol version. */
const cancelRequest = 80_877_102;
const encryptionRequests = [80_877_103, 80_877_104];
/** The messages after which a client waits for an answer: Sync, Query, Flush, and those of a copy that ends. */
const endsOfExchange = new Set([...'SQHcf'].map((letter) => letter.charCodeAt(0)));
const terminate = 'X'.charCodeAt(0);

/** Listens on a Unix socket. */
export async function servePostgres(engine: PGlite, path: string): Promise<Server> {
  let last: Promise<void> = Promise.resolve();
  const server = createServer((socket) => {
    // Whatever goes wrong with a connection ends it, and it alone.
    socket.on('error', () => {});
    last = last.then(async () => await serve(engine, socket)).catch(() => void socket.destroy());
  });
  server.listen(path);
  await once(server, 'listening');
  return server;
}

/** Serves one connection to its end. */
async function serve(engine: PGlite, socket: Socket): Promise<void> {
  const reader = exchangeReader((answer) => socket.write(answer));
  try {
    for await (const data of socket) {
      const exchange = reader.add(data);
      // What was asked on a connection that is gone is not begun.
      if (exchange.length > 0 && !socket.destroyed) {
        await engine.execProtocolRawStream(exchange, { onRawData: (answer) => void socket.write(Buffer.from(answer)) });
      }
      if (reader.ended()) break;
    }
  } finally {
    socket.destroy();
    if (engine.isInTransaction()) await engine.exec('ROLLBACK');
    await engine.exec('DISCARD ALL');
  }
}

interface ExchangeReader {
  /** Takes what came, and gives all whole exchanges that are there now. */
  add(data: Buffer): Uint8Array;
  /** Whether the client has said that it is done. */
  ended(): boolean;
}

/** @param answer sends what is answered before a session begins. */
function exchangeReader(answer: (text: string) => void): ExchangeReader {
  let held: Buffer = Buffer.alloc(0);
  let started = false;
  let ended = false;

  /** Where the whole exchanges end. */
  const endOfExchanges = (): number => {
    let end = 0;
    for (let at = 0; ; ) {
      // A message is its type, then the length of the rest; the first of a session has no type.
      const header = started ? 1 : 0;
      if (held.length < at + header + 4) return end;
      const next = at + header + held.readInt32BE(at + header);
      if (held.length < next) return end;
      if (!started) started = true;
      else if (held[at] === terminate) ended = true;
      else if (!endsOfExchange.has(held[at] ?? 0)) {
        at = next;
        continue;
      }
      if (ended) return end;
      at = next;
      end = next;
    }
  };
  /** Answers what may come before the first message of a session. */
  const preliminaries = (): void => {
    while (!started && !ended && held.length >= 8) {
      const code = held.readInt32BE(4);
      if (code === cancelRequest) ended = true;
      else if (!encryptionRequests.includes(code)) return;
      else answer('N');
      held = held.subarray(held.readInt32BE(0));
    }
  };
  return {
    add: (data) => {
      held = held.length === 0 ? data : Buffer.concat([held, data]);
      preliminaries();
      const end = ended ? 0 : endOfExchanges();
      const exchange = new Uint8Array(held.subarray(0, end));
      held = held.subarray(end);
      return exchange;
    },
    ended: () => ended,
  };
}
