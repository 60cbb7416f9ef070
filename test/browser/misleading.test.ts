/** What would mislead if it were shown otherwise: of which day a page is, and who says what it shows. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { launchBrowser, visit } from './browser.ts';

launchBrowser();

async function table(page: Page, panel: string, item: string): Promise<string> {
  await page.locator(`#${panel} .tools summary`).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#${panel}`).getByRole('button', { name: item }).click(),
  ]);
  return `${file.suggestedFilename()}\n${await readFile(await file.path(), 'utf8')}`;
}

describe.each([
  {
    ...{ lang: 'en', viewing: 'Viewing January 1, 2010', back: 'Back to all days', csv: 'Table as CSV' },
    ...{ by: 'according to', later: 'Not there yet on January 1, 2010', all: 'All days: this is not limited' },
    ...{ possible: 'possibly', exports: 'In the exports, relationships are those of this day' },
  },
  {
    ...{ lang: 'fr', viewing: 'Vue en date du 1er janvier 2010', back: 'Revenir à', csv: 'Tableau (CSV)' },
    ...{ by: 'selon', later: 'Pas encore là en date du 1er janvier 2010', all: 'Toutes les dates\u00a0: ce panneau' },
    ...{ possible: 'peut-être', exports: 'Dans les exportations, les relations sont celles de ce jour' },
  },
])('in $lang', ({ lang, viewing, back, csv, by, later, all, possible, exports }) => {
  test('what was not there yet has neither parties nor anything else of that day', async () => {
    const { page, open, wrongs } = await visit();
    await open(`/entity/federal-round-2014-15?lang=${lang}`);
    expect(await page.locator('#parties').count()).toBe(1);
    await open(`/entity/federal-round-2014-15?asOf=2010-01-01&lang=${lang}`);
    await page.getByText(later).waitFor();
    for (const panel of ['parties', 'in-short', 'claims', 'proposals', 'statements', 'timeline', 'around'])
      expect(await page.locator(`#${panel}`).count(), panel).toBe(0);
    expect(await page.locator('#related').getByRole('link').count()).toBe(0);
    expect(await page.locator('[aria-labelledby="sources-title"]').innerText()).toContain(all);
    expect(wrongs).toEqual([]);
  });

  test('parties of what may have begun later are possible, on the page and in its table', async () => {
    const { page, open } = await visit();
    await open(`/entity/federal-sick-leave-dispute?asOf=2010-01-01&lang=${lang}`);
    expect(await page.locator('#parties .sides').innerText()).toContain(possible);
    const saved = await table(page, 'parties', csv);
    expect(saved).toMatch(/^parties-2010-01-01\.csv/);
    expect(saved).toMatch(/,POSSIBLE\n/);
    expect(saved).not.toMatch(/,CERTAIN\n/);
  });

  test('key facts of a day are of that day, in their table too', async () => {
    const { page, open } = await visit();
    await open(`/entity/aupe-government-workers?asOf=2010-01-01&lang=${lang}`);
    expect(await page.locator('#in-short').innerText()).not.toMatch(/22.000/);
    expect(await table(page, 'in-short', csv)).not.toMatch(/22.000/);
    await open(`/entity/aupe-government-workers?asOf=2014-01-24&lang=${lang}`);
    expect(await table(page, 'in-short', csv)).toMatch(/22.000/);
  });

  test('exports are of the day where they can be, and the page says which are not', async () => {
    const { page, open } = await visit();
    await open(`/?asOf=2010-01-01&lang=${lang}`);
    expect(await page.locator('.viewing').innerText()).toContain(exports);
    expect(await page.locator('nav a[href^="/export/"]').getAttribute('href')).toBe('/export/?asOf=2010-01-01');
  });

  test('a page of a day says so, leads back, and has nothing that came later', async () => {
    const { page, open, wrongs } = await visit();
    await open(`/entity/psac?asOf=2010-01-01&lang=${lang}`);
    await page.getByText(viewing).waitFor();
    expect(await page.locator('#related [href*="/entity/bill-c-59-2015"]').count()).toBe(0);
    const saved = await table(page, 'related', csv);
    expect(saved).toMatch(/^related-2010-01-01\.csv/);
    expect(saved).not.toContain('bill-c-59-2015');
    await page.getByRole('button', { name: back }).click();
    await page.locator('#related [href*="/entity/bill-c-59-2015"]').first().waitFor();
    expect(wrongs).toEqual([]);
  });

  test('a day that is none is an error', async () => {
    const { page, open } = await visit();
    await open(`/?asOf=2015-13-45&lang=${lang}`);
    expect(await page.getByRole('alert').innerText()).toContain('2015-13-45');
    expect(await page.locator('.panel').count()).toBe(0);
  });

  test('what is told at second hand is, on a page, in a table, on a map and in a path', async () => {
    const { page, open } = await visit();
    const said = `${by} Dave Hancock`;
    await open(`/entity/government-of-alberta?lang=${lang}`);
    expect(await page.locator('#related').innerText()).toContain(said);
    expect(await table(page, 'related', csv)).toContain('dave-hancock');
    expect(await table(page, 'positions', csv)).toContain('dave-hancock');
    await open(`/map?of=government-of-alberta&lang=${lang}`);
    await page.locator('.lists summary').click();
    // The map may still be reading when the lists are opened.
    await expect.poll(async () => await page.locator('.lists').innerText(), { timeout: 20_000 }).toContain(said);
    expect(await table(page, 'map', csv)).toContain('dave-hancock');
    await open(`/path?from=government-of-alberta&to=negotiated-settlement&hubs=1&types=TAKES_POSITION&lang=${lang}`);
    expect(await page.locator('.sentence').first().innerText()).toContain(said);
    expect(await page.locator('svg.chain').first().innerHTML()).toContain('Hancock');
  });
});

test('each cell of the table of demand, offer and imposed terms stands under its heading', async () => {
  const { page, open, wrongs } = await visit();
  await open('/entity/alberta-round-2013-14');
  const [, head = '', ...rows] = (await table(page, 'gap', 'Table as CSV')).trim().split('\n');
  const headings = head.replace('\ufeff', '').split(',');
  const cells = rows.find((row) => row.includes('aupe-first-demand'))?.split(',') ?? [];
  expect(cells[headings.indexOf('status')]).toBe('SUPERSEDED');
  expect(cells[headings.indexOf('evidence')]).toContain('huffpost-2014-01-24');
  expect(cells).toHaveLength(headings.length);
  expect(wrongs).toEqual([]);
});

test('a map of a day leaves out what came later, and counts what has no date', async () => {
  const { page, open } = await visit();
  await open('/map?asOf=2010-01-01');
  await page
    .locator('.map .undated')
    .getByText(/^\d+ without a date/)
    .waitFor();
  expect(await page.locator('.boxes li').filter({ hasText: 'Statements' }).count()).toBe(0);
});

test('a status is that of a report, and a summary is ours', async () => {
  const { page, open } = await visit();
  await open('/');
  const lines = await page.locator('#open li .standing').allInnerTexts();
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).toMatch(/as last reported, .*20\d\d/);
  await open('/entity/tony-clement');
  expect(await page.locator('#statements').innerText()).toMatch(/Our summary: the source quotes/);
});

test('a filter that finds nothing does not say that the sources do', async () => {
  const { page, open } = await visit();
  await open('/list?kinds=EVENT&text=zeppelin');
  expect(await page.locator('#list').innerText()).toContain('No entry matches these filters.');
});

test('years together are one row and one mark, by year on demand', async () => {
  const { page, open } = await visit();
  await open('/entity/alberta-round-2013-14');
  const gap = page.locator('#gap');
  expect(await gap.getByRole('rowheader', { name: 'Years 1–2 together' }).count()).toBe(1);
  expect(await gap.locator('svg.chart .mark.ask:not(.open)').count()).toBe(1);
  await gap.getByRole('checkbox').check();
  expect(await gap.locator('svg.chart .mark.ask:not(.open)').allInnerTexts()).toHaveLength(2);
});
