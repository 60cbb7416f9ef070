/** A name or a summary that is not in the language of the page says so, to the eye and to the ear. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isQuestion, launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

/** Names of these are the same in every language. */
const namedAlike = ['PERSON', 'NEWS_OUTLET'];
const ourWords = ['summary', 'proposition', 'effect', 'condition', 'uncoveredReason'];

/** Notes all texts that the page is answered with and that are in English alone. */
function englishOn(page: Page): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { name, nameLanguage, kind, ...others } = value as Readonly<Record<string, unknown>>;
    if (nameLanguage === 'EN' && !namedAlike.includes(String(kind))) found.add(String(name));
    for (const own of ourWords) if (typeof others[own] === 'string') found.add(others[own]);
    Object.values(others).forEach(look);
  };
  page.on('response', async (response) => {
    if (isQuestion(new URL(response.url()))) look(await response.json());
  });
  return found;
}

/** The texts of the page, each with the language that is said of it. */
const textsOf = async (page: Page): Promise<{ text: string; lang: string }[]> =>
  await page.locator('body').evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const texts: { text: string; lang: string }[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      texts.push({
        text: textContent?.trim() ?? '',
        lang: parentElement?.closest('[lang]')?.getAttribute('lang') ?? '',
      });
    }
    return texts;
  });

test.each([
  '/',
  '/list?kinds=CLAIM',
  '/list?issue=wages',
  '/search?q=sick+leave',
  '/entity/federal-sick-leave-dispute',
  '/entity/alberta-round-2013-14',
  '/entity/psac',
  '/entity/tony-clement',
  '/entity/bill-c-59-2015',
  '/entity/claim-sick-leave-savings-900m',
  '/entity/cbc-2015-05-12',
  '/path?from=tony-clement&to=claim-c-59-power-held',
  '/map?of=psac',
])('on the French page %s, each text that is English alone is called so', async (path) => {
  const { page, open, wrongs } = await visit();
  const english = englishOn(page);
  await open(`${path}${path.includes('?') ? '&' : '?'}lang=fr`);
  await page.locator('main details').evaluateAll((all) => {
    for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true;
  });
  await settled(page);
  const shown = (await textsOf(page)).filter(({ text }) => english.has(text));
  expect(shown.filter(({ lang }) => lang !== 'en').map(({ text }) => text)).toEqual([]);
  expect(shown.length).toBeGreaterThan(1);
  await page.getByText('signale un texte qui n’existe pas en français').waitFor();
  expect(wrongs).toEqual([]);
});

describe('a name', () => {
  const headOf = async (path: string): Promise<{ marks: (string | null)[]; note: boolean }> => {
    const { page, open } = await visit();
    await open(path);
    const marks = await page
      .locator('h1 .other-language')
      .evaluateAll((all) => all.map((one) => one.getAttribute('lang')));
    return { marks, note: await page.locator('.language-note').isVisible() };
  };

  test('that there is in French has no mark', async () => {
    expect((await headOf('/entity/psac?lang=fr')).marks).toEqual([]);
  });

  test('of a person has none', async () => {
    expect((await headOf('/entity/tony-clement?lang=fr')).marks).toEqual([]);
  });

  test('that is English alone has one, and a sign that can be seen', async () => {
    const { page, open } = await visit();
    await open('/entity/federal-sick-leave-dispute?lang=fr');
    const name = page.locator('h1 .other-language');
    expect(await name.getAttribute('lang')).toBe('en');
    expect(await name.getAttribute('title')).toContain('n’existe pas en français');
    expect(await name.evaluate((one) => getComputedStyle(one, '::after').content)).toBe('"en"');
  });

  test('has none on an English page, nor is there a note', async () => {
    expect(await headOf('/entity/federal-sick-leave-dispute?lang=en')).toEqual({ marks: [], note: false });
  });

  test('that is French alone has one on an English page', async () => {
    const { page, open } = await visit();
    await page.route(isQuestion, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replaceAll('"nameLanguage":"EN"', '"nameLanguage":"FR"');
      await route.fulfill({ response: answer, body });
    });
    await open('/entity/federal-sick-leave-dispute?lang=en');
    expect(await page.locator('h1 .other-language').getAttribute('lang')).toBe('fr');
    await page.getByText('have no English version').waitFor();
  });
});
