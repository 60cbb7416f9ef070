/** The list: its filters, in plain words, and its pages, forwards and back. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

const said = async (page: Page): Promise<string> => await page.locator('#list [role="status"]').first().innerText();

/** How many entries there are: `12 entries`, `1–50 of 309 entries`. */
const counted = async (page: Page): Promise<number> => Number(/(\d+)\D*$/.exec(await said(page))?.[1]);

describe.each([
  {
    ...{ lang: 'en', more: 'More filters', undated: 'Entries without a date', only: 'only these', remove: 'Remove' },
    ...{ side: 'Side', employees: 'employee side', article: 'Reported in the article' },
    ...{ chip: 'entries without a date: only these', told: /^reported in: \D/ },
  },
  {
    ...{ lang: 'fr', more: 'Plus de filtres', undated: 'Entrées sans date', only: 'elles seules', remove: 'Retirer' },
    ...{ side: 'Camp', employees: 'partie syndicale', article: 'D’après l’article' },
    ...{ chip: 'entrées sans date\u00a0: elles seules', told: /^d’après l’article\u00a0: \D/ },
  },
])('in $lang', ({ lang, more, undated, only, remove, side, employees, article, chip, told }) => {
  test('what has no date, whose side, which article: chosen in words, said by a chip, taken out again', async () => {
    const { page, open, wrongs } = await visit();
    await open(`/list?kinds=STATEMENT&lang=${lang}`);
    const all = await counted(page);
    expect(await page.getByLabel(undated).count()).toBe(0);
    await page.getByText(more).click();
    await page.getByLabel(undated).selectOption({ label: only });
    await settled(page);
    expect(await page.locator('.chip').first().innerText()).toContain(chip);
    await page.locator('.chip').getByRole('button', { name: remove }).click();
    await settled(page);
    expect(await counted(page)).toBe(all);
    await page.getByRole('combobox', { name: side, exact: true }).selectOption({ label: employees });
    await settled(page);
    expect(await counted(page)).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.get('sides')).toBe('EMPLOYEE');
    await page.getByRole('combobox', { name: article }).fill('CBC');
    await page.locator('.more-filters').getByRole('option', { name: /CBC/ }).first().click();
    await settled(page);
    expect(await page.locator('.chip', { hasText: told }).count()).toBe(1);
    expect(wrongs).toEqual([]);
  });
});

describe.each([
  {
    ...{ lang: 'en', next: 'Next page', previous: 'Previous page', first: 'First page', other: 'Français' },
    ...{ range: /^(\d+)–(\d+) of (\d+) / },
  },
  {
    ...{ lang: 'fr', next: 'Page suivante', previous: 'Page précédente', first: 'Première page', other: 'English' },
    ...{ range: /^(\d+) à (\d+) sur (\d+) / },
  },
])('in $lang', ({ lang, next, previous, first, other, range }) => {
  const rangeShown = async (page: Page): Promise<number[]> => (range.exec(await said(page)) ?? []).slice(1).map(Number);
  const namesOf = async (page: Page): Promise<string[]> => await page.locator('#list tbody th').allInnerTexts();
  const link = (page: Page, name: string) => page.locator('#list nav').getByRole('link', { name, exact: true });

  test('every page leads to the one before it and to the one after it', async () => {
    const { page, open, wrongs } = await visit();
    await open(`/list?lang=${lang}`);
    const pages: { range: number[]; names: string[] }[] = [];
    for (;;) {
      const names = await namesOf(page);
      pages.push({ range: await rangeShown(page), names });
      expect(await link(page, previous).count()).toBe(pages.length === 1 ? 0 : 1);
      if ((await link(page, next).count()) === 0) break;
      await link(page, next).click();
      await expect.poll(async () => await namesOf(page)).not.toEqual(names);
      // Whoever turned the page reads on at its top.
      expect(await page.evaluate('document.activeElement.id')).toBe('list-title');
    }
    const all = await counted(page);
    expect(pages.length).toBeGreaterThan(2);
    expect(new Set(pages.flatMap(({ names }) => names)).size).toBe(all);
    expect(pages.map((one) => one.range)).toEqual(
      pages.map((_, index) => [index * 50 + 1, Math.min(index * 50 + 50, all), all]),
    );
    for (const before of pages.slice(0, -1).reverse()) {
      await link(page, previous).click();
      await expect.poll(async () => await namesOf(page)).toEqual(before.names);
      expect(await rangeShown(page)).toEqual(before.range);
    }
    expect(await link(page, previous).count()).toBe(0);
    expect(new URL(page.url()).searchParams.has('before')).toBe(false);
    expect(wrongs).toEqual([]);
  });

  test('the address keeps the page: for a visit anew, for the way back, not for another language', async () => {
    const { page, open, wrongs } = await visit();
    await open(`/list?lang=${lang}`);
    for (let turned = 1; turned <= 2; turned++) {
      const names = await namesOf(page);
      await link(page, next).click();
      await expect.poll(async () => await namesOf(page)).not.toEqual(names);
    }
    const third = { range: await rangeShown(page), names: await namesOf(page) };
    await page.reload();
    await settled(page);
    expect({ range: await rangeShown(page), names: await namesOf(page) }).toEqual(third);
    await page.goBack();
    await expect.poll(async () => await rangeShown(page)).toEqual([51, 100, third.range[2]]);
    await page.goForward();
    await expect.poll(async () => await rangeShown(page)).toEqual(third.range);
    await link(page, first).click();
    await expect.poll(async () => await rangeShown(page)).toEqual([1, 50, third.range[2]]);
    await page.goBack();
    await expect.poll(async () => await namesOf(page)).toEqual(third.names);
    await page.getByRole('button', { name: other }).click();
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(new URL(page.url()).searchParams.has('after')).toBe(false);
    expect(wrongs).toEqual([]);
  });
});

test('results of a search are read in pages, too', async () => {
  const { page, open, wrongs } = await visit();
  await open('/search?q=sick+leave');
  const status = page.locator('#results [role="status"]').first();
  await page.locator('#results nav').getByRole('link', { name: 'Next page' }).click();
  await expect.poll(async () => await status.innerText()).toMatch(/^26–\d+ of \d+ results$/);
  await page.locator('#results nav').getByRole('link', { name: 'Previous page' }).click();
  await expect.poll(async () => await status.innerText()).toMatch(/^1–25 of \d+ results$/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('sick leave');
  expect(wrongs).toEqual([]);
});

test('a table taken away from any page is of the whole list', async () => {
  const { page, open } = await visit();
  await open('/list?kinds=CLAIM');
  const all = await counted(page);
  expect(all).toBeGreaterThan(50);
  await page.locator('#list nav').getByRole('link', { name: 'Next page' }).click();
  await expect.poll(async () => await said(page)).toMatch(/^51–/);
  await page.locator('#list .tools summary').click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#list').getByRole('button', { name: 'Table as CSV' }).click(),
  ]);
  expect(parse(await readFile(await file.path(), 'utf8'), { columns: true, bom: true })).toHaveLength(all);
});

test('another kind is not asked for what it has none of', async () => {
  const { page, open, wrongs } = await visit();
  await open('/list?kinds=STATEMENT&from=2015-01-01&sides=EMPLOYEE');
  await page.getByRole('combobox', { name: 'Type', exact: true }).selectOption({ label: 'unions' });
  await settled(page);
  expect(await counted(page)).toBeGreaterThan(0);
  expect(await page.locator('.chip').count()).toBe(0);
  expect(wrongs).toEqual([]);
});
