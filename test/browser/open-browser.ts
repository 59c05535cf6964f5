import chromium from "@sparticuz/chromium";
import type { Browser } from "playwright-core";
import { chromium as browserType } from "playwright-core";

/** Headless Chromium from its npm package. */
export async function openBrowser(): Promise<Browser> {
  return browserType.launch({
    executablePath: await chromium.executablePath(),
    // In a single process the package's own default, a second window brings the first one down.
    args: [...chromium.args.filter((flag) => flag !== "--single-process"), "--no-sandbox"],
  });
}
