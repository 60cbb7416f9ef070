/** A browser for the tests of a file, and pages that note whatever should not have happened on them. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { settled } from './settled.ts';

export { settled };

let browser: Browser;

/** Debian's; another is named by CHROMIUM. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Opens a browser before the tests of a file and closes it after them. */
export function launchBrowser(): void {
  beforeAll(async () => {
    // The sandbox needs rights that a container does not give; the pages are our own.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
  });
  afterAll(async () => await browser.close());
}

/** Whether GraphQL is asked at an address: of a question by GET, that holds the question too. */
export const isQuestion = ({ pathname }: URL): boolean => pathname === '/graphql';

export interface Visit {
  readonly page: Page;
  /** What went wrong on the page so far: errors, breaches of the content security policy, requests to elsewhere. */
  readonly wrongs: string[];
  /** Goes to an address of the service. */
  readonly open: (path: string) => Promise<void>;
}

/** Opens an empty page, closed after the test. @param origin of the service to visit. */
export async function visit(options: BrowserContextOptions = {}, origin = inject('withTexts')): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-CA', viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(async () => await context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const wrongs: string[] = [];
  page.on('pageerror', (error) => wrongs.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith('http')) wrongs.push(`asked elsewhere: ${url.href}`);
  });
  return {
    page,
    wrongs,
    open: async (path) => {
      await page.goto(origin + path);
      await settled(page);
    },
  };
}

/** A script that sums up in `window.shift` how far what is shown on a page moves while it loads. */
export const watchShifts = `
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;
