/**
 * What the IRIs of the linked data lead to: a browser to the page of an entity, a program to its JSON-LD. What is part of
 * an entity, or between two, or supports one, leads to that entity.
 */
import { type Request, type RequestHandler, Router } from 'express';
import { type Export, findExport } from '../exporting/exports.ts';
import type { Past } from '../exporting/past.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { checkText } from '../records/inputText.ts';
import { tooMuch } from './admission.ts';
import { isBuilt } from './dashboard.ts';
import { answerExport, type ExportOptions } from './export.ts';
import { asksPast, pastOf } from './pastAsked.ts';
import { sendError } from './sendError.ts';

const linkedData = ['application/ld+json', 'application/json'];

/** True if who asks is to get a page: what says nothing of itself is a program, and of the past there are no pages. */
export const wantsPage = (request: Request): boolean =>
  !asksPast(request) && isBuilt() && request.headers.accept?.includes('text/html') === true
    ? request.accepts([...linkedData, 'text/html']) === 'text/html'
    : false;

/** Answers `/id/psac`. */
export function identifierRouter(options: ExportOptions): Router {
  const find: RequestHandler<{ id: string }> = async (request, response, next) => {
    const { id } = request.params;
    checkText(['id'], id);
    const leave = options.admission.enter(response);
    if (leave === undefined) return sendError(response, 'OVERLOADED', tooMuch);
    const past = pastOf(response);
    const entity = await findEntity(options.database.prisma, past, id).finally(leave);
    if (entity === undefined) {
      const nothing = `nothing with the id "${id}"`;
      const message =
        past === undefined ? `There is ${nothing}.` : `In version ${past.data.version} there was ${nothing}.`;
      return sendError(response, 'NOT_FOUND', message);
    }
    if (wantsPage(request)) return response.redirect(303, `../entity/${encodeURIComponent(entity)}`);
    if (entity !== id) return response.redirect(303, encodeURIComponent(entity) + queryOf(request));
    response.locals['entity'] = entity;
    next();
  };
  const graph = findExport('graph.jsonld');
  const shown: Export = { ...graph, parameters: ['knownAt'] };
  const ofEntity = answerExport(shown, options, ({ locals }) => locals['entity'] as string);
  return Router().get('/:id', find, ofEntity);
}

/** What a request asks beside its path, which holds where it is led to as well. */
const queryOf = ({ originalUrl }: Request): string => /\?.*$/.exec(originalUrl)?.[0] ?? '';

/** The entity that an id leads to, as it is or as it was. */
async function findEntity(present: PrismaClient, past: Past | undefined, id: string): Promise<string | undefined> {
  if (past === undefined) return await entityOf(present, id);
  const client = past.openPrisma();
  try {
    return await entityOf(client, id);
  } finally {
    await client.$disconnect();
  }
}

/** The entity of which an id is, or is a part; undefined: it is of nothing. Each look is by a primary key. */
async function entityOf(prisma: PrismaClient, id: string): Promise<string | undefined> {
  const byId = { where: { id } };
  const [ofProposal, ofLaw, ofSubject] = [
    { select: { proposalId: true } },
    { select: { legislationId: true } },
    { select: { subjectId: true } },
  ] as const;
  if ((await prisma.entity.findUnique({ ...byId, select: { id: true } })) !== null) return id;
  const relationship = await prisma.relationship.findUnique({ ...byId, ...ofSubject });
  if (relationship !== null) return relationship.subjectId;
  const term = await prisma.term.findUnique({ ...byId, ...ofProposal });
  if (term !== null) return term.proposalId;
  const stage = await prisma.legislationStage.findUnique({ ...byId, ...ofLaw });
  if (stage !== null) return stage.legislationId;
  const provision = await prisma.provision.findUnique({ ...byId, ...ofLaw });
  if (provision !== null) return provision.legislationId;
  const select = { entityId: true, relationship: ofSubject, term: ofProposal, stage: ofLaw, provision: ofLaw } as const;
  const evidence = await prisma.evidence.findUnique({ ...byId, select });
  if (evidence === null) return undefined;
  const law = evidence.stage ?? evidence.provision;
  return (
    evidence.entityId ??
    evidence.relationship?.subjectId ??
    evidence.term?.proposalId ??
    law?.legislationId ??
    undefined
  );
}
