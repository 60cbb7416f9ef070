/**
 * Makes what is not in git: the database's client, the API's types, the server, the dashboard and the package for clients. It is JavaScript
 * because it also runs where only the packages of production are: there it checks that a build is at hand.
 *
 *   node src/build.mjs [--all] [part ...]     what changed since it was made, and what it needs; --all: changed or not
 *   node src/build.mjs server dashboard -- …  the same, before a call of the server with these arguments
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const words = process.argv.slice(2);
const [own, call] = words.includes('--')
  ? [words.slice(0, words.indexOf('--')), words.slice(words.indexOf('--') + 1)]
  : [words, []];

/** What the API is described by. */
const api = ['src/schema', 'src/registry', 'src/graph/queries/filters.ts'];

/** Each part: what it makes, of which files and folders, and how; what it needs stands before it. */
const parts = {
  client: {
    name: 'the client of the database',
    makes: 'src/generated/prisma/client.ts',
    of: ['prisma/schema.prisma', 'prisma.config.ts'],
    make: () => run('prisma', 'generate'),
  },
  types: {
    name: 'the types of the API',
    makes: 'src/generated/graphql.ts',
    of: [...api, 'codegen.ts', 'src/dashboard'],
    make: () => tell(run('graphql-codegen', '--config', 'codegen.ts', '--silent')),
  },
  server: {
    name: 'the server',
    needs: ['client'],
    makes: 'dist/main.js',
    of: [...serverSources(), 'src/generated/prisma/client.ts', 'tsconfig.json'],
    make: () => {
      tell(run('tsc', '--project', 'src/tsconfig.build.json'));
      copySchema();
    },
  },
  dashboard: {
    name: 'the dashboard, which takes a moment',
    needs: ['types'],
    makes: 'dist/dashboard/index.html',
    // The explorer's examples stand in the page on the API.
    of: [...api, 'src/dashboard', 'docs/api.md'],
    make: () => {
      tell(run('vite', 'build', '--configLoader', 'runner', '--logLevel', 'warn', 'src/dashboard'));
      packFirst('dist/dashboard');
    },
  },
  clients: {
    name: 'the package for clients',
    needs: ['types'],
    makes: 'dist/client/package.json',
    of: [...api, 'src/client', 'src/dashboard', 'codegen.ts', 'package.json', 'LICENSE'],
    make: () => {
      tell(run('tsc', '--project', 'src/client'));
      tell(run('tsx', 'src/client/make.ts'));
    },
  },
};

const named = Object.keys(parts).filter((part) => own.includes(part));
// Whoever asks for help wants no page.
const asked = call.includes('--help') || call.includes('-h') ? ['server'] : named;
const wanted = asked.length > 0 ? asked : Object.keys(parts);

if (!existsSync('node_modules')) end('The packages are not installed: run npm ci.');
if (existsSync('node_modules/vite')) {
  for (const part of Object.keys(parts)) if (isWanted(part) && isDue(parts[part])) build(parts[part]);
} else if (!wanted.every((part) => existsSync(parts[part].makes))) {
  end('Nothing is built here: run npm ci && npm run build, or bring the folder dist/ from where that was done.');
}

function isWanted(part) {
  return wanted.some((one) => one === part || parts[one].needs?.includes(part));
}

function isDue({ makes, of }) {
  if (own.includes('--all') || !existsSync(makes)) return true;
  return changedSince(statSync(makes).mtimeMs, [...of, 'package-lock.json', 'src/build.mjs']);
}

/** True if one of the files, or a file within the folders, was changed, added or removed. */
function changedSince(time, paths) {
  return paths.some((path) => {
    const found = statSync(path);
    return found.mtimeMs > time || (found.isDirectory() && changedSince(time, below(path)));
  });
}

function build({ name, makes, make }) {
  tell(`Building   ${name}\n`);
  const began = new Date();
  make();
  // What is changed while it is being made has changed since.
  utimesSync(makes, began, began);
}

/** Gives what a tool of the project's said, and ends with it if it fails. */
function run(tool, ...args) {
  const { status, stdout, stderr, error } = spawnSync(join('node_modules/.bin', tool), args, { encoding: 'utf8' });
  if (status !== 0) end(`${stdout ?? ''}${stderr ?? ''}${error ?? ''}\n${tool} failed.`);
  return stdout + stderr;
}

/** The server reads the schema's files when it starts. */
function copySchema() {
  const files = (folder) => readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  for (const name of files('dist/schema')) rmSync(join('dist/schema', name));
  for (const name of files('src/schema')) copyFileSync(join('src/schema', name), join('dist/schema', name));
}

/**
 * Compresses the scripts and styles that index.html loads, at the highest quality of Brotli: too slow for a request, and
 * a seventh smaller than what a request has time for.
 */
function packFirst(folder) {
  const index = join(folder, 'index.html');
  // An interrupted build counts as not made: see isDue.
  utimesSync(index, 0, 0);
  for (const [, name] of readFileSync(index, 'utf8').matchAll(/"\/(assets\/[^"]+)"/g)) {
    const packed = join(folder, `${name}.br`);
    writeFileSync(`${packed}.part`, brotliCompressSync(readFileSync(join(folder, name))));
    renameSync(`${packed}.part`, packed);
  }
}

function serverSources() {
  const others = ['src/client', 'src/dashboard', 'src/generated'];
  return below('src').filter((path) => !others.includes(path));
}

function below(folder) {
  return readdirSync(folder).map((name) => `${folder}/${name}`);
}

/** On standard error: what the command itself prints is on standard output. */
function tell(text) {
  process.stderr.write(text);
}

function end(text) {
  tell(`${text.trim()}\n`);
  process.exit(1);
}
