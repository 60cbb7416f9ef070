/** The list's filters, in plain words: days, what has no date, the side that speaks, the article. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

const counted = async (page: Page): Promise<number> =>
  Number.parseInt(await page.locator('#list [role="status"]').first().innerText(), 10);

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

test('another kind is not asked for what it has none of', async () => {
  const { page, open, wrongs } = await visit();
  await open('/list?kinds=STATEMENT&from=2015-01-01&sides=EMPLOYEE');
  await page.getByRole('combobox', { name: 'Type', exact: true }).selectOption({ label: 'unions' });
  await settled(page);
  expect(await counted(page)).toBeGreaterThan(0);
  expect(await page.locator('.chip').count()).toBe(0);
  expect(wrongs).toEqual([]);
});
