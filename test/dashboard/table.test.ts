/** A table is written with as many cells in each row as it has headings. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linesOf } from '../../src/dashboard/parts/table.ts';
import { en } from '../../src/dashboard/words/en.ts';

const head = ['id', 'state', 'evidence'];

test('its lines are its head, its rows, and what is missing', () => {
  const truncated = { name: 'evidence', shown: 2, all: 7, longest: 7 };
  const lines = linesOf({ head, rows: [['a', null, 'x 1']] }, [truncated], en);
  expect(lines.slice(0, 2)).toEqual([head, ['a', null, 'x 1']]);
  expect(lines[2]).toEqual([expect.stringContaining('2 of 7'), null, null]);
});

test('a row of another number of cells is refused', () => {
  expect(() =>
    linesOf(
      {
        head,
        rows: [
          ['a', 'b', 'c'],
          ['a', 'b'],
        ],
      },
      [],
      en,
    ),
  ).toThrow('2 cells for 3 headings');
  expect(() => linesOf({ head, rows: [['a', 'b', 'c', 'd']] }, [], en)).toThrow('4 cells for 3 headings');
});

test('all that the page writes as CSV goes through it', () => {
  const folder = new URL('../../src/dashboard/', import.meta.url);
  const writers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && readFileSync(new URL(name, folder), 'utf8').includes('csv-stringify'),
  );
  expect(writers).toEqual(['parts/tools.tsx']);
});
