import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseItemKeys } from "#app/inventory/choose-item-keys.ts";

const seed = 20261121;
const item = (inventoryItemId: string, sku: string) => ({ inventoryItemId, sku });

describe("item keys", () => {
  it("are the SKU, or the id where the SKU is empty, repeated or another's", () => {
    const items = [item("1", "A"), item("2", "A"), item("3", ""), item("4", "B")];
    const keys = chooseItemKeys(items, [{ inventoryItemId: "9", key: "B" }]);
    expect(Object.fromEntries(keys)).toEqual({ "1": "A", "2": "#2", "3": "#3", "4": "#4" });
  });

  it("stay with the item that has them", () => {
    const known = [
      { inventoryItemId: "2", key: "A" },
      { inventoryItemId: "1", key: "#1" },
    ];
    const keys = chooseItemKeys([item("1", "A"), item("2", "A")], known);
    expect(Object.fromEntries(keys)).toEqual({ "1": "#1", "2": "A" });
  });

  it("can be swapped", () => {
    const known = [
      { inventoryItemId: "1", key: "A" },
      { inventoryItemId: "2", key: "B" },
    ];
    const keys = chooseItemKeys([item("1", "B"), item("2", "A")], known);
    expect(Object.fromEntries(keys)).toEqual({ "1": "B", "2": "A" });
  });

  it(`are unique, whatever SKUs a merchant writes (seed ${seed})`, () => {
    const skus = fc.array(fc.constantFrom("", "A", "B", "C"), { maxLength: 12 });
    fc.assert(
      fc.property(skus, skus, (incoming, others) => {
        const items = incoming.map((sku, index) => item(`i${index}`, sku));
        const taken = [...new Set(others.filter((sku) => sku !== ""))];
        const known = taken.map((key, index) => ({ inventoryItemId: `o${index}`, key }));
        const keys = [...chooseItemKeys(items, known).values(), ...taken];
        expect(new Set(keys).size).toBe(items.length + taken.length);
      }),
      { seed },
    );
  });
});
