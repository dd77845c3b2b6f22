// What every page must be, whoever made it: no finding of axe, and nothing wider than the window, on a phone and a desk, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WINDOWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/**
 * Opens `path` and looks at it in each window and theme. The page is left light, in the widest window.
 */
export async function expectFineEverywhere(page: Page, path: string): Promise<void> {
  await page.setViewportSize(WINDOWS[0]);
  await page.goto(path);
  await expectFine(page, path);
}

/**
 * Looks at the page as it stands, in each window and theme. The dark theme changes colours only, so
 * there only contrasts are asked for. `where` names it when something is found.
 */
export async function expectFine(page: Page, where: string): Promise<void> {
  // Colours on their way from one theme to the other are nobody's fault.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const window of WINDOWS) {
    await page.setViewportSize(window);
    for (const theme of ['dark', 'light'] as const) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      const axe = new AxeBuilder({ page });
      if (theme === 'dark') axe.withRules('color-contrast');
      expect(await findings(axe), `axe on ${where}, ${theme}, ${window.width}`).toEqual([]);
    }
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, `wider than the window: ${where}, ${window.width}`).toBe(0);
  }
}
