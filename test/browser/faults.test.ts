/** A service that stops, is slow, or answers with an error: the page says so and recovers. */
import { expect, inject, test } from 'vitest';
import { isQuestion, launchBrowser, visit } from './browser.ts';

launchBrowser();

test('a service that stops answering is said to, and the page recovers by itself when it is back', async () => {
  const { page, open } = await visit();
  await open('/');
  let away = true;
  await page.route(isQuestion, async (route) =>
    away ? await route.abort('connectionrefused') : await route.continue(),
  );
  await page.getByRole('link', { name: 'Lists', exact: true }).click();
  await page.getByText('The service is not responding.', { exact: false }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Federal sick-leave dispute' }).count()).toBe(0);
  away = false;
  await page.getByRole('row').nth(1).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('what was read before stays on the page while the service is away', async () => {
  const { page, open } = await visit();
  await open('/list?kinds=UNION');
  await page.route(isQuestion, async (route) => await route.abort('connectionrefused'));
  await page.getByLabel('Sort by').selectOption({ label: 'id' });
  await page.getByText('What is shown was read before', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'Public Service Alliance of Canada' }).waitFor();
});

test('a service that is busy is said to be, and asked again', async () => {
  const { page, open } = await visit();
  let asked = 0;
  await page.route(isQuestion, async (route) => {
    asked++;
    if (asked > 3) return await route.continue();
    await route.fulfill({
      status: 503,
      headers: { 'retry-after': '1' },
      json: { errors: [{ message: 'busy', extensions: { code: 'BUSY' } }] },
    });
  });
  await open('/entity/psac');
  await page.getByRole('heading', { level: 1, name: 'Public Service Alliance of Canada' }).waitFor();
});

test('a slow answer is waited for, and said to be slow', async () => {
  const { page } = await visit();
  await page.route(isQuestion, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  await page.goto(`${inject('withTexts')}/entity/psac`);
  await page.getByText('This takes longer than usual.', { exact: false }).first().waitFor();
  await page.getByRole('heading', { level: 1, name: 'Public Service Alliance of Canada' }).waitFor();
});

test('an answer with an error says what happened and what to quote, and is asked again on demand', async () => {
  const { page, open } = await visit();
  let broken = true;
  await page.route(isQuestion, async (route) => {
    if (!broken) return await route.continue();
    const extensions = { code: 'INTERNAL_SERVER_ERROR', correlationId: '5f0c2c1e' };
    await route.fulfill({ json: { errors: [{ message: 'Something went wrong on our side.', extensions }] } });
  });
  await open('/entity/psac');
  await page.getByText('Something went wrong on our side.', { exact: false }).first().waitFor();
  await page.getByText('5f0c2c1e', { exact: false }).first().waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Retry' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Public Service Alliance of Canada' }).waitFor();
});
