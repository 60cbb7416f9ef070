/** Requests as bytes on sockets of our own, since no HTTP client would send what is sent here. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Traffic goes nowhere else. */
export const host = '127.0.0.1';

export interface Answer {
  readonly status: number;
  /** By lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** What came of a request: its answers, and how it ended. */
export interface Exchange {
  readonly answers: readonly Answer[];
  /** SILENT: neither an answer nor an end came in time. */
  readonly end: 'ANSWERED' | 'CLOSED' | 'SILENT';
  readonly milliseconds: number;
}

interface Patience {
  /** How many answers are waited for. */
  readonly answers?: number;
  /** Milliseconds. */
  readonly patience?: number;
  /** Whether answers have no body, as those to HEAD. */
  readonly bodiless?: boolean;
}

/** A connection whose errors are part of the game. */
export async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host, noDelay: true }).on('error', () => {});
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
  return socket;
}

/** Sends bytes on a connection of their own, and reads until as many answers have come as are waited for. */
export async function exchange(port: number, bytes: Buffer | string, patience: Patience = {}): Promise<Exchange> {
  const socket = await open(port);
  socket.write(bytes);
  try {
    return await answersOn(socket, patience);
  } finally {
    socket.destroy();
  }
}

/** Reads answers from a connection. */
export async function answersOn(
  socket: Socket,
  { answers: wanted = 1, patience = 20_000, bodiless = false }: Patience = {},
): Promise<Exchange> {
  const began = performance.now();
  const answers: Answer[] = [];
  let pieces: Buffer[] = [];
  let size = 0;
  let least = 0;
  return await new Promise((resolve) => {
    const finish = (end: Exchange['end']): void => {
      clearTimeout(timer);
      socket.off('data', read).off('close', closed).off('end', closed);
      resolve({ answers, end, milliseconds: performance.now() - began });
    };
    const read = (piece: Buffer): void => {
      pieces.push(piece);
      size += piece.length;
      if (size < least) return;
      let rest = Buffer.concat(pieces);
      for (let taken = take(rest, bodiless); ; taken = take(rest, bodiless)) {
        if ('least' in taken) {
          least = taken.least;
          break;
        }
        rest = rest.subarray(taken.length);
        // 100 Continue is no answer yet.
        if (taken.answer.status >= 200) answers.push(taken.answer);
      }
      [pieces, size] = [[rest], rest.length];
      if (answers.length >= wanted) finish('ANSWERED');
    };
    const closed = (): void => finish('CLOSED');
    const timer = setTimeout(() => finish('SILENT'), patience);
    socket.on('data', read).once('close', closed).once('end', closed);
    if (socket.destroyed) closed();
  });
}

type Taken = { readonly answer: Answer; readonly length: number } | { readonly least: number };

/** Takes one whole answer from the beginning of what has come; or says how long that must be at the least. */
function take(bytes: Buffer, bodiless: boolean): Taken {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return { least: bytes.length + 1 };
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const status = Number(first.split(' ')[1]);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const start = end + 4;
  if (bodiless || status < 200 || status === 204 || status === 304)
    return { answer: { status, headers, body: Buffer.alloc(0) }, length: start };
  if (headers.get('transfer-encoding') === 'chunked') {
    const chunks = takeChunks(bytes, start);
    if (chunks === undefined) return { least: bytes.length + 1 };
    return { answer: { status, headers, body: chunks.body }, length: chunks.end };
  }
  const length = start + Number(headers.get('content-length') ?? 0);
  if (bytes.length < length) return { least: length };
  return { answer: { status, headers, body: bytes.subarray(start, length) }, length };
}

function takeChunks(bytes: Buffer, start: number): { readonly body: Buffer; readonly end: number } | undefined {
  const parts: Buffer[] = [];
  for (let at = start; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { body: Buffer.concat(parts), end: next };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}

const unpack: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** The text of an answer. */
export function textOf({ headers, body }: Answer): string {
  const decode = unpack[headers.get('content-encoding') ?? ''];
  return (decode === undefined || body.length === 0 ? body : decode(body)).toString();
}
