/** What is built when: src/build.mjs in a made-up project, whose tools note that they were called. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { folderOf } from '../seeding/fixture.ts';

const root = new URL('../..', import.meta.url).pathname;

/** What each tool makes. */
const tools = {
  prisma: 'src/generated/prisma/client.ts',
  'graphql-codegen': 'src/generated/graphql.ts',
  tsc: 'dist/main.js dist/schema/schema.js',
  tsx: 'dist/client/package.json',
  vite: 'dist/dashboard/index.html',
};

const sources = [
  'LICENSE',
  'codegen.ts',
  'docs/api.md',
  'package-lock.json',
  'package.json',
  'prisma.config.ts',
  'prisma/schema.prisma',
  'src/client/make.ts',
  'src/dashboard/main.tsx',
  'src/graph/queries/filters.ts',
  'src/registry/index.ts',
  'src/registry/kinds.ts',
  'src/main.ts',
  'src/schema/claim.graphql',
  'tsconfig.json',
];

/** A project in a folder of its own, all of whose files are old. */
function project(): string {
  const folder = folderOf(Object.fromEntries(sources.map((path) => [path, path])));
  cpSync(join(root, 'src/build.mjs'), join(folder, 'src/build.mjs'));
  const old = new Date(Date.now() - 60_000);
  const paths = [...sources, 'src/build.mjs'].flatMap((path) => [path, dirname(path)]);
  for (const path of paths) utimesSync(join(folder, path), old, old);
  return folder;
}

/** The same, with the packages of production. */
function installed(): string {
  const folder = project();
  mkdirSync(join(folder, 'node_modules'));
  return folder;
}

/** The same, with all packages. */
function installedForDevelopment(): string {
  const folder = installed();
  mkdirSync(join(folder, 'node_modules/vite'));
  mkdirSync(join(folder, 'node_modules/.bin'));
  for (const [tool, made] of Object.entries(tools)) {
    const path = join(folder, 'node_modules/.bin', tool);
    writeFileSync(path, `#!/bin/sh\nfor file in ${made}; do mkdir -p "$(dirname $file)"; echo > $file; done\n`);
    chmodSync(path, 0o755);
  }
  return folder;
}

/** What was built, by the first words of what is said; nothing else may be. */
function build(folder: string, ...args: string[]): { code: number | null; built: string[] } {
  const { status, stdout, stderr } = spawnSync('node', [join(folder, 'src/build.mjs'), ...args], { encoding: 'utf8' });
  expect(stdout).toBe('');
  return { code: status, built: stderr.trimEnd().split('\n').filter(Boolean) };
}

const client = 'Building   the client of the database';
const types = 'Building   the types of the API';
const server = 'Building   the server';
const dashboard = 'Building   the dashboard, which takes a moment';
const clients = 'Building   the package for clients';

test('what is not there is built, and then nothing is', () => {
  const folder = installedForDevelopment();
  expect(build(folder)).toEqual({ code: 0, built: [client, types, server, dashboard, clients] });
  expect(existsSync(join(folder, 'dist/schema/claim.graphql'))).toBe(true);
  expect(build(folder)).toEqual({ code: 0, built: [] });
  expect(build(folder, '--all', 'client', 'types')).toEqual({ code: 0, built: [client, types] });
});

describe('what was changed is built again, and what rests on it', () => {
  it.each([
    ['prisma/schema.prisma', [client, server]],
    ['src/main.ts', [server]],
    ['src/client/make.ts', [clients]],
    ['src/dashboard/main.tsx', [types, dashboard, clients]],
    ['docs/api.md', [dashboard]],
    ['src/schema/claim.graphql', [types, server, dashboard, clients]],
    ['package-lock.json', [client, types, server, dashboard, clients]],
  ])('%s', (path, built) => {
    const folder = installedForDevelopment();
    build(folder);
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, path), later, later);
    expect(build(folder)).toEqual({ code: 0, built });
  });

  test('a file that was removed', () => {
    const folder = installedForDevelopment();
    build(folder);
    rmSync(join(folder, 'src/dashboard/main.tsx'));
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, 'src/dashboard'), later, later);
    expect(build(folder)).toEqual({ code: 0, built: [types, dashboard, clients] });
  });
});

test('whoever asks for help waits for no dashboard', () => {
  expect(build(installedForDevelopment(), 'server', 'dashboard', '--', '--help')).toEqual({
    code: 0,
    built: [client, server],
  });
});

test('a tool that fails ends it with what the tool said', () => {
  const folder = installedForDevelopment();
  writeFileSync(join(folder, 'node_modules/.bin/tsc'), '#!/bin/sh\necho no such option\nexit 2\n');
  expect(build(folder, 'server')).toEqual({ code: 1, built: [client, server, 'no such option', 'tsc failed.'] });
});

describe('with the packages of production alone', () => {
  test('a build that is there is taken, whatever its age', () => {
    const folder = installed();
    for (const path of ['dist/main.js', 'dist/dashboard/index.html']) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, 'src/main.ts'), later, later);
    expect(build(folder, 'server', 'dashboard', '--')).toEqual({ code: 0, built: [] });
  });

  test('without a build, one line says what to run', () => {
    const { code, built } = build(installed(), 'server', 'dashboard', '--');
    expect(code).toBe(1);
    expect(built).toEqual([expect.stringContaining('npm ci && npm run build')]);
  });

  test('and without packages, too', () => {
    expect(build(project())).toEqual({ code: 1, built: [expect.stringContaining('run npm ci')] });
  });
});

test('--help of the sources needs nothing that is generated', () => {
  const folder = folderOf({});
  const generated = join(root, 'src/generated');
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true, filter: (path) => path !== generated });
  for (const name of ['node_modules', 'package.json', 'tsconfig.json'])
    symlinkSync(join(root, name), join(folder, name));
  const calls = [['--help'], ['serve', '--help'], ['export', '--help']];
  for (const args of calls) {
    const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', 'src/main.ts', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: labourgraph/);
  }
});
