/** What a reader would take amiss if it were said otherwise, or could not see. */
import { describe, expect, test } from 'vitest';
import { isQuestion, launchBrowser, visit } from './browser.ts';

launchBrowser();

const phone = { viewport: { width: 400, height: 800 } };

describe('a claim that answers another', () => {
  test.each(['en', 'fr'])('has that one opposite, and is not called uncontested, in %s', async (lang) => {
    const { page, open } = await visit();
    await open(`/entity/tony-clement?lang=${lang}`);
    const claim = page
      .locator('.claims > li')
      .filter({ has: page.locator('.behind h3 [href*="claim-c-59-power-held"]') });
    await claim.locator('.against [href*="/entity/claim-c-59-would-give-power"]').waitFor();
    expect(await claim.locator('.behind [href*="claim-c-59-would-give-power"], .empty').count()).toBe(0);
  });
});

describe('events by month', () => {
  test('fit a phone, in letters that can be read', async () => {
    const { page, open } = await visit(phone);
    await open('/');
    const { room, wide, letters } = await page.locator('#events .scroll').evaluate((scroll) => ({
      room: scroll.clientWidth,
      wide: scroll.scrollWidth,
      letters: scroll.querySelector('.label')?.getBoundingClientRect().height ?? 0,
    }));
    expect(wide).toBeLessThanOrEqual(room);
    expect(letters).toBeGreaterThanOrEqual(11);
  });

  test('say which types share a colour and how many have no month, and name no type without a bar', async () => {
    const { page, open } = await visit();
    await open('/');
    const events = page.locator('#events');
    const legend = (await events.locator('.legend').allInnerTexts()).join('\n');
    expect(legend).toMatch(/bill introduced, budget, law passed/);
    expect(legend).not.toMatch(/concession|…/);
    expect(legend).toMatch(/occurred\nscheduled\n/);
    expect(await events.innerText()).toMatch(/\d+ more events stand in no month/);
  });
});

test('on a phone the day has its label, and the way round is all to be seen', async () => {
  const { page, open } = await visit(phone);
  await open('/');
  const label = await page.locator('.as-of label').boundingBox();
  expect(label?.width).toBeGreaterThan(20);
  const ends = await page
    .locator('header nav a')
    .evaluateAll((links) => links.map((a) => a.getBoundingClientRect().right));
  expect(Math.max(...ends)).toBeLessThanOrEqual(400);
});

describe.each(['en', 'fr'])('on a phone, in %s', (lang) => {
  test.each(['', '&asOf=2015-05-07'])('the header is half as high as it was, with “%s” too', async (day) => {
    const { page, open } = await visit({ viewport: { width: 390, height: 844 } });
    await open(`/?lang=${lang}${day}`);
    expect((await page.locator('header.frame').boundingBox())?.height).toBeLessThanOrEqual(107);
    // What is touched is large enough for a finger.
    const controls = page.locator('header.frame :is(a, button, input)');
    const heights = await controls.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

test('a date is in words wherever a source is named', async () => {
  const { page, open } = await visit();
  await open('/entity/federal-talks-2016-01');
  const sources = page.locator('section[aria-labelledby="sources-title"]');
  expect(await sources.innerText()).toContain('CBC News, January 2016');
  await page.locator('.entity-head button.sources').first().click();
  const source = page.locator('.drawer .where').first();
  expect(await source.innerText()).toContain('January 2016');
});

test.each([
  ['en', '“The minister has the power”'],
  ['fr', '«\u00a0The minister has the power\u00a0»'],
])('titles stand in quotation marks within a sentence, in %s', async (lang, title) => {
  const { page, open } = await visit();
  await open(`/path?from=tony-clement&to=claim-c-59-power-held&lang=${lang}`);
  expect(await page.locator('.sentence').first().innerText()).toContain(title);
});

describe('an article', () => {
  test('is not its own source, and has no timeline or map of itself alone', async () => {
    const { page, open } = await visit();
    await open('/entity/cbc-2015-05-12');
    await page.locator('#coverage').waitFor();
    expect(await page.locator('#timeline, #around').count()).toBe(0);
    expect(await page.locator('[aria-labelledby="sources-title"] [href*="cbc-2015-05-12"]').count()).toBe(0);
  });
});

test('what is known from elsewhere alone names that as its source', async () => {
  const { page, open } = await visit();
  await open('/entity/canadian-press');
  expect(await page.locator('section[aria-labelledby="sources-title"]').innerText()).toContain('as published by');
});

test('the page of a kind that no story is told of yet has panels, and its colour comes last', async () => {
  const { page, open } = await visit();
  await page.route(isQuestion, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"UNION"', '"GUILD"') });
  });
  await open('/entity/psac');
  await page.locator('#claims').waitFor();
  await page.locator('#statements').waitFor();
  await open('/map?of=psac');
  expect(await page.locator('.boxes li').first().innerText()).not.toMatch(/guild/i);
});

test.each(['/list?kinds=EVENT', '/map?of=psac', '/path'])('the controls of %s stand in one line', async (path) => {
  const { page, open } = await visit();
  await open(path);
  const controls = page.locator('.filters').locator('select, input:not([type=checkbox])');
  const tops = await controls.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
});

test('a list of one kind is narrowed by its types and states', async () => {
  const { page, open, wrongs } = await visit();
  await open('/list?kinds=EVENT');
  await page.getByRole('combobox', { name: 'Subtype' }).selectOption('deadline');
  await page.getByRole('status').filter({ hasText: '2 entries' }).waitFor();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('optional');
  await page.getByRole('status').filter({ hasText: '1 entry' }).waitFor();
  expect(new URL(page.url()).search).toBe('?kinds=EVENT&types=DEADLINE&statuses=OPTIONAL');
  await open('/list?kinds=CLAIM');
  expect(await page.getByRole('combobox', { name: 'Subtype' }).count()).toBe(1);
  expect(await page.getByRole('combobox', { name: 'Status' }).count()).toBe(0);
  await open('/list?kinds=PERSON');
  expect(await page.getByRole('combobox', { name: 'Subtype' }).count()).toBe(0);
  expect(wrongs).toEqual([]);
});

test.each([
  ['en', 'start and end not reported by the article; source: Reuters, 18 May 2011'],
  ['fr', 'début et fin non précisés par l’article; source : Reuters, 18 May 2011'],
])('a term of office says that its days come from elsewhere, and from where, in %s', async (lang, words) => {
  const { page, open } = await visit();
  for (const [of, panel] of [
    ['tony-clement', 'offices'],
    ['president-of-the-treasury-board', 'holders'],
    ['treasury-board', 'offices'],
  ]) {
    await open(`/entity/${of}?lang=${lang}`);
    const texts = await page.locator(`#${panel} .left-open`).allInnerTexts();
    expect(texts.join('\n').replaceAll('\u00a0', ' '), of).toContain(words);
  }
  // Who held an office on the day of an article is told by the article.
  await open(`/entity/guy-smith?lang=${lang}`);
  expect(await page.locator('#offices .left-open').count()).toBe(0);
});
