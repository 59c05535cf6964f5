import type { FrameLocator } from "playwright-core";

/** Labels of the frame's fields that tell assistive technology they are wrong, in page order. */
export async function listInvalidFields(frame: FrameLocator): Promise<string[]> {
  const fields = frame.locator("[aria-invalid=true]");
  return fields.evaluateAll((found) =>
    found.map((field) => (field as HTMLInputElement).labels?.[0]?.textContent ?? ""),
  );
}
