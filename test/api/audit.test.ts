/** GraphQL over HTTP, as the specification's own audits see it. */
import { serverAudits } from 'graphql-http';
import { expect, inject, test } from 'vitest';

const audits = serverAudits({ url: () => inject('url') });

test('there is a whole list of audits', () => {
  expect(audits.length).toBeGreaterThan(50);
  expect(new Set(audits.map(({ id }) => id)).size).toBe(audits.length);
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
  const result = await audit.fn();
  const reason = 'reason' in result ? result.reason : '';
  expect(result.status, reason).toBe('ok');
});
