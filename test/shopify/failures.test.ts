import { describe, expect, it } from "vitest";
import {
  interpretBreak,
  interpretErrors,
  interpretStatus,
} from "#app/shopify/interpret-failure.ts";
import { toResult } from "#app/shopify/mutation-result.ts";

describe("what a failure means", () => {
  it.each([
    [401, "unauthorized", "never", false],
    [402, "shop_unavailable", "later", false],
    [403, "http_403", "never", false],
    [404, "shop_unavailable", "later", false],
    [423, "shop_unavailable", "later", false],
    [429, "http_429", "later", false],
    [500, "unavailable", "later", true],
    [503, "unavailable", "later", true],
  ] as const)("of a write, HTTP %i: %s, retry %s", (status, code, retry, outcomeUnknown) => {
    expect(interpretStatus(status, true)).toMatchObject({ code, retry, outcomeUnknown });
    expect(interpretStatus(status, false)).toMatchObject({ code, outcomeUnknown: false });
  });

  it("a broken connection leaves a write unknown, a read merely undone", () => {
    const broken = new TypeError("fetch failed");
    expect(interpretBreak(broken, true)).toMatchObject({ code: "network", outcomeUnknown: true });
    expect(interpretBreak(broken, false)).toMatchObject({ outcomeUnknown: false, retry: "later" });
    const slow = new DOMException("too slow", "TimeoutError");
    expect(interpretBreak(slow, true)).toMatchObject({ code: "timeout", outcomeUnknown: true });
  });

  it.each([
    ["THROTTLED", "later", false],
    ["INTERNAL_SERVER_ERROR", "later", true],
    ["ACCESS_DENIED", "never", false],
    ["MAX_COST_EXCEEDED", "never", false],
  ] as const)("%s: retry %s", (code, retry, outcomeUnknown) => {
    const errors = [{ message: "No.", extensions: { code } }];
    expect(interpretErrors(errors, true)).toMatchObject({ code, retry, outcomeUnknown });
  });
});

describe("user errors", () => {
  const error = (code?: string) => ({ field: ["id"], message: "No.", ...(code ? { code } : {}) });

  it("are returned word for word, without a code where Shopify has none", () => {
    expect(toResult([error(), error("TAKEN")], () => ({}))).toEqual({
      ok: false,
      errors: [
        { field: ["id"], message: "No.", code: null },
        { field: ["id"], message: "No.", code: "TAKEN" },
      ],
    });
  });

  it.each(["IDEMPOTENCY_CONCURRENT_REQUEST", "SERVICE_UNAVAILABLE"])(
    "that only mean not now are thrown: %s",
    (code) => {
      expect(() => toResult([error(code)], () => ({}))).toThrow(
        expect.objectContaining({ code, retry: "later", outcomeUnknown: true }) as Error,
      );
    },
  );
});
