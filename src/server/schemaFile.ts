/** The schema as a text, for code generators, editors and linters. */
import { createHash } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import { printWithDirectives } from '../schema/print.ts';
import { hasTag } from './entityTag.ts';
import type { Settings } from './settings.ts';

/** Serves the schema's SDL at `/schema.graphql`. */
export function schemaRouter(schema: GraphQLSchema, { cacheControl }: Settings): Router {
  // Printed when it is asked for, once: it takes a moment that a start can do without.
  let printed: { readonly text: string; readonly tag: string } | undefined;
  const print = () => {
    const text = printWithDirectives(schema);
    const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    return { text, tag };
  };
  const answer: RequestHandler = (request, response) => {
    printed ??= print();
    response.set({ ETag: printed.tag, 'Cache-Control': cacheControl });
    if (hasTag(request, printed.tag)) response.status(304).end();
    else response.type('text/plain').send(printed.text);
  };
  return Router().get('/schema.graphql', answer);
}
