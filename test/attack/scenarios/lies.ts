import { repeat, type Scenario } from '../attack.ts';
import { exchange } from '../sockets.ts';
import { foreignHost } from '../verdict.ts';

const body = '{"query":"{ graph { version } }"}';
const post = (...lines: readonly string[]): string =>
  ['POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json', ...lines, '', ''].join('\r\n');
const get = (...lines: readonly string[]): string => ['GET /livez HTTP/1.1', ...lines, '', ''].join('\r\n');
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const length = `content-length: ${body.length}`;
const chunked = 'transfer-encoding: chunked';

/** What is not HTTP, or is not what it says that it is. */
const lies: readonly string[] = [
  get(),
  get('host: a', 'host: b'),
  get('host:'),
  get('host : localhost'),
  get('host: localhost', ' folded: x'),
  get('host: localhost', 'x\u0000: y'),
  get('host: localhost', 'no colon'),
  get('host: localhost', 'x: \r y'),
  get('host: localhost', `x: ${'y'.repeat(100_000)}`),
  get('host: localhost', ...Array.from({ length: 3_000 }, (_, index) => `x${index}: y`)),
  get('host: localhost').replace('HTTP/1.1', 'HTTP/1.0'),
  get('host: localhost').replace('HTTP/1.1', 'HTTP/9.9'),
  get('host: localhost').replace(' HTTP/1.1', ''),
  get('host: localhost').replaceAll('\r\n', '\n'),
  `\r\n\r\n${get('host: localhost')}`,
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  'SSH-2.0-OpenSSH_9.6\r\n',
  `${'A'.repeat(70_000)}\r\n\r\n`,
  `CONNECT ${foreignHost}:443 HTTP/1.1\r\nhost: ${foreignHost}\r\n\r\n`,
  'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'TRACE /graphql HTTP/1.1\r\nhost: localhost\r\ncookie: secret\r\n\r\n',
  get(
    'host: localhost',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
  ),
  get('host: localhost', 'connection: upgrade, http2-settings', 'upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__'),
  post(length, chunked) + body,
  post(length, length) + body,
  post(`content-length: ${body.length}, ${body.length}`) + body,
  post(`content-length: +${body.length}`) + body,
  post('content-length: 0x21') + body,
  post('content-length: -1') + body,
  post('content-length: 99999999999999999999') + body,
  post('content-length: 1000000000') + body,
  post('content-length: 5') + body,
  post('content-length: 0') + body,
  post() + body,
  post(chunked) + chunk(body) + chunk(''),
  post(chunked) + [...body].map(chunk).join('') + chunk(''),
  `${post(chunked) + chunk(body)}0\r\nhost: ${foreignHost}\r\ncontent-length: 9\r\n\r\n`,
  `${post(chunked)}fffffffffffffffff\r\n${body}`,
  `${post(chunked)}-5\r\n${body}`,
  `${post(chunked)}5\r\n${body}\r\n0\r\n\r\n`,
  `${post(chunked)}zz\r\n${body}`,
  `${post(chunked)}5;${'x'.repeat(50_000)}\r\n{"que\r\n`,
  post('transfer-encoding: gzip, chunked') + chunk(body) + chunk(''),
  post('transfer-encoding: chunked, identity') + body,
  post('transfer-encoding: xchunked', length) + body,
  post(chunked) + chunk('x'.repeat(200_000)) + chunk(''),
  post('expect: 100-continue', length) + body,
  post('expect: 200-ok', length) + body,
  `${get('host: localhost', 'content-length: 60')}GET /metrics HTTP/1.1\r\nhost: localhost\r\nx: 567890123456789012345`,
  `${post(length) + body + get('host: localhost') + post('content-length: 3')}{x}`,
];

export const lying: Scenario = {
  title: 'requests that are no HTTP, or lie about their length, are answered or closed in time',
  run: async ({ port, judged }) =>
    await repeat(lies.length, 16, async (index) => {
      const lie = lies[index] ?? '';
      judged(await exchange(port, Buffer.from(lie, 'latin1'), { patience: 20_000 }), JSON.stringify(lie.slice(0, 200)));
    }),
};
