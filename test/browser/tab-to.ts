import type { FrameLocator, Page } from "playwright-core";

const mostPresses = 60;

/** Presses Tab until the focus is on the frame's control of this name; throws when it never comes there. */
export async function tabTo(page: Page, frame: FrameLocator, name: string): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = frame.locator(":focus");
    if ((await focused.count()) === 0) continue;
    if ((await focused.evaluate(nameOf)) === name) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

function nameOf(element: Element): string {
  const label = (element as HTMLInputElement).labels?.[0] ?? element;
  return (label.textContent ?? "").trim();
}
