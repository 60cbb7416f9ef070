/** Nothing is cut without a word: x of y is said, the rest can be had, and what is taken away is whole. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isQuestion, launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

/** Makes the page ask one question for less, so that the answer is cut as that of a large graph would be. */
async function askForLess(page: Page, operation: string, text: string, less: string): Promise<void> {
  const asksIt = new RegExp(`query (\\w+_)?${operation}(_\\w+)?\\(`);
  await page.route(isQuestion, async (route) => {
    const url = new URL(route.request().url());
    const query = url.searchParams.get('query');
    // A question by its hash says nothing that could be changed: the page is to send its text.
    if (query === null && url.searchParams.has('extensions'))
      return await route.fulfill({ json: { errors: [{ message: 'PersistedQueryNotSupported' }] } });
    const asked = query ?? route.request().postData() ?? '';
    if (!asksIt.test(asked)) return await route.continue();
    const changed = asked.replaceAll(text, less);
    if (query === null) return await route.continue({ postData: changed });
    url.searchParams.set('query', changed);
    await route.continue({ url: url.href });
  });
}

async function rowsOf(page: Page, panel: string, item: string): Promise<Record<string, string>[]> {
  await page.locator(`#${panel} .tools summary`).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#${panel}`).getByRole('button', { name: item }).click(),
  ]);
  return parse(await readFile(await file.path(), 'utf8'), { columns: true, bom: true });
}

describe.each([
  {
    ...{ lang: 'en', more: 'Show more', rest: 'Show the rest', csv: 'Table as CSV' },
    ...{ shown: /^The first (\d+) of (\d+)$/, cut: /Not everything is shown: .*sources \(\d+ of \d+\)/ },
    ...{ drawn: /^1 of \d+ sources/, claims: /^The first 2 of \d+/ },
  },
  {
    ...{ lang: 'fr', more: 'En afficher davantage', rest: 'Afficher le reste', csv: 'Tableau (CSV)' },
    ...{
      shown: /^Les (\d+) premiers éléments sur (\d+)$/,
      cut: /Tout n’est pas affiché\u00a0: .*sources citées \(\d+ sur \d+\)/,
    },
    ...{ drawn: /^1 sources sur \d+/, claims: /^Les 2 premiers éléments sur \d+/ },
  },
])('in $lang', ({ lang, more, rest, csv, shown, cut, drawn, claims }) => {
  test('a long list says how much of it is shown, and shows more until all is there', async () => {
    const { page, open, wrongs } = await visit();
    await askForLess(page, 'Related', 'first: 100', 'first: 20');
    await open(`/entity/psac?lang=${lang}`);
    const panel = page.locator('#related');
    const [, few, all] = shown.exec(await panel.locator('.more [role="status"]').innerText()) ?? [];
    expect(few).toBe('20');
    expect(Number(all)).toBeGreaterThan(20);
    expect(await panel.locator('dd').count()).toBe(20);
    expect(await rowsOf(page, 'related', csv)).toHaveLength(Number(all));
    for (let pages = 1; pages < Math.ceil(Number(all) / 20); pages++) {
      await panel.getByRole('button', { name: more }).click();
      await settled(page);
    }
    expect(await panel.locator('dd').count()).toBe(Number(all));
    expect(await panel.getByRole('button', { name: more }).count()).toBe(0);
    expect(wrongs).toEqual([]);
  });

  test('claims are shown page after page until all are there', async () => {
    const { page, open } = await visit();
    await askForLess(page, 'Claims', 'first: 12', 'first: 2');
    await open(`/entity/psac?lang=${lang}`);
    const panel = page.locator('#claims');
    await panel.getByText(claims).waitFor();
    const [, , all] = shown.exec(await panel.locator('.more [role="status"]').innerText()) ?? [];
    const button = panel.getByRole('button', { name: more });
    while ((await button.count()) > 0) {
      await button.click();
      await settled(page);
    }
    expect(await panel.locator('.claims > li').count()).toBeLessThanOrEqual(Number(all));
    expect(await panel.locator('.claims > li').count()).toBeGreaterThan(2);
  });

  test('paragraphs of an article are shown page after page until all are there', async () => {
    const { page, open, wrongs } = await visit();
    await askForLess(page, 'SourceCoverage', 'paragraphs(first: 100', 'paragraphs(first: 9');
    await open(`/entity/cbc-2015-05-12?lang=${lang}`);
    const panel = page.locator('#coverage');
    const numbers = async (): Promise<(string | null)[]> =>
      await panel.locator('.paragraphs > li').evaluateAll((all) => all.map((one) => one.getAttribute('id')));
    expect(shown.exec(await panel.locator('.more [role="status"]').innerText())?.slice(1)).toEqual(['9', '21']);
    for (const count of [9, 18, 21]) {
      expect(await numbers()).toEqual(Array.from({ length: count }, (_, index) => `paragraph-${index + 1}`));
      if (count < 21) await panel.getByRole('button', { name: more }).click();
      await settled(page);
    }
    expect(await panel.getByRole('button', { name: more }).count()).toBe(0);
    expect(await rowsOf(page, 'coverage', csv)).not.toHaveLength(0);
    expect(wrongs).toEqual([]);
  });

  test('cut sources say how many there are, in the panel and in the drawer, and the rest comes on demand', async () => {
    const { page, open, wrongs } = await visit();
    await askForLess(page, 'Claim', 'evidence {', 'evidence(first: 1) {');
    await open(`/entity/claim-sick-leave-savings-900m?lang=${lang}`);
    const panel = page.locator('#claim');
    expect(await panel.locator('.truncated').innerText()).toMatch(cut);
    await panel.locator('button.sources', { hasText: '1+' }).first().click();
    const drawer = page.getByRole('dialog');
    expect(await drawer.locator('.truncated').innerText()).toMatch(drawn);
    await drawer.getByRole('button', { name: rest }).click();
    await drawer.locator('.truncated').waitFor({ state: 'detached' });
    expect(await drawer.locator('.source').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    expect(await panel.locator('.truncated').count()).toBe(0);
    expect(wrongs).toEqual([]);
  });

  test('a table of cut lists is whole', async () => {
    const { page, open } = await visit();
    const evidence = async (): Promise<string[]> =>
      (await rowsOf(page, 'claim', csv)).map((row) => row['evidence'] ?? '');
    await open(`/entity/claim-sick-leave-savings-900m?lang=${lang}`);
    const all = await evidence();
    expect(all.some((one) => one.includes(' | '))).toBe(true);
    await askForLess(page, 'Claim', 'evidence {', 'evidence(first: 1) {');
    await page.reload();
    await settled(page);
    await page.locator('#claim .truncated').waitFor();
    expect(await evidence()).toEqual(all);
  });
});
