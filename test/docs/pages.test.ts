/** What the pages lead to and tell to run is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'seeds/README.md', 'src/client/README.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: read(path) }));

const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
/** What npm runs by a name of its own. */
const short = ['start', 'test'];

describe.each(pages)('$path', ({ path, text }) => {
  it('links to files that there are', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !/^\w+:/.test(link) && !existsSync(join(root, dirname(path), link)));
    expect(missing).toEqual([]);
  });

  it('names commands that there are', () => {
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('tells of each command once in a table', () => {
    const rows = [...text.matchAll(/^\| `(npm [^`]+)`/gm)].map(([, command = '']) => command);
    expect(rows.filter((command, index) => rows.indexOf(command) !== index)).toEqual([]);
  });
});

test('docs/extend.md tells of each command of package.json', () => {
  const page = read('docs/extend.md');
  const missing = Object.keys(scripts).filter((name) => {
    const call = short.includes(name) ? `npm ${name}` : `npm run ${name}`;
    return !new RegExp(`\`${call}[ \`]`).test(page);
  });
  expect(missing).toEqual([]);
});

test('the README is short', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150);
});
