/** What the page shows can be taken away: as a table, a picture, a citation, a query, an embedded panel, an address. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

const openTools = async (page: Page, panel: string): Promise<void> =>
  await page.locator(`#${panel} .tools summary`).click();

async function save(page: Page, panel: string, item: string): Promise<string> {
  await openTools(page, panel);
  const [file]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#${panel}`).getByRole('button', { name: item }).click(),
  ]);
  return await readFile(await file.path(), 'utf8');
}

test('a list as CSV has every entry that the list counts, not only those of the page', async () => {
  const { page, open, wrongs } = await visit();
  await open('/list');
  const counted = await page.getByRole('status').filter({ hasText: 'entries' }).innerText();
  const rows: Record<string, string>[] = parse(await save(page, 'list', 'Table as CSV'), { columns: true, bom: true });
  // As in "1–50 of 208 entries".
  expect(rows.length).toBe(Number(/(\d+) entries/.exec(counted)?.[1]));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.find(({ id }) => id === 'psac')).toMatchObject({
    kind: 'UNION',
    name: 'Public Service Alliance of Canada',
  });
  expect(wrongs).toEqual([]);
});

test('a number leads to the list that it counts', async () => {
  const { page, open } = await visit();
  await open('/');
  for (const panel of ['in-graph', 'open', 'voices']) {
    const links = page.locator(`#${panel} a[href*="/list?"]`);
    expect(await links.count()).toBeGreaterThan(3);
    for (const index of [0, 1, 2, 3]) {
      const link = links.nth(index);
      const count = Number.parseInt(await link.innerText(), 10);
      await link.click();
      await settled(page);
      const shown = page.locator('#list');
      await (count === 0
        ? shown.locator('.empty')
        : shown.getByRole('status').filter({ hasText: new RegExp(`(^|\\D)${count} entr`) })
      ).waitFor();
      await page.goBack();
      await settled(page);
    }
  }
});

test('a bar leads to the events that it counts', async () => {
  const { page, open } = await visit();
  await open('/');
  const bar = page.locator('#events svg.chart a').first();
  const said = (await bar.getAttribute('aria-label')) ?? '';
  await bar.click();
  await settled(page);
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${said.split(': ').at(-1)} `) })
    .waitFor();
});

test('a chart as SVG stands by itself', async () => {
  const { page, open } = await visit();
  await open('/');
  const svg = await save(page, 'events', 'Chart as SVG');
  expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('<title>Events by month</title>');
  expect(svg).toMatch(/<rect[^>]*fill="rgb/);
});

test('a citation names the sources, and the data by version and digest', async () => {
  const { page, open } = await visit();
  await open('/entity/psac');
  await openTools(page, 'related');
  await page.locator('#related').getByRole('button', { name: 'Cite' }).click();
  const text = await page.getByRole('textbox', { name: 'Cite' }).inputValue();
  expect(text).toMatch(/data version \d+, digest [0-9a-f]{32}/);
  expect(text).toContain('CBC News, May 12, 2015');
  expect(text).toContain('/entity/psac');
});

/** Runs what is in the explorer's editor, once it is there. */
async function execute(page: Page, contained: string): Promise<void> {
  await page.locator('.graphiql-query-editor').getByText(contained).first().waitFor();
  await page.getByRole('button', { name: /execute/i }).click();
}

test('the query behind a panel opens in the explorer and runs', async () => {
  const { page, open, wrongs } = await visit();
  await open('/entity/psac');
  await openTools(page, 'related');
  await page.locator('#related').getByRole('link', { name: 'The query behind it' }).click();
  await execute(page, 'query Related');
  // The editor draws only the lines that are in view.
  await page.locator('.result-window').getByText('"Public Service Alliance of Canada"').first().waitFor();
  expect(wrongs).toEqual([]);
});

test('the examples of docs/api.md stand in the explorer, and run', async () => {
  const { page, open } = await visit();
  await open('/explorer');
  await page.getByText('Questions to start from').click();
  expect(await page.locator('.bar li a').count()).toBeGreaterThanOrEqual(6);
  await page.locator('.bar li a').first().click();
  await execute(page, 'president-of-the-treasury-board');
  await page.locator('.result-window').getByText('Tony Clement').first().waitFor();
});

test('an embedded panel is that panel alone, and leads to the whole page', async () => {
  const { page, open } = await visit();
  await open('/entity/psac');
  await openTools(page, 'related');
  await page.locator('#related').getByRole('button', { name: 'Embed' }).click();
  const code = await page.getByRole('textbox', { name: 'Embed' }).inputValue();
  const address = /src="([^"]+)"/.exec(code)?.[1] ?? '';
  await page.goto(address);
  await settled(page);
  expect(await page.locator('section.panel').count()).toBe(1);
  expect(await page.getByRole('banner').count()).toBe(0);
  await page.getByRole('link', { name: 'Tony Clement' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Open the whole page' }).getAttribute('href')).toMatch(
    /\/entity\/psac#related$/,
  );
});

test('an address holds all state: the day, the language, the open sources', async () => {
  const { page, open } = await visit();
  await open('/entity/tony-clement');
  await page.getByLabel('As of').fill('2015-05-07');
  await page.getByRole('button', { name: 'Français' }).click();
  await settled(page);
  await page.locator('#related button.sources').first().click();
  await page.getByRole('dialog').waitFor();
  const address = page.url();
  const said = await page.getByRole('dialog').innerText();
  const other = await visit();
  await other.page.goto(address);
  await other.page.getByRole('dialog').waitFor();
  expect(await other.page.getByRole('dialog').innerText()).toBe(said);
  expect(await other.page.locator('#as-of').inputValue()).toBe('2015-05-07');
  expect(await other.page.locator('html').getAttribute('lang')).toBe('fr');
});
