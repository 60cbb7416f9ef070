/** `?knownAt=` in an address: which version of the past is asked for is found first, so that its tag can be told. */
import type { Request, RequestHandler, Response } from 'express';
import { readKnownAt } from '../exporting/options.ts';
import { openPast, type Past } from '../exporting/past.ts';
import { tooMuch } from './admission.ts';
import type { ExportOptions } from './export.ts';
import { sendError } from './sendError.ts';

/** Whether the past is asked for. */
export const asksPast = ({ query }: Request): boolean => query['knownAt'] !== undefined;

/** The past that a request asks for; undefined: the present. */
export const pastOf = ({ locals }: Response): Past | undefined => locals['past'] as Past | undefined;

/** Makes the handler that finds it, for those after it. */
export function findPast({ database, admission }: Pick<ExportOptions, 'database' | 'admission'>): RequestHandler {
  return async (request, response, next) => {
    const known = readKnownAt(request.query['knownAt']);
    if (known === undefined) return next();
    const leave = admission.enter(response);
    if (leave === undefined) return sendError(response, 'OVERLOADED', tooMuch);
    response.locals['past'] = await openPast(database, known).finally(leave);
    next();
  };
}
