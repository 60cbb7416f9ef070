/**
 * Brings each query of the page to the browser as its text, beside what asks it, with what it costs. The generated
 * `graphql` would bring all of them with whatever is opened first, parsed, and each with copies of its fragments.
 */
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  Kind,
  type NamedTypeNode,
  parse,
  stripIgnoredCharacters,
  typeFromAST,
} from 'graphql';
import type { Plugin } from 'vite';
import { largestPageSize } from '../graph/queries/page.ts';
import { buildSdl } from '../schema/sdl.ts';
import { costs } from '../server/limits/cost.ts';

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
export const withShortQueries = (source: string, costOf: (text: string) => number): string =>
  source.replace(call, (_, text: string) =>
    /^\s*fragment /.test(text) ? 'null' : `graphql(${JSON.stringify(stripIgnoredCharacters(text))},${costOf(text)})`,
  );

/** Prices queries that may spread certain fragments, as the service will. What they will be asked of is not known yet. */
export function pricesWith(fragments: Readonly<Record<string, string>>): (text: string) => number {
  const schema = buildASTSchema(buildSdl().document, { assumeValidSDL: true });
  const costOf = costs(schema);
  return (text) => {
    const document = parse(`${text} ${Object.values(fragments).join(' ')}`);
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (operation === undefined) throw new Error(`no query: ${text}`);
    const variables = (operation.variableDefinitions ?? []).flatMap(({ variable: { name }, type }) => {
      const taken = typeFromAST(schema, type as NamedTypeNode);
      // It is given instead of `first`.
      return name.value === 'last' ? [] : [[name.value, dearest(getNullableType(taken as GraphQLInputType))]];
    });
    return costOf(document, operation, Object.fromEntries(variables));
  };
}

/** A value of a type that lets a query cost as much as any of the page's. */
function dearest(type: GraphQLInputType): unknown {
  if (isListType(type)) return [dearest(getNullableType(type.ofType))];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(needed.map((field) => [field.name, dearest(getNullableType(field.type))]));
  }
  // As many as can be asked for; texts, ids and days alike.
  return { Int: largestPageSize, Boolean: true }[String(type)] ?? '2015-05-12';
}

export function queriesAsText(folder: string): Plugin {
  const costOf = pricesWith(fragmentsAmong(textsIn(folder)));
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
      id.startsWith(folder) && code.includes('graphql(`') ? { code: withShortQueries(code, costOf), map: null } : null,
  };
}
