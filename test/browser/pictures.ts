/** Takes the pictures of the README anew, of a service that runs: `npm run pictures -- http://localhost:4000`. */
import { chromium } from 'playwright-core';
import { settled } from './settled.ts';

const folder = new URL('../../src/dashboard/screenshots/', import.meta.url).pathname;
const origin = process.argv[2] ?? 'http://localhost:4000';
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const pictures = [
  { name: 'overview', path: '/', height: 860, part: null, dark: false },
  { name: 'gap', path: '/entity/alberta-round-2013-14', height: 860, part: '#gap', dark: false },
  { name: 'map', path: '/map?of=psac', height: 1000, part: null, dark: true },
] as const;

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
for (const { name, path, height, part, dark } of pictures) {
  const page = await browser.newPage({
    ...{ locale: 'en-CA', viewport: { width: 1280, height }, colorScheme: dark ? 'dark' : 'light' },
  });
  await page.goto(origin + path);
  await settled(page);
  // The entities of a map come to rest.
  if (name === 'map') await page.waitForTimeout(4_000);
  const file = { path: `${folder}${name}.png` };
  await (part === null ? page.screenshot(file) : page.locator(part).screenshot(file));
  await page.close();
}
await browser.close();
