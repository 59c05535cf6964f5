import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { findSeriousDefects } from "./run-axe.ts";

/** Nothing serious for axe, nothing to scroll sideways, on a phone and on a desk. */
export async function expectSound(page: Page, appUrl: string): Promise<void> {
  const frame = findAppFrame(page, appUrl);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findSeriousDefects(frame)).toEqual([]);
    const overflow = await frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
}

function findAppFrame(page: Page, appUrl: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(appUrl));
  if (!frame) throw new Error("the admin frames no app");
  return frame;
}
