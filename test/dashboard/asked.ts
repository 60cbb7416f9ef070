/** What the page asks, from its sources. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, parse } from 'graphql';
import { textsIn } from '../../src/dashboard/vite.queries.ts';

export const schema = buildASTSchema(parse(readFileSync(new URL('../api/contract.graphql', import.meta.url), 'utf8')), {
  assumeValidSDL: true,
});

/** The texts of all operations and fragments of the page. */
export const texts = textsIn(fileURLToPath(new URL('../../src/dashboard', import.meta.url)));

export const asked = parse(texts.join('\n'));
