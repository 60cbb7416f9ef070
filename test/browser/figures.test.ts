/** How much a page asks for, and how still it stands while its parts come. How long that takes is for the bench. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isQuestion, launchBrowser, settled, visit, watchShifts } from './browser.ts';

launchBrowser();

/** Notes every request of a page; of questions, the codes of what went wrong. */
function requestsOf(page: Page): { address: URL; method: string; codes: unknown[] }[] {
  const found: { address: URL; method: string; codes: unknown[] }[] = [];
  page.on('response', async (response) => {
    const one = { address: new URL(response.url()), method: response.request().method(), codes: [] as unknown[] };
    found.push(one);
    if (!isQuestion(one.address)) return;
    const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    one.codes.push(...errors.map(({ extensions }) => extensions.code));
  });
  return found;
}

/** Each page, and how often it asks at the most: what is seen first, and what the service does not take as one. */
const pages = {
  overview: ['/', 2],
  union: ['/entity/psac', 4],
  round: ['/entity/alberta-round-2013-14', 6],
  person: ['/entity/tony-clement', 4],
  law: ['/entity/bill-c-59-2015', 6],
  article: ['/entity/cbc-2015-05-12', 4],
} as const;

describe.each(Object.entries(pages))('the page: %s', (_, [path, most]) => {
  test('asks at once for what it can, of which nothing is refused', async () => {
    const { page, open } = await visit();
    // The service may not know the queries by their hashes yet: the second visit tells.
    await open(path);
    const requests = requestsOf(page);
    await page.reload();
    await settled(page);
    const questions = requests.filter(({ address }) => isQuestion(address));
    expect(questions.map(({ method }) => method)).toEqual(questions.map(() => 'GET'));
    expect(questions.flatMap(({ codes }) => codes)).toEqual([]);
    expect(questions.length).toBeLessThanOrEqual(most);
    expect(requests.length - questions.length).toBeLessThanOrEqual(12);
  });
});

describe.each([
  ['a desktop', { width: 1280, height: 900 }],
  ['a phone', { width: 360, height: 740 }],
])('on %s', (_, viewport) => {
  test.each(Object.entries(pages))('%s shifts by less than a tenth', async (_name, [path]) => {
    const { page, open } = await visit({ viewport });
    await page.addInitScript(watchShifts);
    await open(path);
    expect(await page.evaluate('window.shift')).toBeLessThan(0.1);
  });
});
