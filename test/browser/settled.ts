import type { Page } from 'playwright-core';

/** Waits until nothing on the page is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.waiting, [aria-busy="true"]').first().waitFor({ state: 'detached' });
}
