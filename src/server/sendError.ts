import type { Response } from 'express';
import { type Code, meaningOf } from './codes.ts';

/** Answers a request with an error and nothing else. @param status if it is another than the code's own. */
export function sendError(response: Response, code: Code, message: string, more: object = {}, status?: number): void {
  const { status: own, retryAfter } = meaningOf(code);
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  // It is of now, and no answer to keep.
  response.set('Cache-Control', 'no-store');
  // Whatever began to answer may have said that it sends a page, or what is packed.
  response.type('json').removeHeader('Content-Encoding');
  response.status(status ?? own).json({ errors: [{ message, extensions: { code, ...more } }] });
}
