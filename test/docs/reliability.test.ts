/** What docs/reliability.md promises has a test, and what has a test stands there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');

/** Rows of what the service does not have. */
const notBuilt = [27, 28, 29, 32, 33, 35, 38, 52, 53, 54];

const rows = [...page.matchAll(/^\| (\d+) \| (.+) \| (.+) \| (.+) \|$/gm)].map(
  ([, row, fault = '', must = '', test = '']) => {
    const [, file, title] = /^\[.+\]\(\.\.\/(.+?)\) (.+)$/.exec(test) ?? [];
    return { row: Number(row), fault, must, test, file, title };
  },
);

/** The sources of all tests, by path. */
const sources = new Map(
  readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [`test/${path}`, readFileSync(join(root, 'test', path), 'utf8')]),
);

/** Whatever looks like a title that names a row. */
const titles = [...sources].flatMap(([file, source]) =>
  [...source.matchAll(/['"`](row \d+.*?)['"`][,)]/gi)].map(([, title = '']) => ({ file, title })),
);

it('the rows stand in their order, each of them once', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 77 }, (_, index) => index + 1));
});

it('what is not built yet is said to be so, and nothing else is', () => {
  expect(rows.filter(({ test }) => test === 'not built yet').map(({ row }) => row)).toEqual(notBuilt);
});

describe('each row that applies names a test that there is', () => {
  it.each(rows.filter(({ row }) => !notBuilt.includes(row)))('$row: $fault', ({ row, test, file, title }) => {
    expect(title ?? test).toMatch(new RegExp(`^row ${row}: `));
    const source = sources.get(file ?? '') ?? '';
    expect(
      [`'${title}'`, `\`${title}\``].some((quoted) => source.includes(quoted)),
      `${file} has a test "${title}"`,
    ).toBe(true);
  });
});

it('each title that names a row begins with it, and the row stands here as one that is built', () => {
  const built = new Set(rows.map(({ row }) => row).filter((row) => !notBuilt.includes(row)));
  expect(titles.length).toBeGreaterThan(100);
  const odd = titles.filter(({ title }) => !built.has(Number(/^row (\d+): ./.exec(title)?.[1])));
  expect(odd).toEqual([]);
});
