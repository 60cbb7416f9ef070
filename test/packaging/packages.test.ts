/** What npm installs, by the lock file. */
import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';
import { expect, it, test } from 'vitest';

interface Package {
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}

const root = new URL('../..', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
  packages: Record<string, Package>;
};

it.each(['20.19.0', '22.13.0', '24.0.0'])('no package warns that Node %s is not for it', (version) => {
  const refusing = Object.entries(packages)
    .filter(([, { engines }]) => engines?.node !== undefined && !satisfies(version, engines.node))
    .map(([path, { engines }]) => `${path || 'the project'}: ${engines?.node}`);
  expect(refusing).toEqual([]);
});

/**
 * Prisma's command line stands under another name, prisma-cli: @prisma/client names `prisma` as an optional peer, and
 * what is optional for production is installed there, with 150 MB that come along.
 */
test('what only builds is not installed for production', () => {
  const installed = Object.entries(packages).filter(([, { dev }]) => dev !== true);
  const names = installed.map(([path]) => path.split('node_modules/').at(-1));
  const building = ['effect', 'esbuild', 'prisma', 'prisma-cli', 'react', 'tsx', 'vite', '@prisma/studio-core'];
  expect(building.filter((name) => names.includes(name))).toEqual([]);
});
