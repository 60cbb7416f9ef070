/** Exports over HTTP: `/export/` lists what there is. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type Export, exports } from '../exporting/exports.ts';
import { parameters, readOptions } from '../exporting/options.ts';
import { type Head, runExport } from '../exporting/run.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { codeOf } from './answers.ts';
import type { ErrorFormatter } from './errors.ts';
import { tell } from './tell.ts';

/** Each holds a connection for as long as its reader takes; questions must find some free. */
const atOnce = 4;

/** How long a reader may take nothing before it is given up, in milliseconds. */
const longestStall = 60_000;

/** Answers what is asked under `/export/`; `format` says what a reader is told of an error. */
export function exportRouter(prisma: PrismaClient, format: ErrorFormatter): Router {
  const router = Router();
  let running = 0;

  const answer =
    (exported: Export): RequestHandler =>
    async (request, response) => {
      if (running >= atOnce) return busy(response);
      running += 1;
      try {
        await send(prisma, exported, request, response);
      } catch (error) {
        // The reader has gone.
        if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
        const formatted = format({ message: (error as Error).message }, error);
        // Half of an answer must not look like a whole one.
        if (response.headersSent) response.destroy();
        else tell(response, codeOf(formatted), formatted.message, formatted.extensions);
      } finally {
        running -= 1;
      }
    };

  router.get('/', (request, response) => {
    response.set('Cache-Control', 'no-cache').json({ exports: list(baseOf(request)) });
  });
  for (const exported of exports) router.get(`/${exported.name}`, answer(exported));
  router.use((request, response) => {
    const allowed = list(baseOf(request));
    tell(response, 'NOT_FOUND', 'There is no such export.', { allowed });
  });
  return router;
}

async function send(prisma: PrismaClient, exported: Export, request: Request, response: Response): Promise<void> {
  const base = baseOf(request);
  const options = {
    ...readOptions(exported.parameters, request.query),
    base: `${base}/id/`,
    context: `${base}/export/context.jsonld`,
  };
  const open = (head: Head): Response => {
    response.setTimeout(longestStall, () => response.destroy());
    return response.set(headersOf(exported, head));
  };
  if (request.method === 'HEAD') response.set(headersOf(exported)).end();
  else await runExport(prisma, exported, options, open);
}

function headersOf({ name, contentType, download, leftOut }: Export, head?: Head): Record<string, string> {
  const [stem, extension] = (name.split('/').at(-1) ?? name).split('.');
  const file = `labourgraph-${stem}-${new Date().toISOString().slice(0, 10)}.${extension}`;
  return {
    'Content-Type': contentType,
    'Cache-Control': 'no-cache',
    ...(download === true && { 'Content-Disposition': `attachment; filename="${file}"` }),
    ...(leftOut !== undefined && head !== undefined && { 'X-Left-Out': String(head.leftOut) }),
  };
}

/** The address that the client knows the service by. */
const baseOf = (request: Request): string => `${request.protocol}://${request.host}`;

function list(base: string): object[] {
  return exports.map(({ name, description, contentType, parameters: taken }) => ({
    name,
    url: `${base}/export/${name}`,
    description,
    contentType,
    parameters: Object.fromEntries(taken.map((parameter) => [parameter, parameters[parameter]])),
  }));
}

function busy(response: Response): void {
  tell(response, 'BUSY', `${atOnce} exports are running, which is as many as are run at once; ask again shortly.`);
}
