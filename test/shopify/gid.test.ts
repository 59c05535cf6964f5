import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gid, numericId } from "#app/shopify/gid.ts";

const seed = 20261121;

describe("global ids", () => {
  it(`keep every digit, beyond 2^53 too (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n }), (id) => {
        expect(numericId(gid("Order", String(id)))).toBe(String(id));
      }),
      { seed },
    );
  });

  it("lose the parameters an inventory level carries", () => {
    expect(numericId("gid://shopify/InventoryLevel/12?inventory_item_id=34")).toBe("12");
  });

  it.each(["", "12", "gid://shopify/Order/", "gid://shopify/Order/12x", "gid://other/Order/1"])(
    "are refused when malformed: %j",
    (text) => {
      expect(() => numericId(text)).toThrow("Not a Shopify global id");
    },
  );
});
