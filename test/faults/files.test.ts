/** Row 40: files that are made to cost: of a mistake in them a person learns in seconds, and the process lives. */
import { describe, expect, it, vi } from 'vitest';
import { writeCsv } from '../../src/exporting/csv.ts';
import { noneLeftOut } from '../../src/exporting/leftOut.ts';
import { hint } from '../../src/records/validation/suggest.ts';
import { run } from '../commandLine/run.ts';
import { articleText, base, folderOf } from '../seeding/fixture.ts';

// A command starts in a second; on a busy machine in many.
vi.setConfig({ testTimeout: 120_000 });

/** What `verify` says of a file beside the right ones. */
async function verify(text: string) {
  const folder = folderOf({ 'seeds/facts.yaml': base, 'seeds/odd.yaml': text });
  const { code, stderr, milliseconds } = await run(folder, ['verify']);
  // Long enough for a busy machine, and far from the minutes that each of these takes without its bound.
  expect(milliseconds).toBeLessThan(60_000);
  return { code, said: stderr.split('\n').filter((line) => line.startsWith('seeds/odd.yaml')) };
}

/** A record with one field that is something else. */
const record = (kind: string, office: string, from: string): string => `
- id: odd
  kind: ${kind}
  names: {en: {preferred: Odd}}
  summary: Odd.
  evidence: [{external: The library}]
  relationships:
    - HOLDS: ${office}
      from: "${from}"
      evidence: [{external: The library}]`;

describe('a seed file', () => {
  it('row 40: whose aliases stand for a billion values is refused, at the first', async () => {
    const levels = Array.from({ length: 30 }, (_, n) => `  a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`)}]`);
    const { code, said } = await verify(['- a0: &a0 [x, x, x, x, x]', ...levels].join('\n'));
    expect(code).toBe(1);
    expect(said[0]).toMatch(/^seeds\/odd\.yaml:1:\d+ {2}the anchor &a0 is not allowed here; write the value itself/);
  });

  it.each([
    ['lists in brackets', `- ${'['.repeat(200_000)}`],
    ['lists by hyphens', '- '.repeat(100_000)],
    ['records in braces', `- ${'{a: '.repeat(100_000)}`],
    ['records by indentation', `- a:\n${Array.from({ length: 1_500 }, (_, n) => `${' '.repeat(n + 3)}a:\n`).join('')}`],
  ])('row 40: with %s deep in each other is refused, at the place', async (_, text) => {
    const { code, said } = await verify(text);
    expect(code).toBe(1);
    expect(said[0]).toMatch(/^seeds\/odd\.yaml:\d+:\d+ {2}values stand more than 100 deep in each other here/);
  });

  it('row 40: with a record of very many keys is refused, at the place', async () => {
    const keys = Array.from({ length: 150_000 }, (_, n) => `k${n}: 1`);
    for (const text of [`- {${keys.join(', ')}}`, `- ${keys.join('\n  ')}`]) {
      const { code, said } = await verify(text);
      expect(code).toBe(1);
      expect(said[0]).toMatch(/^seeds\/odd\.yaml:\d+:\d+ {2}a record has more than 2000 keys here/);
    }
  });

  it('row 40: that is very large is refused', async () => {
    const { code, said } = await verify(`- "${'x'.repeat(3_000_000)}"`);
    expect(code).toBe(1);
    expect(said).toEqual(['seeds/odd.yaml:1:1  the file has more than 2000000 characters; divide it into several']);
  });

  it.each([
    ['date', record('PERSON', 'president', '2015-XX?'.repeat(100_000)), /^seeds\/odd\.yaml:9:13 {2}"2015-XX\?2015/],
    ['word', record('A'.repeat(500_000), 'president', '2015'), /^seeds\/odd\.yaml:3:9 {2}unknown kind "AAAA/],
    ['id', record('PERSON', `${'a-'.repeat(250_000)}a`, '2015'), /^seeds\/odd\.yaml:8:14 {2}"a-a-/],
    ['almost id', record('PERSON', 'a-'.repeat(250_000), '2015'), /^seeds\/odd\.yaml:8:14 {2}"a-a-/],
  ])('row 40: with a very long %s is refused, at the place and in few words', async (_, text, words) => {
    const { code, said } = await verify(text);
    expect(code).toBe(1);
    expect(said.map((line) => line.slice(0, 100))).toContainEqual(expect.stringMatching(words));
    for (const line of said) expect(line.length).toBeLessThan(1_100);
  });

  it('row 40: with very many mistakes is reported in few lines', async () => {
    const folder = folderOf({ 'seeds/facts.yaml': `- &a x\n${'- *a\n'.repeat(2_000)}` });
    const { code, stderr } = await run(folder, ['seed'], { DATA_DIR: 'data' });
    expect(code).toBe(1);
    expect(stderr).toContain('2001 mistakes in the seeds:');
    expect(stderr.trimEnd().split('\n')).toHaveLength(202);
    expect(stderr.trimEnd()).toMatch(/and 1801 more$/);
  });
});

it('row 40: a very long word is not held against each of many known ones', () => {
  const known = Array.from({ length: 20_000 }, (_, n) => `an-entity-with-a-number-${n}`);
  const began = performance.now();
  expect(hint('a'.repeat(300_000), known)).toBe('');
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(hint('an-entity-with-a-numbr-7', known)).toBe('; did you mean an-entity-with-a-number-7?');
});

it('row 40: an article is searched for a cue as it is written, whatever its signs mean to a pattern', async () => {
  // As a pattern, it would try more ways through the first paragraph than there is time for.
  const cue = `${'(.*)*'.repeat(30)}nowhere`;
  const seeds = base.replace('cues: [example union, "22,000"]', `cues: ["${cue}"]`);
  expect(seeds).not.toBe(base);
  const folder = folderOf({ 'seeds/facts.yaml': seeds, 'articles/news-1.txt': articleText });
  const { code, stderr, milliseconds } = await run(folder, ['verify', '--articles', 'articles']);
  expect(code).toBe(1);
  expect(stderr).toContain(`"${cue}" does not stand in news-1/1`);
  expect(milliseconds).toBeLessThan(60_000);
});

it('row 40: text that a spreadsheet would compute is written so that it is not', async () => {
  const texts = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'];
  const column = { name: 'text', type: 'string', of: ({ text }: { text: string }) => text } as const;
  async function* batches() {
    yield texts.map((text) => ({ text }));
  }
  let csv = '';
  for await (const part of writeCsv([column], batches(), noneLeftOut())) csv += part;
  for (const text of texts) expect(csv).toContain(`'${text.replaceAll('"', '""')}`);
});
