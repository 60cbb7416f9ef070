/**
 * Completes the package for clients beside its compiled types: `make.ts [folder]`. The schema is all that it reads of the
 * service.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema } from 'graphql';
import { z } from 'zod';
import { printWithDirectives } from '../schema/print.ts';
import { buildSdl } from '../schema/sdl.ts';
import { cacheConfig } from './cache.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = process.argv[2] ?? join(root, 'dist/client');
const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { version } = z.object({ version: z.string() }).parse(manifest);
const schema = buildASTSchema(buildSdl().document);
const { possibleTypes, typePolicies, keyless, introspection } = cacheConfig(schema);

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const exported = (name: string, value: string): string => `export const ${name} = ${value};\n`;

write(
  'index.js',
  [
    exported('possibleTypes', JSON.stringify(possibleTypes, null, 2)),
    exported('typePolicies', JSON.stringify(typePolicies, null, 2)),
    exported(
      'graphcache',
      `{\n  schema: ${JSON.stringify(introspection)},\n  keys: Object.fromEntries(${JSON.stringify(keyless)}.map((type) => [type, () => null])),\n}`,
    ),
  ].join('\n'),
);
write(
  'index.d.ts',
  `/** Of each interface and union the object types, for Apollo Client's InMemoryCache. */
export declare const possibleTypes: Record<string, string[]>;
/** How Apollo Client keeps what has an id, and what has none. */
export declare const typePolicies: Record<string, { keyFields: string[] | false; merge?: true }>;
/** What cacheExchange of @urql/exchange-graphcache takes. */
export declare const graphcache: { schema: IntrospectedSchema; keys: Record<string, () => null> };
/** The schema without its words and inputs. */
export interface IntrospectedSchema {
  readonly __schema: {
    readonly queryType: { readonly name: string };
    readonly mutationType: null;
    readonly subscriptionType: null;
    readonly types: readonly IntrospectedType[];
  };
}
export interface IntrospectedType {
  readonly kind: string;
  readonly name: string;
  readonly fields?: readonly { readonly name: string; readonly type: object; readonly args: readonly object[] }[];
  readonly interfaces?: readonly { readonly kind: string; readonly name: string }[];
  readonly possibleTypes?: readonly { readonly kind: string; readonly name: string }[];
}
`,
);
write('schema.graphql', printWithDirectives(schema));
write(
  'package.json',
  `${JSON.stringify(
    {
      name: 'labourgraph-client',
      version,
      description: 'Types, cache settings and example queries for the GraphQL API of Labourgraph.',
      license: 'Apache-2.0',
      type: 'module',
      exports: {
        '.': { types: './index.d.ts', default: './index.js' },
        './schema': { types: './schema.d.ts', default: './schema.js' },
        './documents': { types: './documents.d.ts', default: './documents.js' },
        './schema.graphql': './schema.graphql',
      },
      peerDependencies: { '@graphql-typed-document-node/core': '^3.2.0' },
    },
    null,
    2,
  )}\n`,
);
copyFileSync(join(root, 'src/client/README.md'), join(folder, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
