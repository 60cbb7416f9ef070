/**
 * Brings each query of the page to the browser as its text, beside what asks it. The generated `graphql` would bring all
 * of them with whatever is opened first, parsed, and each with copies of its fragments.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { stripIgnoredCharacters } from 'graphql';
import type { Plugin } from 'vite';

const call = /\bgraphql\(`([^`]*)`\)/g;
/** Takes the place of the generated module. */
const own = '\0queries';

/** The texts of all queries and fragments in a folder's sources. */
export const textsIn = (folder: string): string[] =>
  sourcesIn(folder).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(call)].flatMap(([, text]) => text ?? []));

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);

/** The fragments among them, by name. */
export const fragmentsAmong = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.flatMap((text) => {
      const name = /^\s*fragment (\w+)/.exec(text)?.[1];
      return name === undefined ? [] : [[name, stripIgnoredCharacters(text)] as const];
    }),
  );

/** A source with its queries made short; its fragments are in the module that takes the place of the generated one. */
export const withShortQueries = (source: string): string =>
  source.replace(call, (_, text: string) =>
    /^\s*fragment /.test(text) ? 'null' : `graphql(${JSON.stringify(stripIgnoredCharacters(text))})`,
  );

export function queriesAsText(folder: string): Plugin {
  return {
    name: 'queries-as-text',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/generated/operations/gql.ts') ? own : null),
    load(id) {
      if (id !== own) return null;
      for (const path of sourcesIn(folder)) this.addWatchFile(path);
      const fragments = JSON.stringify(fragmentsAmong(textsIn(folder)));
      return `import { queriesWith } from '${folder}/queries.ts';\nexport const graphql = queriesWith(${fragments});`;
    },
    transform: (code, id) =>
      id.startsWith(folder) && code.includes('graphql(`') ? { code: withShortQueries(code), map: null } : null,
  };
}
