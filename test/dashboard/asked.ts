/** What the page asks, from its sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, parse } from 'graphql';

const folder = new URL('../../src/dashboard/', import.meta.url);

export const schema = buildASTSchema(parse(readFileSync(new URL('../api/contract.graphql', import.meta.url), 'utf8')), {
  assumeValidSDL: true,
});

/** All operations and fragments of the page. */
export const asked = parse(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/graphql\(`([^`]*)`\)/g)])
    .map(([, text]) => text)
    .join('\n'),
);
