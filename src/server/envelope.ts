/** What a GraphQL request is made of beside its query: looked at before Apollo Server does, which says it in its words. */
import { HeaderMap } from '@apollo/server';
import type { Request } from 'express';
import { GraphQLError } from 'graphql';
import { dryRunMistake } from './dryRun.ts';
import { forgery } from './forgery.ts';
import { mediaTypeFor } from './mediaType.ts';
import type { Settings } from './settings.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks how a request was sent.
 * @throws GraphQLError, BAD_REQUEST, that says what would be right.
 */
export function checkEnvelope(request: Request, settings: Settings): void {
  const { method, body } = request;
  if (method !== 'GET' && method !== 'POST')
    throw bad('GraphQL is asked by GET or POST.', 405, new HeaderMap([['allow', 'GET, POST']]));
  const forged = forgery(request, settings);
  if (forged !== undefined) throw bad(forged);
  const mistake = dryRunMistake(request);
  if (mistake !== undefined) throw bad(mistake);
  if (mediaTypeFor(request) === undefined)
    throw bad(
      'Answers are application/json or application/graphql-response+json, of which the accept header takes neither.',
      406,
    );
  checkFields(method === 'GET' ? readParameters(request) : readBody(body));
}

function readBody(body: unknown): Fields {
  if (body === undefined) throw bad('The body is missing: send {"query": "…"} as application/json.');
  if (Array.isArray(body)) throw bad('A request asks for one operation; send several one by one.');
  if (!isObject(body)) throw bad('The body is not JSON of an object.');
  return body;
}

const names = ['query', 'operationName', 'variables', 'extensions'] as const;

function readParameters({ headers, url }: Request): Fields {
  if (headers['content-type'] !== undefined && !/^application\/json\b/.test(headers['content-type']))
    throw bad('A GET has no body: leave the content-type header out.', 415);
  const given = new URLSearchParams(url.split('?')[1] ?? '');
  const fields: Record<string, unknown> = {};
  for (const name of names) {
    const [value, ...more] = given.getAll(name);
    if (more.length > 0) throw bad(`The parameter \`${name}\` is given more than once.`);
    if (value === undefined) continue;
    fields[name] = name === 'variables' || name === 'extensions' ? readJson(name, value) : value;
  }
  return fields;
}

function readJson(name: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // It is refused like what is JSON of something else.
  }
  throw bad(`\`${name}\` must be JSON of an object.`);
}

function checkFields({ query, operationName, variables, extensions }: Fields): void {
  for (const [name, value] of Object.entries({ query, operationName }))
    if (isGiven(value) && typeof value !== 'string') throw bad(`\`${name}\` must be a text.`);
  for (const [name, value] of Object.entries({ variables, extensions }))
    if (isGiven(value) && !isObject(value)) throw bad(`\`${name}\` must be an object.`);
  const persisted = isObject(extensions) ? extensions['persistedQuery'] : undefined;
  if (isGiven(persisted) && !isPersisted(persisted))
    throw bad('`extensions.persistedQuery` must be an object with 1 as its version and a text as its sha256Hash.');
  if (!isGiven(persisted) && (query ?? '') === '')
    throw bad('There is no query: send its text as `query`, or its hash as `extensions.persistedQuery`.');
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPersisted = (value: unknown): boolean =>
  isObject(value) && value['version'] === 1 && typeof value['sha256Hash'] === 'string';

const bad = (message: string, status = 400, headers = new HeaderMap()): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status, headers } } });
