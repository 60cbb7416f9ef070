/** Makes an odd request of a question: each part of its envelope may be changed, by chance, from a seed. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Random } from '../../bench/generate/random.ts';
import { type Envelope, got, gotten, posted, type Question } from './envelope.ts';
import { contentTypes, methods, names, nested, odds, oddValues, targets } from './odd.ts';

type Change<Thing> = (thing: Thing, random: Random) => Thing;

/** A request for the question, or for what has become of it. */
export function mutated(question: Question, random: Random): Envelope {
  let asked = question;
  while (random.chance(0.5)) asked = random.pick(questionChanges)(asked, random);
  let envelope = random.chance(0.2) ? gotten(asked) : posted(asked);
  if (random.chance(0.25)) envelope = { ...envelope, body: random.pick(bodyChanges)(envelope.body, random) };
  if (random.chance(0.2)) envelope = random.pick(encodings)(envelope, random);
  while (random.chance(0.3)) envelope = random.pick(envelopeChanges)(envelope, random);
  return envelope;
}

const odd = (random: Random): unknown => random.pick(oddValues)();

const hashOf = (text: unknown): string => createHash('sha256').update(String(text)).digest('hex');

const persisted = (question: Question, persistedQuery: unknown): Question => ({
  ...question,
  extensions: { persistedQuery },
});

/** The same of a version of the past, which may not be there. */
const known: Change<Question> = (question, random) => ({
  ...question,
  query: String(question.query).replace(
    /^\s*(?:query\s*\w*\s*(?:\([^()]*\))?)?\s*\{/,
    (head) => `${head.includes('query') ? head.slice(0, -1) : 'query '} @knownAt(version: ${random.below(120)}) {`,
  ),
});

const questionChanges: readonly Change<Question>[] = [
  known,
  (question, random) => ({ ...question, operationName: random.pick(names) }),
  ({ operationName: _, ...question }) => question,
  (question, random) => ({
    ...question,
    query: `${String(question.query)} query Other { graph { version } }`,
    operationName: random.pick(['Other', 'other', '', null]),
  }),
  (question, random) => ({
    ...question,
    query: random.pick([
      '',
      ' ',
      '{',
      '#',
      '{}',
      'fragment f on Query { __typename }',
      'mutation { x }',
      'subscription { __typename }',
      'query ($x: [[[[Int]]]]) { __typename }',
      '\ufeff{ __typename }',
      '{ __typename } '.repeat(100),
      '{ __schema { types { name fields { name } } } }',
      odd(random),
    ]),
  }),
  ({ query: _, ...question }) => question,
  (question, random) => ({ ...question, query: `${'#\n'.repeat(random.below(40_000))}${String(question.query)}` }),
  (question, random) => ({ ...question, variables: odd(random) }),
  (question, random) => ({ ...question, variables: changedVariable(question.variables, random) }),
  (question, random) => ({
    ...question,
    variables: { ...asObject(question.variables), [`extra${random.below(9)}`]: odd(random) },
  }),
  (question, random) => ({ ...question, extensions: odd(random) }),
  (question) => persisted(question, { version: 1, sha256Hash: hashOf(question.query) }),
  ({ query, ...question }) => persisted(question, { version: 1, sha256Hash: hashOf(query) }),
  (question, random) => persisted(question, { version: random.pick([1, 2, '1', null]), sha256Hash: hashOf('another') }),
  (question, random) => persisted(question, { version: 1, sha256Hash: odd(random) }),
  (question, random) => persisted(question, odd(random)),
];

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

function changedVariable(variables: unknown, random: Random): unknown {
  const all = asObject(variables);
  const keys = Object.keys(all);
  return keys.length === 0 ? { first: odd(random) } : { ...all, [random.pick(keys)]: odd(random) };
}

const text = (body: Buffer, change: (text: string) => string): Buffer => Buffer.from(change(body.toString()));

const bodyChanges: readonly Change<Buffer>[] = [
  () => Buffer.alloc(0),
  (_, random) =>
    Buffer.from(
      random.pick([
        'null',
        '5',
        '"x"',
        'true',
        '[]',
        '[null]',
        '{',
        '{"query"',
        '\u0000',
        '{}x',
        '{"query": 1e999}',
        '{"query":"{ __typename }","variables":{"a":1e999}}',
      ]),
    ),
  (body) => text(body, (all) => `[${all}]`),
  (body) => text(body, (all) => `[${Array(50).fill(all).join(',')}]`.slice(0, 90_000)),
  (body) => text(body, (all) => all.replace('{', '{"query":"{ nothing }","operationName":"A","variables":5,')),
  (body) => text(body, (all) => all.replace(/\}$/, ',"query":"{ graph { version } }"}')),
  (body) => text(body, (all) => `\ufeff${all}`),
  (body) => text(body, (all) => `${' '.repeat(60_000)}${all}`),
  (body) => text(body, (all) => `${all}${' '.repeat(110_000)}`),
  (body) => text(body, (all) => all.replace(/"variables":.*/, `"variables":{"deep":${nested(20_000)}}}`)),
  (body) => text(body, (all) => all.replace(/^\{/, '{"__proto__":{"query":"{ graph { version } }"},')),
  (body) => Buffer.from(body.toString(), 'utf16le'),
  (body) => Buffer.from(`\ufeff${body.toString()}é`, 'latin1'),
  (body, random) => body.subarray(0, random.below(body.length + 1)),
  // A letter of several bytes that is cut off.
  (body) => Buffer.concat([body.subarray(0, -2), Buffer.from([0xe2, 0x82])]),
  (body, random) => {
    const turned = Buffer.from(body);
    if (turned.length > 0) turned[random.below(turned.length)] = random.below(256);
    return turned;
  },
];

const bombs = { gzip: gzipSync(Buffer.alloc(10_000_000)), br: brotliCompressSync(Buffer.alloc(10_000_000, ' ')) };

const withHeaders = (envelope: Envelope, ...more: Envelope['headers']): Envelope => ({
  ...envelope,
  headers: [...envelope.headers, ...more],
});

const encoded = (envelope: Envelope, encoding: string, body: Buffer): Envelope =>
  withHeaders({ ...envelope, method: 'POST', body }, ['content-encoding', encoding]);

export const encodings: readonly Change<Envelope>[] = [
  (envelope) => encoded(envelope, 'gzip', gzipSync(envelope.body)),
  (envelope) => encoded(envelope, 'deflate', deflateSync(envelope.body)),
  (envelope) => encoded(envelope, 'br', brotliCompressSync(envelope.body)),
  (envelope) => encoded(envelope, 'gzip', bombs.gzip),
  (envelope) => encoded(envelope, 'br', bombs.br),
  (envelope) => encoded(envelope, 'gzip', gzipSync(bombs.gzip)),
  (envelope) => encoded(envelope, 'gzip, gzip', gzipSync(gzipSync(envelope.body))),
  (envelope) => encoded(envelope, 'gzip', gzipSync(envelope.body).subarray(0, -9)),
  (envelope, random) =>
    encoded(
      envelope,
      random.pick(['gzip', 'br', 'deflate', 'zstd', 'compress', 'identity', 'GZIP', '', 'x'.repeat(500)]),
      envelope.body,
    ),
];

const withoutHeader = (envelope: Envelope, name: string): Envelope => ({
  ...envelope,
  headers: envelope.headers.filter(([one]) => one !== name),
});

const envelopeChanges: readonly Change<Envelope>[] = [
  (envelope, random) =>
    withHeaders(withoutHeader(envelope, 'content-type'), ['content-type', random.pick(contentTypes)]),
  (envelope) => withoutHeader(envelope, 'content-type'),
  (envelope, random) => withHeaders(envelope, random.pick(odds)),
  (envelope, random) => withHeaders(envelope, random.pick(odds)),
  (envelope) => withHeaders(envelope, ...Array.from({ length: 300 }, (_, index) => [`x-${index}`, 'y'] as const)),
  (envelope, random) => ({ ...envelope, method: random.pick(methods) }),
  (envelope, random) => ({ ...envelope, target: random.pick(targets) }),
  (envelope, random) => got(random.pick(targets), envelope.headers),
];
