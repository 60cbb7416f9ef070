/**
 * Tags of what is answered by GET, so that a client who has an answer is told that it still holds, and nothing is worked
 * out again.
 *
 * A tag is of the program, of the request and of the data's version: the same three, the same answer. It is weak: an
 * answer comes packed in several ways, and a calendar says when it was written. An answer has the tag of the version
 * that the process held when it began, so it may be of newer data, but never of older: the client asks in vain once. One
 * of the past has that of the version that was asked for, which never changes.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { DataVersion } from '../store/version.ts';
import { programDigest } from './programDigest.ts';
import type { Settings } from './settings.ts';

interface TagOptions {
  /** Of what data an answer would be. */
  readonly version: (response: Response) => DataVersion;
  readonly settings: Settings;
  /** Is told of each request that was answered so, by the id that the client got. */
  readonly onUnchanged: (id: string) => void;
}

interface Tagged {
  /** Of what the answer is beside the address, such as its media type; undefined: it will be refused, and has no tag. */
  readonly about: (request: Request) => string | undefined;
  /** The headers of a request by which answers differ, with commas. */
  readonly vary: string;
}

/** Makes handlers that answer with 304 who has the answer already; for others, `tagOf` then gives its tag. */
export function openTags({ version, settings, onUnchanged }: TagOptions): (tagged: Tagged) => RequestHandler {
  const { introspection, maxCost, publicUrl, cacheControl } = settings;
  const program = hash(programDigest(), JSON.stringify({ introspection, maxCost, publicUrl }));
  return ({ about, vary }) =>
    (request, response, next) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      response.vary(vary);
      const what = about(request);
      if (what === undefined) return next();
      const { version: number, digest } = version(response);
      const tag = `W/"${number}-${hash(program, digest, what, request.originalUrl)}"`;
      response.locals['tag'] = tag;
      if (!hasTag(request, tag)) return next();
      const id = randomUUID();
      onUnchanged(id);
      response.writeHead(304, { etag: tag, 'cache-control': cacheControl, 'x-request-id': id }).end();
    };
}

/** The tag of the answer to a request, if it is answered as asked; undefined: it has none. */
export const tagOf = ({ locals }: Response): string | undefined => locals['tag'] as string | undefined;

/**
 * Whether who asks has what has this weak tag. It is compared as the header wants it, weakly. Express would not look where
 * Cache-Control of the request is no-cache too, which fetch adds by itself.
 */
export const hasTag = ({ headers }: Request, tag: string): boolean =>
  headers['if-none-match']?.split(',').some((one) => weak(one.trim()) === tag) ?? false;

const weak = (tag: string): string => (tag.startsWith('W/') ? tag : `W/${tag}`);

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
