/** GraphQL over HTTP: takes a place, has the answer made and packed, gives the place back, and sends the answer. */
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import type { Graph } from '../graph/graph.ts';
import { type Admission, tooMuch } from './admission.ts';
import { beginRequest, type ServerContext } from './context.ts';
import { isDryRun } from './dryRun.ts';
import { tagOf } from './entityTag.ts';
import { checkEnvelope } from './envelope.ts';
import { json, mediaTypeFor } from './mediaType.ts';
import type { Outbox } from './outbox.ts';
import { codingFor } from './packing.ts';
import { sendError } from './sendError.ts';
import type { Settings } from './settings.ts';

interface GraphqlOptions {
  readonly apollo: ApolloServer<ServerContext>;
  readonly graph: Graph;
  readonly admission: Admission;
  readonly outbox: Outbox;
  readonly settings: Settings;
}

/** Answers a request whose body has been read. */
export function answerGraphql({ apollo, graph, admission, outbox, settings }: GraphqlOptions): RequestHandler {
  const answerTo = async (request: Request, response: Response): Promise<HTTPGraphQLResponse> => {
    const mediaType = mediaTypeFor(request) ?? json;
    const { context, end } = beginRequest(response, graph, settings, {
      mediaType,
      tag: tagOf(response),
      dryRun: isDryRun(request),
    });
    try {
      return await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: readRequest(request),
        context: async () => {
          checkEnvelope(request, settings);
          return context;
        },
      });
    } finally {
      end();
    }
  };
  return async (request, response) => {
    // The client may have gone while its body was read.
    if (response.destroyed) return;
    const leave = admission.enter(response);
    if (leave === undefined) return sendError(response, 'OVERLOADED', tooMuch);
    try {
      const answer = await answerTo(request, response);
      if (response.destroyed) return;
      response.status(answer.status ?? 200).setHeaders(answer.headers);
      // It comes in parts only where a schema has fields that may come later, and Apollo Server executes them itself.
      if (answer.body.kind !== 'complete') throw new Error('an answer in parts');
      const { string } = answer.body;
      const sent = await outbox.send(response, string, codingFor(request, string.length));
      if (!sent) sendError(response, 'OVERLOADED', tooMuch);
    } finally {
      leave();
    }
  };
}

function readRequest({ method, headers, url, body }: Request) {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const at = url.indexOf('?');
  return { method: method.toUpperCase(), headers: map, search: at < 0 ? '' : url.slice(at), body: body as unknown };
}
