/** How the page asks: by GET where the address stays short, so that the browser keeps the answer. */
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

test.each(['/', '/entity/psac', '/list?kinds=EVENT'])('%s asks by GET what makes a short address', async (path) => {
  const { page, open, wrongs } = await visit();
  const questions = questionsOf(page);
  await open(path);
  const byGet = questions.filter(({ method }) => method === 'GET');
  expect(byGet.length).toBeGreaterThan(1);
  for (const { address } of byGet) expect(address.length).toBeLessThan(2_048);
  expect(questions.filter(({ method, address }) => method === 'POST' && address !== '/graphql')).toEqual([]);
  expect(wrongs).toEqual([]);
});

describe('a page that is visited again', () => {
  test('is told that what it asked by GET still holds, and shows the same', async () => {
    const { page, open } = await visit();
    const questions = questionsOf(page);
    await open('/list?kinds=EVENT');
    const byGet = questions.filter(({ method }) => method === 'GET').length;
    const shown = await page.locator('main').innerText();
    const before = await counts();
    await page.reload();
    await settled(page);
    const after = await counts();
    expect(after.unchanged - before.unchanged).toBe(byGet);
    expect(after.worked - before.worked).toBe(questions.length / 2 - byGet);
    expect(await page.locator('main').innerText()).toBe(shown);
  });
});

test.each(['GET', 'POST'])('an error of a question by %s says what happened, and is asked again', async (method) => {
  const { page, open } = await visit();
  let broken = 0;
  await page.route(isQuestion, async (route) => {
    if (route.request().method() !== method || broken >= 3) return await route.continue();
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
