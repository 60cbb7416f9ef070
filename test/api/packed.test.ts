/** Answers of a kilobyte and more come packed, to who takes them so. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';

interface Answered {
  readonly coding: string | undefined;
  readonly vary: string;
  readonly length: number;
  readonly text: string;
}

const unpacked: Readonly<Record<string, (bytes: Buffer) => Buffer>> = { gzip: gunzipSync, br: brotliDecompressSync };

/** Asks as nobody but this: clients unpack by themselves. */
async function ask(path: string, accepted?: string, body?: object): Promise<Answered> {
  const sent = request(new URL(path, inject('url')), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(accepted !== undefined && { 'accept-encoding': accepted }),
    },
  });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = await buffer(response);
  const coding = response.headers['content-encoding'];
  const { vary = '', 'content-length': length } = response.headers;
  if (length !== undefined) expect(Number(length)).toBe(bytes.length);
  const whole = coding === undefined ? bytes : (unpacked[coding]?.(bytes) ?? Buffer.from('an odd coding'));
  return { coding, vary, length: bytes.length, text: whole.toString() };
}

const large = { query: '{ entities(first: 50) { nodes { id summary } } }' };
const small = { query: '{ graph { version } }' };
const inAddress = (body: { readonly query: string }): string => `/graphql?${new URLSearchParams(body)}`;

describe('GraphQL', () => {
  test.each(['gzip', 'br'])('comes as %s, and is the same', async (coding) => {
    const plain = await ask('/graphql', undefined, large);
    expect(plain.coding).toBeUndefined();
    for (const packed of [await ask('/graphql', coding, large), await ask(inAddress(large), coding)]) {
      expect(packed.coding).toBe(coding);
      expect(JSON.parse(packed.text)).toEqual(JSON.parse(plain.text));
      expect(packed.length).toBeLessThan(plain.length / 2);
    }
  });

  test('comes as the client likes it best, and plain to who takes neither', async () => {
    for (const [accepted, coding] of [
      ['gzip, deflate, br', /^(gzip|br)$/],
      ['br;q=0.1, gzip', /^gzip$/],
      ['gzip;q=0.1, br', /^br$/],
    ] as const)
      expect((await ask('/graphql', accepted, large)).coding).toMatch(coding);
    for (const accepted of ['identity', 'gzip;q=0', 'deflate', '*;q=0', 'zstd'])
      expect((await ask('/graphql', accepted, large)).coding, accepted).toBeUndefined();
  });

  test('is not packed where it is short, and says by GET by what it differs', async () => {
    const short = await ask(inAddress(small), 'gzip');
    expect(short.coding).toBeUndefined();
    expect(short.vary).toContain('Accept-Encoding');
  });
});

test.each([
  '/export/entities.csv',
  '/export/graph.jsonld',
  '/export/deadlines.ics',
  '/schema.graphql',
  '/metrics',
  '/export/',
])('%s comes packed, and is the same', async (path) => {
  const [plain, packed] = [await ask(path), await ask(path, 'gzip')];
  expect([plain.coding, packed.coding]).toEqual([undefined, 'gzip']);
  expect(packed.length).toBeLessThan(plain.length / 2);
  expect(packed.vary).toContain('Accept-Encoding');
  // When it was written, and what has been measured since.
  if (path !== '/metrics') expect(packed.text.replace(/DTSTAMP.*/g, '')).toBe(plain.text.replace(/DTSTAMP.*/g, ''));
});
