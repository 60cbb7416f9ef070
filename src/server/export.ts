/** Exports over HTTP: `/export/` lists what there is. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Database } from '../database/open.ts';
import { messageOf, systemErrorOf } from '../database/thrown.ts';
import { datasetHeaders, licenceLink } from '../exporting/dataset.ts';
import { type Export, exports } from '../exporting/exports.ts';
import { parameters, readOptions } from '../exporting/options.ts';
import type { Past } from '../exporting/past.ts';
import { type Head, runExport } from '../exporting/run.ts';
import { type Admission, exportsAtOnce } from './admission.ts';
import { codeOf } from './answers.ts';
import { tagOf } from './entityTag.ts';
import type { ErrorFormatter } from './errors.ts';
import type { Log } from './log.ts';
import { pastOf } from './pastAsked.ts';
import { sendError } from './sendError.ts';
import type { Settings } from './settings.ts';

export interface ExportOptions {
  readonly database: Database;
  readonly admission: Admission;
  /** The address that clients know the service by, without a slash at its end; never what a request says that it is. */
  readonly address: () => string;
  /** Says what a reader is told of an error. */
  readonly format: ErrorFormatter;
  /** Gets which rows could not be exported. */
  readonly log: Log;
  readonly settings: Settings;
}

/** Answers by an export; of one entity, if `entityOf` gives its id. */
export function answerExport(
  exported: Export,
  { database, admission, address, format, log, settings }: ExportOptions,
  entityOf: (response: Response) => string | undefined = () => undefined,
): RequestHandler {
  return async (request, response) => {
    const leave = admission.enterExport(response);
    if (leave === undefined) return busy(response);
    const began = performance.now();
    try {
      const sending = { database, base: address(), log, settings, entity: entityOf(response) };
      await send(exported, sending, request, response);
      if (settings.logLevel === 'info') {
        log('exported', { export: exported.name, milliseconds: Math.round(performance.now() - began) }, 'info');
      }
    } catch (error) {
      // The reader has gone.
      if (systemErrorOf(error).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      const formatted = format({ message: messageOf(error) }, error);
      // Half of an answer must not look like a whole one.
      if (response.headersSent) response.destroy();
      else sendError(response, codeOf(formatted), formatted.message, formatted.extensions);
    } finally {
      leave();
    }
  };
}

/** Answers what is asked under `/export/`. */
export function exportRouter(options: ExportOptions): Router {
  const { address, format } = options;
  const router = Router();
  router.get('/', (request, response) => {
    try {
      const { asOf, knownAt } = request.query;
      const { asOf: day } = readOptions(['asOf'], { asOf });
      const listed = list(address(), day, knownAt === undefined ? undefined : String(knownAt));
      response.set('Cache-Control', 'no-cache').json({ exports: listed });
    } catch (error) {
      const formatted = format({ message: messageOf(error) }, error);
      sendError(response, codeOf(formatted), formatted.message, formatted.extensions);
    }
  });
  for (const exported of exports) router.get(`/${exported.name}`, answerExport(exported, options));
  router.use((_request, response) => {
    const allowed = list(address());
    sendError(response, 'NOT_FOUND', 'There is no such export.', { allowed });
  });
  return router;
}

interface Sending extends Pick<ExportOptions, 'database' | 'log' | 'settings'> {
  readonly base: string;
  readonly entity: string | undefined;
}

async function send(
  exported: Export,
  { database: { prisma }, base, entity, log, settings }: Sending,
  request: Request,
  response: Response,
): Promise<void> {
  // Which version that is has been found before.
  const { knownAt: _, ...asked } = readOptions(exported.parameters, request.query);
  const past = pastOf(response);
  const options = {
    ...asked,
    entity,
    base: `${base}/id/`,
    context: `${base}/export/context.jsonld`,
  };
  const tag = tagOf(response);
  const kept = { 'Cache-Control': settings.cacheControl, ...(tag !== undefined && { ETag: tag }) };
  const open = (head: Head): Response => response.set({ ...headersOf(exported, past, head), ...kept });
  if (request.method === 'HEAD') response.set({ ...headersOf(exported, past), ...kept }).end();
  else {
    await runExport({ prisma, past }, exported, options, open, ({ ids, reasons }) => {
      log('rows could not be exported', { export: exported.name, rows: ids.length, reasons });
    });
  }
}

function headersOf(
  { name, contentType, download, leftOut }: Export,
  past: Past | undefined,
  head?: Head,
): Record<string, string> {
  const [stem, ...endings] = (name.split('/').at(-1) ?? name).split('.');
  const when = past === undefined ? new Date().toISOString().slice(0, 10) : `version-${past.data.version}`;
  const file = `labourgraph-${stem}-${when}.${endings.join('.')}`;
  return {
    'Content-Type': contentType,
    ...(download === true && { 'Content-Disposition': `attachment; filename="${file}"` }),
    Link: licenceLink,
    ...(head !== undefined && datasetHeaders(head.data)),
    ...(leftOut !== undefined && head !== undefined && { 'X-Left-Out': String(head.leftOut) }),
  };
}

/**
 * What there is. `asOf`: with the addresses of that day, and which are of all days whatever the day; `knownAt`: with those
 * of the graph as it was.
 */
function list(base: string, asOf?: Date, knownAt?: string): object[] {
  const day = asOf?.toISOString().slice(0, 10);
  const queryOf = (taken: readonly string[]): string => {
    const query = new URLSearchParams({
      ...(day !== undefined && taken.includes('asOf') && { asOf: day }),
      ...(knownAt !== undefined && { knownAt }),
    });
    return query.size === 0 ? '' : `?${query}`;
  };
  return exports.map(({ name, description, contentType, parameters: taken }) => ({
    name,
    url: `${base}/export/${name}${queryOf(taken)}`,
    ...(day !== undefined && { asOf: taken.includes('asOf') ? day : null }),
    description,
    contentType,
    parameters: Object.fromEntries(taken.map((parameter) => [parameter, parameters[parameter]])),
  }));
}

function busy(response: Response): void {
  sendError(
    response,
    'BUSY',
    `${exportsAtOnce} exports are running, which is as many as are run at once; ask again shortly.`,
  );
}
