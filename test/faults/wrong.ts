/** Requests that are wrong in one way or another, and what is told of them. */
import { inject } from 'vitest';
import { send, type Told } from './service.ts';

export const json = { 'content-type': 'application/json' };
export const query = '{ graph { version } }';

/** Posts a body as it is, or as JSON. */
export const post = async (
  body: unknown,
  headers: Readonly<Record<string, string>> = json,
  to = inject('url'),
): Promise<Told> =>
  await send(to, {
    method: 'POST',
    headers,
    body: body instanceof Uint8Array || typeof body === 'string' ? (body as string) : JSON.stringify(body),
  });

/** What counts of a refusal. */
export const told = ({ status, errors }: Told) => ({
  status,
  code: errors[0]?.extensions.code,
  message: errors[0]?.message,
});
