/** What a reporter on deadline does, by mouse and by keyboard, in English and in French. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

const drawer = (page: Page) => page.getByRole('dialog');

describe.each([
  {
    lang: 'en',
    psac: 'Public Service Alliance of Canada',
    sources: /source/,
    asOf: 'As of',
    close: 'Close the sources',
  },
  {
    lang: 'fr',
    psac: 'Alliance de la Fonction publique du Canada',
    sources: /source/,
    asOf: /^(En date|Au|À la date)/,
    close: /^Fermer/,
  },
] as const)('in $lang', ({ lang, psac, asOf, close }) => {
  const inLang = { locale: `${lang}-CA` };

  test('finds AFPC by its acronym and lands on the union, by keyboard alone', async () => {
    const { page, open, wrongs } = await visit(inLang);
    await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('AFPC');
    await page.getByRole('option', { name: psac }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: psac }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/entity/psac');
    expect(wrongs).toEqual([]);
  });

  test('who was president of the Treasury Board on 2015-05-07?', async () => {
    const { page, open } = await visit(inLang);
    await open('/entity/president-of-the-treasury-board');
    await page.getByLabel(asOf).fill('2015-05-07');
    await settled(page);
    const holders = page.locator('#holders');
    await holders.getByRole('link', { name: 'Tony Clement' }).waitFor();
    expect(await holders.getByRole('link').filter({ hasText: 'Scott Brison' }).count()).toBe(0);
    expect(page.url()).toContain('asOf=2015-05-07');
  });

  test('where does the 900 million come from, and where its rebuttal?', async () => {
    const { page, open } = await visit(inLang);
    await open('/entity/claim-sick-leave-savings-900m');
    const claim = page.locator('#claim');
    // Marked in the passage; where nobody has the texts, named as what must stand there.
    const cues = inject('withTexts') === inject('withoutTexts') ? '.anchors q' : 'mark';
    for (const [who, paragraph, cue] of [
      ['Tony Clement', '6', '$900 million'],
      ['Robyn Benson', '17', 'Benson'],
    ] as const) {
      const line = claim.locator('dd', { has: page.getByRole('link', { name: who, exact: true }) }).first();
      const button = line.locator('button.sources').first();
      await button.focus();
      await page.keyboard.press('Enter');
      await drawer(page).waitFor();
      expect(await drawer(page).innerText()).toMatch(new RegExp(`paragraphe? ${paragraph}\\b`));
      expect((await drawer(page).locator(cues).allInnerTexts()).join(' ').toLowerCase()).toContain(cue.toLowerCase());
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'hidden' });
      const focused = await page.evaluate('document.activeElement?.getAttribute("aria-label")');
      expect(focused).toBe(await button.getAttribute('aria-label'));
    }
  });

  test('the gap of Alberta’s round, in which the second ask is not stated', async () => {
    const { page, open } = await visit(inLang);
    await open('/entity/alberta-round-2013-14');
    const gap = page.locator('#gap');
    await gap.locator('svg.chart').first().waitFor();
    expect(await gap.locator('svg.chart .mark.open.ask').count()).toBeGreaterThan(0);
    const notStated = lang === 'en' ? 'not stated' : /non (indiqué|précisé)/;
    expect(await gap.getByRole('table').getByText(notStated).count()).toBeGreaterThan(0);
    const cells = await gap.getByRole('table').innerText();
    expect(cells).toMatch(lang === 'en' ? /\b6%/ : /\b6\s%/);
    expect(await gap.locator('.mark:not(.open)').count()).toBeGreaterThan(0);
  });

  test('the path from Redford to Smith reads as a sentence, with the source of each step', async () => {
    const { page, open } = await visit(inLang);
    await open('/path?asOf=2014-01-24');
    const fields = page.locator('main').getByRole('combobox');
    for (const [index, name] of ['Alison Redford', 'Guy Smith'].entries()) {
      await fields.nth(index).fill(name);
      await page.getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await settled(page);
    expect(new URL(page.url()).searchParams.get('from')).toBe('alison-redford');
    expect(new URL(page.url()).searchParams.get('to')).toBe('guy-smith');
    const way = page.locator('main section.panel').first();
    await way.getByRole('link', { name: 'Guy Smith' }).first().waitFor();
    const sources = way.locator('button.sources');
    expect(await sources.count()).toBeGreaterThanOrEqual(2);
    await sources.first().click();
    await drawer(page).waitFor();
    await drawer(page).getByRole('button', { name: close }).click();
    await drawer(page).waitFor({ state: 'hidden' });
  });
});

test('the language changes with one button and stays', async () => {
  const { page, open } = await visit();
  await open('/entity/psac');
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByRole('heading', { level: 1, name: 'Alliance de la Fonction publique du Canada' }).waitFor();
  await page.goto(inject('withTexts'));
  await page.getByRole('button', { name: 'English' }).waitFor();
});

test('an uncertain fact is shown as one', async () => {
  const { page, open } = await visit();
  await open('/entity/psac?asOf=2015-09-01');
  await page.locator('#related .possible').first().waitFor();
});

test('without the texts, the sources say how the passage could be had', async () => {
  const { page, open } = await visit({}, inject('withoutTexts'));
  await open('/entity/claim-sick-leave-savings-900m');
  await page.locator('#claim button.sources').first().click();
  await drawer(page).getByText('--articles', { exact: false }).first().waitFor();
  expect(await drawer(page).locator('blockquote').count()).toBe(0);
});

test('an article says what each paragraph carries, and what carries none', async () => {
  const { page, open } = await visit();
  await open('/entity/cbc-2015-05-12');
  const paragraphs = page.locator('#coverage');
  await paragraphs.getByRole('link', { name: 'Tony Clement' }).first().waitFor();
});

test('the tab key alone reaches the content, and a skip link leads there at once', async () => {
  const { page, open } = await visit();
  await open('/entity/psac');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement?.textContent')).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement?.closest("main") !== null')).toBe(true);
});

test('a misspelt name is found', async () => {
  const { page, open } = await visit();
  await open('/search?q=Robyn+Bensen');
  await page.getByRole('link', { name: 'Robyn Benson' }).waitFor();
});
