/** How much a page asks for, and how still it stands while its parts come. How long that takes is for the bench. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/generated/operations/graphql.ts';
import { isQuestion, launchBrowser, settled, visit } from './browser.ts';

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

/** An entity of each kind of which there are any. */
const entities: Readonly<Record<Exclude<Kind, 'COURT'>, string>> = {
  ADMINISTRATION: 'redford-administration',
  ARTICLE: 'cbc-2016-01',
  BARGAINING_ROUND: 'alberta-round-2013-14',
  BARGAINING_UNIT: 'aupe-government-workers',
  CLAIM: 'claim-sick-leave-savings-900m',
  COLLECTIVE_AGREEMENT: 'aupe-agreement-to-2013',
  DISPUTE: 'federal-sick-leave-dispute',
  EVENT: 'psac-talks-2015-05',
  GOVERNMENT: 'government-of-canada',
  ISSUE: 'sick-leave',
  JURISDICTION: 'canada',
  LEGAL_CHALLENGE: 'aupe-charter-challenge',
  LEGISLATION: 'bill-c-59-2015',
  NEWS_OUTLET: 'cbc-news',
  OCCUPATIONAL_GROUP: 'federal-public-servants',
  OFFICE: 'president-of-psac',
  PERSON: 'tony-clement',
  POLITICAL_PARTY: 'conservative-party-of-canada',
  PROPOSAL: 'aupe-first-demand',
  PUBLIC_BODY: 'treasury-board',
  STATEMENT: 'statement-clement-savings',
  UNION: 'psac',
};

/** Pages of every kind, and what an address can make of them. */
const addresses = [
  ...Object.values(entities).map((id) => `/entity/${id}`),
  ...['/entity/no-such-entity', '/entity/tony-clement?asOf=2015-05-07', '/entity/psac?lang=fr'],
  ...['/', '/?asOf=2015-05-07', '/?asOf=never', '/list', '/list?kinds=CLAIM', '/search?q=sick+leave'],
  ...['/map', '/map?of=psac&chosen=psac', '/path', '/path?from=alison-redford&to=guy-smith'],
  ...['/explorer', '/export/', '/embed/?panel=events', '/embed/entity/psac?panel=around', '/embed/no-such-page'],
];

const watchShifts = `
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** On a fast line all comes at once, and nothing has the time to move. */
async function slowDown(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Network.enable');
  const line = { latency: 100, downloadThroughput: 2_000_000, uploadThroughput: 2_000_000 };
  await protocol.send('Network.emulateNetworkConditions', { offline: false, ...line });
}

/** Scrolls to the foot of a page as a reader does. */
const readOn = `(async () => {
  for (let at = 0; at < document.body.scrollHeight; at += innerHeight) {
    scrollTo(0, at);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
})()`;

describe.each([
  ['a desktop', { width: 1280, height: 900 }],
  ['a phone', { width: 360, height: 740 }],
])('on %s', (_, viewport) => {
  test.each(addresses)('%s shifts by less than a tenth', async (path) => {
    const { page, open } = await visit({ viewport });
    await page.addInitScript(watchShifts);
    await slowDown(page);
    await open(path);
    await page.evaluate(readOn);
    await settled(page);
    expect(await page.evaluate('window.shift')).toBeLessThan(0.1);
  });
});

test('the small map is drawn once the reader comes near', async () => {
  const { page, open } = await visit();
  await open('/entity/psac');
  const map = page.locator('#around');
  expect(await map.locator('canvas').count()).toBe(0);
  const { height } = (await map.boundingBox()) ?? {};
  await map.scrollIntoViewIfNeeded();
  await map.getByRole('img').locator('canvas').first().waitFor();
  expect((await map.boundingBox())?.height).toBe(height);
});
