/** How the page asks: by GET and by hashes, so that the browser keeps the answers. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { isQuestion, launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

/** Notes the questions of a page, with the status that the service answered each with. */
function questionsOf(page: Page): { method: string; address: string; status: number }[] {
  const found: { method: string; address: string; status: number }[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    const address = url.pathname + url.search;
    if (isQuestion(url)) found.push({ method: response.request().method(), address, status: response.status() });
  });
  return found;
}

/** How many operations the service has worked on, and how many it has answered as unchanged. */
async function counts(): Promise<{ worked: number; unchanged: number }> {
  const text = await (await fetch(new URL('/metrics', inject('withTexts')))).text();
  const sum = (name: string): number =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\d+)$`, 'gm'))].reduce(
      (all, [, one]) => all + Number(one),
      0,
    );
  return { worked: sum('labourgraph_requests_total'), unchanged: sum('labourgraph_unchanged_total') };
}

test.each(['/', '/entity/psac', '/list?kinds=EVENT'])(
  '%s asks by GET what the service has seen before',
  async (path) => {
    const first = await visit();
    await first.open(path);
    expect(first.wrongs).toEqual([]);
    const { page, open, wrongs } = await visit();
    const questions = questionsOf(page);
    await open(path);
    expect(questions.length).toBeGreaterThan(0);
    for (const { method, address } of questions) {
      expect(method).toBe('GET');
      expect(address).toContain('persistedQuery');
      expect(address.length).toBeLessThan(2_048);
    }
    expect(wrongs).toEqual([]);
  },
);

describe('a page that is visited again', () => {
  test('is told that all it asked still holds, and shows the same', async () => {
    const { page, open } = await visit();
    // The first visit may send the texts of the queries; what it is answered then, no browser keeps.
    await open('/list?kinds=EVENT');
    await page.reload();
    await settled(page);
    const shown = await page.locator('main').innerText();
    const before = await counts();
    const questions = questionsOf(page);
    await page.reload();
    await settled(page);
    const after = await counts();
    expect(after.unchanged - before.unchanged).toBe(questions.length);
    expect(after.worked - before.worked).toBe(0);
    expect(await page.locator('main').innerText()).toBe(shown);
  });
});

test('an error of what is asked says what happened, and is asked again', async () => {
  const { page, open } = await visit();
  let broken = 0;
  await page.route(isQuestion, async (route) => {
    if (broken >= 3) return await route.continue();
    broken++;
    await route.fulfill({
      status: 503,
      headers: { 'retry-after': '1', 'content-type': 'application/graphql-response+json' },
      body: JSON.stringify({ errors: [{ message: 'busy', extensions: { code: 'OVERLOADED' } }] }),
    });
  });
  await open('/entity/psac');
  await expect.poll(() => broken, { timeout: 20_000 }).toBe(3);
  await expect.poll(async () => await page.getByRole('alert').count(), { timeout: 20_000 }).toBe(0);
  await page.getByRole('heading', { level: 1, name: 'Public Service Alliance of Canada' }).waitFor();
});
