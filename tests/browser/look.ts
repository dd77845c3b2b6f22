// What every page must be, whoever made it: no finding of axe, and nothing wider than the window, on a phone and a desk, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WINDOWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/** Opens `path` in each window and theme and looks. `ready` waits for what the page shows last. */
export async function expectFineEverywhere(
  page: Page,
  path: string,
  ready: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    for (const window of WINDOWS) {
      const where = `${path}, ${theme}, ${window.width}`;
      await page.setViewportSize(window);
      const { origin } = new URL(page.url() === 'about:blank' ? 'http://localhost' : page.url());
      await page.context().addCookies([{ name: 'theme', value: theme, url: origin }]);
      await page.goto(path);
      await expect(page.locator('html'), where).toHaveAttribute('data-theme', theme);
      await ready(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
      );
      expect(found, `axe on ${where}`).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `wider than the window: ${where}`).toBe(0);
    }
  }
}
