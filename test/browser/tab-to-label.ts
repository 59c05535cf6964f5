import type { FrameLocator, Page } from "playwright-core";

const mostPresses = 120;

/** Presses Tab until the focus is on the frame's control of this spoken name: buttons that show a picture. */
export async function tabToLabel(page: Page, frame: FrameLocator, label: string): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focusedLabel(frame)) === label) return;
  }
  throw new Error(`Tab never reached ${label}`);
}

/** The spoken name of the control that has the focus; null when none has. */
export async function focusedLabel(frame: FrameLocator): Promise<string | null> {
  const focused = frame.locator(":focus");
  return (await focused.count()) === 0 ? null : focused.getAttribute("aria-label");
}
