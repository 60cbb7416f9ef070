/** A request as it is sent: all of it, and not only its query. */

/** What is asked; each part may be of any type, or missing. */
export interface Question {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

export interface Envelope {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

const nothing = Buffer.alloc(0);

export const json = 'application/json';
/** As what it is answered: its statuses say what was wrong. */
const accept = ['accept', 'application/graphql-response+json'] as const;

/** The question as clients send it. */
export const posted = (question: unknown): Envelope => ({
  method: 'POST',
  target: '/graphql',
  headers: [['content-type', json], accept],
  body: Buffer.from(JSON.stringify(question) ?? ''),
});

/** The question in the address. */
export function gotten(question: Question): Envelope {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(question))
    if (value !== undefined) parameters.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  return got(`/graphql?${parameters}`, [accept]);
}

export const got = (target: string, headers: Envelope['headers'] = []): Envelope => ({
  method: 'GET',
  target,
  headers,
  body: nothing,
});

/** The envelope on the wire. Host and content-length are added where it does not say them itself. */
export function bytesOf({ method, target, headers, body }: Envelope): Buffer {
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const all = [...headers];
  if (!named.has('host')) all.unshift(['host', 'localhost']);
  if (body.length > 0 && !named.has('content-length') && !named.has('transfer-encoding'))
    all.push(['content-length', String(body.length)]);
  const head = [`${method} ${target} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`), '', ''];
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), body]);
}

/** Begins like the envelope, for whoever looks into what was found. */
export function summaryOf(envelope: Envelope): string {
  const { method, target, headers, body } = envelope;
  const said = [...headers.map(([name, value]) => `${name}: ${value}`), body.toString('latin1')].join(' | ');
  return `${method} ${target.slice(0, 200)} ${said.slice(0, 300)}${said.length > 300 ? '…' : ''}`;
}
