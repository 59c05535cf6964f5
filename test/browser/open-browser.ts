import chromium from "@sparticuz/chromium";
import type { Browser } from "playwright-core";
import { chromium as browserType } from "playwright-core";

/** Headless Chromium from its npm package, with web security on: the package's own flags turn it off. */
export async function openBrowser(): Promise<Browser> {
  return browserType.launch({
    executablePath: await chromium.executablePath(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
