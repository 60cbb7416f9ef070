/** The web client: files that were built from src/dashboard, under a content security policy of their own. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express from 'express';
import { contentSecurityPolicy } from 'helmet';
import { graphqlResponse, json } from './mediaType.ts';

/** Where the dashboard's build is, seen from the sources and from their build; not there where only the API was wanted. */
const folder = join(import.meta.dirname, '../../dist/dashboard');

const addresses = [
  ...['/', '/search', '/list', '/map', '/path', '/changes', '/changes/:version'],
  ...['/entity/:id', '/entity/:id/history', '/relationship/:id/history'],
];

const own = ["'self'"];
const policy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: own,
  scriptSrc: own,
  styleSrc: own,
  imgSrc: [...own, 'data:', 'blob:'],
  fontSrc: own,
  connectSrc: own,
  manifestSrc: own,
  frameAncestors: own,
};

/** The explorer's editor makes style elements as it goes, carries its fonts in them, and works in workers. */
const explorerPolicy = {
  ...policy,
  styleSrc: [...own, "'unsafe-inline'"],
  fontSrc: [...own, 'data:'],
  workerSrc: [...own, 'blob:'],
};

/** What is embedded may stand in the pages of others; it has no sessions and changes nothing. */
const embedPolicy = { ...policy, frameAncestors: ['*'] };

/** A policy as its header; nothing is upgraded to HTTPS, which the service leaves to what stands before it. */
const csp = (directives: typeof policy) => contentSecurityPolicy({ useDefaults: false, directives });

/** True if there is a page to show. */
export const isBuilt = (): boolean => existsSync(join(folder, 'index.html'));

/**
 * Serves the dashboard: its pages by their addresses, its files for a year, since a file's name changes with what is
 * in it. Whatever is no address of the dashboard is left to the next handler.
 */
export function dashboardRouter(): express.Router {
  const router = express.Router();
  if (!isBuilt()) return router;
  const assets = join(folder, 'assets');
  router.use('/assets', sendPacked(assets), express.static(assets, forAYear));
  router.get('/icon.svg', express.static(folder, { maxAge: '1d', index: false }));
  const page = (file: string) => (_request: express.Request, response: express.Response) =>
    response.sendFile(file, { root: folder, cacheControl: false, headers: { 'cache-control': 'no-cache' } });
  router.get('/explorer', csp(explorerPolicy), page('explorer.html'));
  router.get(['/embed', '/embed/*page'], csp(embedPolicy), withoutFrameGuard, page('index.html'));
  router.get(addresses, csp(policy), page('index.html'));
  return router;
}

const forAYear = { maxAge: '1y', immutable: true, index: false } as const;

/** Sends the files that the build has compressed (see build.mjs) to clients that accept Brotli; leaves the rest to the next handler. */
function sendPacked(assets: string): express.RequestHandler {
  const send = express.static(assets, {
    ...forAYear,
    redirect: false,
    setHeaders: (response: express.Response, path) =>
      response.set('Content-Encoding', 'br').type(extname(path.slice(0, -'.br'.length))),
  });
  return (request, response, next) => {
    if (request.acceptsEncodings('br') === false) return next();
    const { url } = request;
    request.url = url.replace(/(?=\?|$)/, '.br');
    send(request, response, (error) => {
      request.url = url;
      next(error);
    });
  };
}

const withoutFrameGuard: express.RequestHandler = (_request, response, next) => {
  response.removeHeader('x-frame-options');
  next();
};

/** Leads to the explorer who opens GraphQL's address in a browser: nothing is asked, and a page is expected. */
export const leadToExplorer: express.RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' || request.headers.accept?.includes('text/html') !== true) return next();
  if (request.accepts([json, graphqlResponse, 'text/html']) !== 'text/html') return next();
  const { path, query } = request;
  if ('query' in query || 'extensions' in query || !isBuilt()) return next();
  // Seen from where it stands: a proxy may have it under an address of its own.
  const explorer = path.endsWith('/') ? '../explorer' : 'explorer';
  response.set('Cache-Control', 'no-cache').redirect(303, explorer);
};
