/** What changed, what was corrected, what was known when: pages of a graph that three people have changed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/curation/apply.ts';
import type { Database } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { startService } from '../../src/server/start.ts';
import { makeTemplate, openMigrated, type Template } from '../database.ts';
import { seedBase } from '../network/second.ts';
import { launchBrowser, settled, visit as visitService, watchShifts } from './browser.ts';

launchBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let template: Template;
let database: Database;
let service: { readonly url: string; readonly stop: () => Promise<void> };
let relationship: string;
beforeAll(async () => {
  template = await makeTemplate();
  database = await openMigrated(undefined, template.name);
  await seedBase(database);
  await applied(union, 'Say what sort of union it is');
  await database.prisma.$executeRaw`UPDATE "Entity" SET "summary" = 'Somebody.' WHERE "id" = 'ann'`;
  await applied('', 'Forget the bill', ['bill']);
  const [first] = await database.prisma.relationship.findMany({ take: 1 });
  relationship = first?.id ?? '';
  const log = (line: string, error: unknown) => console.error(line, error);
  service = await startService(database, { host: 'localhost', port: 0, log });
});
afterAll(async () => {
  await service.stop();
  await database.close();
  await template.remove();
});

const union = `
- id: example-union
  kind: UNION
  type: NATIONAL
  names: {en: {preferred: Example Union}}
  summary: A trade union.
  evidence:
    - {at: news-1/1, cues: [example union, "22,000"]}
`;

async function applied(yaml: string, message: string, remove: readonly string[] = []): Promise<void> {
  await apply(database.prisma, { source: readSource('edit.yaml', yaml), remove, author: 'Ann Reporter', message });
}

const visit = async (options: BrowserContextOptions = {}) => await visitService(options, new URL(service.url).origin);

const violationsOn = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
};

/** The text of a part, its white space as one sees it. */
const textOf = async (page: Page, part: string): Promise<string> =>
  (await page.locator(part).innerText()).replace(/\s+/g, ' ');

const pages = {
  changes: () => '/changes',
  corrections: () => '/changes?view=corrections',
  change: () => '/changes/2',
  first: () => '/changes/1',
  removal: () => '/changes/4',
  history: () => '/entity/example-union/history',
  'history of a relationship': () => `/relationship/${encodeURIComponent(relationship)}/history`,
  past: () => '/?knownAt=1&asOf=2015-05-12',
  'nothing then': () => '/?knownAt=99',
} as const;

describe.each(Object.entries(pages))('the page: %s', (_, pathOf) => {
  test.each([
    ['en', 'light', { width: 1280, height: 900 }],
    ['fr', 'dark', { width: 360, height: 740 }],
  ] as const)(
    'has nothing for axe, nor any error, shifts little and fits, in %s',
    async (lang, colorScheme, viewport) => {
      const { page, open, wrongs } = await visit({ colorScheme, viewport });
      await page.addInitScript(watchShifts);
      const path = pathOf();
      await open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(await page.evaluate('window.shift')).toBeLessThan(0.1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
      expect(await violationsOn(page)).toEqual([]);
      expect(wrongs).toEqual([]);
    },
  );
});

describe.each([
  {
    ...{ lang: 'en', past: 'Written directly to the database; no reason was given', records: 'records edited' },
    ...{ summary: 'Summary', before: 'Before', after: 'After', changed: 'Changed', removed: 'Removed' },
    ...{ gone: 'no longer in the graph', back: 'Back to the present', changes: 'What changed' },
    correction: /Summary: Until \w+ \d+, \d{4}, we said A union; it is A trade union\./,
    ...{ reason: 'Reason: Say what sort of union it is', viewing: /As known on .*: version 1 of the data/ },
    ...{ history: 'History', cite: 'Cite', nothing: 'Nothing is kept for “99”' },
  },
  {
    ...{ lang: 'fr', past: 'Écrit directement dans la base de données, sans motif indiqué' },
    ...{ records: 'modification de fiches', summary: 'Résumé', before: 'Avant', after: 'Après' },
    ...{ changed: 'Modification', removed: 'Retrait', gone: 'ne figure plus dans le graphe' },
    ...{ back: 'Revenir au présent', changes: 'Ce qui a changé' },
    correction: /Résumé : Jusqu’au .* \d{4}, nous disions A union; il faut lire A trade union\./,
    ...{ reason: 'Motif : Say what sort of union it is', viewing: /Tel que connu le .* : version 1 des données/ },
    ...{ history: 'Historique', cite: 'Citer', nothing: 'Rien n’est conservé pour «\u00a099\u00a0»' },
  },
])('in $lang', (said) => {
  test('the changes are listed, the last first, from the version in the footer', async () => {
    const { page, open, wrongs } = await visit();
    await open(`/?lang=${said.lang}`);
    await page.getByRole('contentinfo').getByRole('link', { name: said.changes }).click();
    await settled(page);
    expect(await page.locator('.changesets h3').allInnerTexts()).toEqual([
      ...['Forget the bill', said.past, 'Say what sort of union it is'],
      expect.stringMatching(/^Seed files /),
    ]);
    expect(await page.locator('.changesets li').first().innerText()).toMatch(/Version 4[\s·]+.*2\d{3}.*UTC/);
    const second = await textOf(page, '.changesets li:nth-child(3)');
    expect(second).toContain('Ann Reporter');
    expect(second).toContain(said.records);
    expect(wrongs).toEqual([]);
  });

  test('a change is told field by field, before and after', async () => {
    const { page, open } = await visit();
    await open(`/changes?lang=${said.lang}`);
    await page.getByRole('link', { name: 'Say what sort of union it is' }).click();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/changes/2');
    const changed = page
      .locator('.fact-changes > li', { has: page.locator('a[href*="/entity/example-union"]') })
      .first();
    expect((await changed.innerText()).replace(/\s+/g, ' ')).toContain(said.changed);
    const summary = changed.locator('.fields > div', { hasText: said.summary });
    expect((await summary.innerText()).replace(/\s+/g, ' ')).toMatch(
      new RegExp(`${said.before} A union\\..*${said.after} A trade union\\.`),
    );
  });

  test('what was removed is called as it was, and leads to its history', async () => {
    const { page, open } = await visit();
    await open(`/changes/4?lang=${said.lang}`);
    const bill = page.locator('.fact-changes > li', { hasText: said.gone }).first();
    expect(await bill.innerText()).toContain(said.removed);
    await bill.locator('h3 a').first().click();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/entity/bill/history');
    expect(await page.locator('.changesets > li').count()).toBe(2);
  });

  test('a correction says what we said until when, what it is, and why', async () => {
    const { page, open } = await visit();
    await open(`/changes?view=corrections&lang=${said.lang}`);
    const text = (await textOf(page, '.corrections')).replaceAll('\u00a0', ' ');
    expect(text).toMatch(said.correction);
    expect(text).toContain(said.reason);
    // What came or went was not said otherwise before, and what somebody wrote past the program gives no reason.
    expect(text).not.toContain('Somebody');
    expect(text).not.toContain('Forget the bill');
  });

  test('an entity leads to its history', async () => {
    const { page, open } = await visit();
    await open(`/entity/example-union?lang=${said.lang}`);
    await page.locator('.ways').getByRole('link', { name: said.history }).click();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/entity/example-union/history');
    expect(await page.locator('.changesets > li').count()).toBe(2);
    expect(await page.locator('.entity-head').innerText()).toContain('Example Union');
    expect(await page.title()).toBe(
      `${said.history}${said.lang === 'fr' ? '\u00a0' : ''}: Example Union · Labourgraph`,
    );
  });

  test('the page as it was known says so, keeps to it from link to link, and leads back', async () => {
    const { page, open, wrongs } = await visit();
    await open(`/entity/example-union?knownAt=1&lang=${said.lang}`);
    expect((await textOf(page, '.viewing')).replaceAll('\u00a0', ' ')).toMatch(said.viewing);
    expect(await textOf(page, '.entity-head')).toContain('A union.');
    expect(await page.locator('nav a[href^="/export/"]').getAttribute('href')).toBe('/export/?knownAt=1');
    expect(await page.locator('footer').innerText()).toMatch(/\b1 ·/);
    await page.locator('#related a.entity').first().click();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('knownAt')).toBe('1');
    await page.goBack();
    await settled(page);
    await page.getByRole('button', { name: said.back }).click();
    await page.getByText('A trade union.').first().waitFor();
    expect(await page.locator('.viewing').count()).toBe(0);
    expect(await page.locator('nav a[href^="/export/"]').getAttribute('href')).toBe('/export/');
    expect(wrongs).toEqual([]);
  });

  test('a version that there is not is said to be none', async () => {
    const { page, open } = await visit();
    await open(`/?knownAt=99&lang=${said.lang}`);
    await page.getByText(said.nothing, { exact: false }).waitFor();
    expect(await page.locator('main').innerText()).toBe('');
    await page.getByRole('button', { name: said.back }).click();
    await page.locator('#in-graph').waitFor();
  });
});

test('what is gone is there as it was known, also in lists, in the search and as CSV', async () => {
  const { page, open } = await visit();
  await open('/list?kinds=LEGISLATION');
  expect(await page.locator('#list a[href*="/entity/bill"]').count()).toBe(0);
  await open('/list?kinds=LEGISLATION&knownAt=3');
  await page.locator('#list a[href*="/entity/bill?"]').waitFor();
  await page.locator('#list .tools summary').click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#list').getByRole('button', { name: 'Table as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('list-version-3.csv');
  expect(readFileSync(await file.path(), 'utf8')).toContain('\nbill,');
  await open('/search?q=bill&knownAt=3');
  await page.locator('.results a[href*="/entity/bill?"]').first().waitFor();
  await open('/entity/bill?knownAt=3');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toContain('no such');
});

test('each question of a page of the past is asked of the past', async () => {
  const { page, open } = await visit();
  const asked: string[] = [];
  page.on('request', (request) => {
    const query = /"query":"([^"]*)/.exec(request.postData() ?? '')?.[1];
    if (query !== undefined) asked.push(query);
  });
  await open('/entity/ann?knownAt=2');
  await open('/map?of=ann&knownAt=2');
  expect(asked.length).toBeGreaterThan(1);
  expect(
    asked.filter((query) => !query.includes('@knownAt(version:2)') && !query.includes('@knownAt(version: 2)')),
  ).toEqual([]);
});

test('a citation leads to the answer as it was', async () => {
  const { page, open } = await visit();
  await open('/entity/ann');
  await page.locator('#related .tools summary').click();
  await page.locator('#related').getByRole('button', { name: 'Cite' }).click();
  const text = await page.getByRole('textbox', { name: 'Cite' }).inputValue();
  expect(text).toContain('data version 4');
  const [address = ''] = /http\S+?(?=;)/.exec(text) ?? [];
  expect(new URL(address).searchParams.get('knownAt')).toBe('4');
  await page.goto(address);
  await settled(page);
  await page.getByText('version 4 of the data').waitFor();
});

test('the day as known on which the page is shown is chosen beside the other day', async () => {
  const { page, open, wrongs } = await visit();
  await open('/entity/ann');
  await page.getByRole('button', { name: 'As known on' }).click();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('As known on', { exact: true }).and(page.locator('input')).fill('2020-01-01');
  await page.locator('.viewing').waitFor();
  expect(new URL(page.url()).searchParams.get('knownAt')).toBe('2020-01-01');
  expect(wrongs).toEqual([]);
});

test('sources lead to the history of what they are for', async () => {
  const { page, open } = await visit();
  await open('/entity/example-union');
  await page.locator('#related button.sources').first().click();
  await page.getByRole('dialog').getByRole('link', { name: 'History' }).click();
  await settled(page);
  expect(new URL(page.url()).pathname).toMatch(/^\/relationship\/.+\/history$/);
  await page.locator('.changesets > li').first().waitFor();
});

test('the page of what was removed leads to its history', async () => {
  const { page, open } = await visit();
  await open('/entity/bill?knownAt=4');
  await page.getByRole('link', { name: 'If it was removed' }).click();
  await settled(page);
  expect(new URL(page.url()).pathname).toBe('/entity/bill/history');
  await page.locator('.changesets > li').getByText('Forget the bill').waitFor();
});
