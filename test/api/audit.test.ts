/** GraphQL over HTTP, as the specification's own audits see it. */
import { serverAudits } from 'graphql-http';
import { expect, inject, test } from 'vitest';

const audits = serverAudits({ url: () => inject('url') });

test('there is a whole list of audits', () => {
  expect(audits.length).toBeGreaterThan(50);
  expect(new Set(audits.map(({ id }) => id)).size).toBe(audits.length);
});

/** What the specification leaves open or only advises, and the service does not do, with the reason. */
const otherwise: Readonly<Record<string, { readonly status: 'notice' | 'warn'; readonly reason: string }>> = {
  // Apollo answers a document that cannot be carried out with 400, whatever the client accepts. The advice of 200 is
  // for servers from before the media type application/graphql-response+json; 400 is what proxies and monitors read.
  '572B': { status: 'warn', reason: 'a document that cannot be parsed is answered with 400' },
  FDE2: { status: 'warn', reason: 'a document that is not valid is answered with 400' },
  '7B9B': { status: 'warn', reason: 'variables that do not fit their types are answered with 400' },
  // GET without a header that makes a browser ask first is refused: Apollo's protection against forged requests.
  '5A70': { status: 'notice', reason: 'a GET must carry a header such as apollo-require-preflight' },
  D6D5: { status: 'notice', reason: 'a GET must carry a header such as apollo-require-preflight' },
  '6A70': { status: 'notice', reason: 'a GET must carry a header such as apollo-require-preflight' },
};

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (id, name, audit) => {
  const result = await audit.fn();
  const reason = 'reason' in result ? result.reason : '';
  expect(result.status, reason).toBe(otherwise[id]?.status ?? 'ok');
  if (name.startsWith('MUST')) expect(otherwise[id]).toBeUndefined();
});

test('nothing stands in the list of exceptions that is no audit', () => {
  expect(audits.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(otherwise)));
});
