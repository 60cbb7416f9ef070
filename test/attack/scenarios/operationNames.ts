import { createHash } from 'node:crypto';
import { repeat, type Scenario } from '../attack.ts';
import { type Envelope, gotten, posted, type Question } from '../envelope.ts';
import { textOf } from '../sockets.ts';
import { errorsOf, parsed } from '../verdict.ts';

/** More than may be asked for: it must not be run, however it is called. */
const page = (inner: string): string => `relationships(first: 100) { nodes { object { ${inner} } } }`;
const costly = `query Costly { entities(first: 100) { nodes { ${page(page(page(page('id summary'))))} } } }`;
const cheap = 'query Cheap { graph { version } }';

const wrongNames: readonly unknown[] = [
  'Nope',
  '',
  ' ',
  'costly',
  'x'.repeat(10_000),
  '__proto__',
  'É',
  5,
  true,
  {},
  [],
  ['Costly'],
];

/** The same question by every way that leads to the executor. */
function waysOf(question: Question): Envelope[] {
  const { query, ...rest } = question;
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(String(query)).digest('hex') };
  const extensions = { persistedQuery };
  return [
    posted(question),
    gotten(question),
    posted({ ...question, extensions }),
    posted({ ...rest, extensions }),
    gotten({ ...rest, extensions }),
  ];
}

export const operationNames: Scenario = {
  title: 'row 60: what is not priced is not run, whatever operation is named',
  run: async ({ ask, find }) => {
    const questions = [
      ...wrongNames.flatMap((operationName) => [
        { query: cheap, operationName },
        { query: `${cheap} query Other { __typename }`, operationName },
        { query: costly, operationName },
        { query: `${cheap} ${costly}`, operationName },
      ]),
      { query: `${cheap} ${costly}` },
      { query: `${cheap} ${costly}`, operationName: 'Costly' },
      { query: costly },
      { query: costly, operationName: null },
    ];
    await repeat(questions.length, 4, async (index) => {
      for (const envelope of waysOf(questions[index] ?? {})) {
        const answer = await ask(envelope);
        if (answer === undefined) continue;
        const codes = errorsOf(parsed(textOf(answer))).map(({ code }) => code);
        if (codes[0] === 'PERSISTED_QUERY_NOT_FOUND') continue;
        if (answer.status !== 400)
          find(`${answer.status} ${codes} for ${envelope.method} ${JSON.stringify(questions[index]).slice(0, 100)}`);
      }
    });
  },
};
