/** What an answer may be: anything else is a finding. */
import { type Code, codes, isCode } from '../../src/server/codes.ts';
import { inside } from '../inside.ts';
import { type Answer, textOf } from './sockets.ts';

/** Stands in every foreign Host header, and must be in no answer. */
export const foreignHost = 'evil.example';

/** What is answered without a body of ours: by the parser of HTTP, where there is no request that could be answered. */
const bare = new Set([400, 408, 413, 417, 431]);

/** What is answered otherwise than with an error. */
const fine = new Set([200, 204, 206, 301, 302, 303, 304]);

/** Statuses of BAD_REQUEST: its own, and those of the method, of what is accepted, of a condition, the size, the encoding, a range. */
const badRequests = new Set([400, 405, 406, 412, 413, 415, 416]);

/** What libraries say to their users, who are not those who read it here. */
const advice = /ApolloServer|Validation aborted/;

/** How it is counted: the status and the code. */
export interface Verdict {
  readonly outcome: string;
  readonly findings: readonly string[];
}

/** @param meant codes of 503 that are meant here: by a flood, say. */
export function judge(answer: Answer, meant: readonly Code[]): Verdict {
  const { status, headers } = answer;
  const head = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const text = textOf(answer);
  const findings: string[] = [];
  if (`${head}${text}`.includes(foreignHost)) findings.push(`${status}: has the foreign host in it`);
  const type = headers.get('content-type') ?? '';
  const body = /json/.test(type) ? parsed(text) : undefined;
  const errors = errorsOf(body);
  const [first] = errors;
  const outcome = first === undefined ? String(status) : `${status} ${first.code}`;
  if (text.includes('"devDependencies"')) findings.push(`${outcome}: is a file of the project`);
  for (const { message } of errors)
    if (advice.test(message)) findings.push(`${outcome}: is no message of ours: ${message}`);
  if (inside.test(JSON.stringify(errors))) findings.push(`${outcome}: tells of the inside: ${cut(errors)}`);
  for (const { code, message } of errors) findings.push(...wrongCode(code, message, meant));
  if (fine.has(status)) return { outcome, findings };
  if (text === '') {
    // HEAD has no body, but the headers of one.
    if (!bare.has(status) && type === '') findings.push(`${status}: has no body`);
  } else if (first === undefined) findings.push(`${status}: is no error of ours: ${cut(text)}`);
  else if (isCode(first.code) && !statusesOf(first.code).has(status))
    findings.push(`${outcome}: is not the status of the code`);
  return { outcome, findings };
}

function wrongCode(code: string, message: string, meant: readonly Code[]): string[] {
  if (!isCode(code)) return [`the code ${code} is none of ours: ${message}`];
  const { status } = codes[code];
  return status < 500 || meant.includes(code) ? [] : [`${code} is not meant here: ${message}`];
}

const statusesOf = (code: Code): ReadonlySet<number> =>
  code === 'BAD_REQUEST' ? badRequests : new Set([codes[code].status]);

interface ErrorTold {
  readonly message: string;
  readonly code: string;
  readonly [more: string]: unknown;
}

/** The errors of an answer of GraphQL. */
export function errorsOf(body: unknown): ErrorTold[] {
  const { errors = [] } = (typeof body === 'object' && body !== null ? body : {}) as {
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
  return errors.map(({ message, extensions }) => ({ ...extensions, message, code: extensions?.code ?? 'none' }));
}

/** The value of a text of JSON; undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const cut = (what: unknown): string => (typeof what === 'string' ? what : JSON.stringify(what)).slice(0, 300);
