/**
 * Requests that the page of another site has a browser send. The service has no cookies and no sessions, so a page gains
 * nothing by the browser of somebody else but to be within their network: it may still measure how long answers take.
 */
import type { Request } from 'express';
import type { Settings } from './settings.ts';

/** Content types that a page may send anywhere without asking first. */
const sentUnasked = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/**
 * What is wrong with where a request comes from; undefined: nothing.
 *
 * A GET needs no header of its own: it only reads, and a browser shows its answer to no page of an origin that is not
 * named in CORS_ORIGINS. What a browser says to be of such a page is not worked on at all; a link that somebody follows is.
 * A POST must be JSON, which a browser sends for another page only once it has been told that it may.
 */
export function forgery(
  { method, headers }: Request,
  { corsOrigins }: Pick<Settings, 'corsOrigins'>,
): string | undefined {
  if (method === 'GET') {
    const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
    if (site !== 'cross-site' && site !== 'same-site') return undefined;
    if (mode === 'navigate' || (origin !== undefined && corsOrigins.includes(origin))) return undefined;
    return 'The page of another site asks (cross-site request forgery): its origin must stand in CORS_ORIGINS.';
  }
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return sentUnasked.has(type.trim().toLowerCase())
    ? 'The page of another site may have sent this (cross-site request forgery): send {"query": "…"} as application/json.'
    : undefined;
}
