import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureTrust } from "#app/inventory/pool/measure-trust.ts";
import type { ShelfScopes } from "#app/inventory/pool/resolve-shelf.ts";
import { resolveShelf } from "#app/inventory/pool/resolve-shelf.ts";
import { unitsDoubted, unitsToPromise } from "#app/inventory/units-to-promise.ts";

const silent = { safetyStock: null, pooled: null };
const shoes = { ...silent, name: "Shoes", trustDiscount: null, minTrustPercent: null };
const denver = { name: "Denver", type: "store", safetyStock: null, inPool: true };
const untried = { foundUnits: 0, missingUnits: 0, damagedUnits: 0, rightCounts: 0, wrongCounts: 0 };
const plain: ShelfScopes = {
  shelf: silent,
  item: silent,
  groupPlace: silent,
  group: shoes,
  location: denver,
  shop: {
    safetyStock: 1,
    slowAfterDays: null,
    trustDiscount: false,
    minTrustPercent: 0,
    trustTries: 20,
  },
  tried: untried,
  idleDays: null,
};
const kept = (changes: Partial<ShelfScopes>) => {
  const { safetyStock, safetyFrom } = resolveShelf({ ...plain, ...changes });
  return `${safetyStock} from ${safetyFrom}`;
};

describe("safety stock", () => {
  it("comes from the nearest that says something", () => {
    const location = { ...denver, safetyStock: 3 };
    const group = { ...shoes, safetyStock: 4 };
    const groupPlace = { ...silent, safetyStock: 2 };
    const item = { ...silent, safetyStock: 5 };
    const shelf = { ...silent, safetyStock: 0 };
    expect(kept({})).toBe("1 from the shop");
    expect(kept({ location })).toBe("3 from Denver");
    expect(kept({ location, group })).toBe("4 from group Shoes");
    expect(kept({ location, group, groupPlace })).toBe("2 from group Shoes at Denver");
    expect(kept({ location, group, groupPlace, item })).toBe("5 from this item");
    expect(kept({ location, group, groupPlace, item, shelf })).toBe("0 from this item at Denver");
    expect(resolveShelf({ ...plain, location, group, groupPlace, shelf })).toMatchObject({
      inheritedSafetyStock: 2,
      inheritedFrom: "group Shoes at Denver",
      safetyScope: "shelf",
    });
  });

  it("of a showroom is given up by what does not sell, where the merchant says so", () => {
    const shop = { ...plain.shop, slowAfterDays: 90 };
    expect(kept({ shop, idleDays: 89 })).toBe("1 from the shop");
    expect(kept({ shop, idleDays: 90 })).toBe("0 from the shop, given up: unsold for 90 days");
    expect(kept({ shop, idleDays: null })).toBe("1 from the shop");
    expect(kept({ idleDays: 900 })).toBe("1 from the shop");
    const warehouse = { ...denver, type: "warehouse" };
    expect(kept({ shop, idleDays: 900, location: warehouse })).toBe("1 from the shop");
    const item = { ...silent, safetyStock: 2 };
    expect(kept({ shop, idleDays: 900, item })).toBe("2 from this item");
  });
});

describe("the pool", () => {
  const out = (changes: Partial<ShelfScopes>) => resolveShelf({ ...plain, ...changes }).outBecause;
  const no = { ...silent, pooled: false };
  const yes = { ...silent, pooled: true };

  it("leaves out what is taken out, unless the very place says otherwise", () => {
    expect(out({})).toBeNull();
    expect(out({ item: no })).toBe("Not in the pool: taken out for this item.");
    expect(out({ group: { ...shoes, pooled: false } })).toContain("group Shoes.");
    expect(out({ groupPlace: no })).toContain("group Shoes at Denver");
    expect(out({ item: no, groupPlace: yes })).toBeNull();
    expect(out({ item: no, groupPlace: no, shelf: yes })).toBeNull();
    expect(out({ shelf: no, groupPlace: yes })).toContain("this item at Denver");
  });

  it("has nothing of a location taken out", () => {
    const location = { ...denver, inPool: false };
    expect(out({ location, shelf: yes })).toBe("Not in the pool: taken out for Denver.");
  });

  it("drops a location below the wanted pick success, once there are enough tries", () => {
    const shop = { ...plain.shop, minTrustPercent: 80 };
    const tried = (foundUnits: number, missingUnits: number) => ({
      ...untried,
      foundUnits,
      missingUnits,
    });
    expect(out({ shop, tried: tried(9, 10) })).toBeNull();
    expect(out({ shop, tried: tried(16, 4) })).toBeNull();
    expect(out({ shop, tried: tried(15, 5) })).toBe(
      "Not in the pool until counted: 15 of 20 picks and counts of group Shoes at Denver went well, below 80 %.",
    );
    expect(out({ tried: tried(0, 50) })).toBeNull();
    const lenient = { ...shoes, minTrustPercent: 0 };
    expect(out({ shop, group: lenient, tried: tried(0, 50) })).toBeNull();
  });
});

describe("the discount", () => {
  it("is off unless asked for, and needs enough tries", () => {
    const tried = { ...untried, foundUnits: 15, missingUnits: 3, damagedUnits: 2 };
    const discount = (changes: Partial<ShelfScopes>) =>
      resolveShelf({ ...plain, ...changes }).discount;
    const shop = { ...plain.shop, trustDiscount: true };
    expect(discount({ tried })).toBeNull();
    expect(discount({ tried, shop })).toEqual({ found: 15, tries: 20 });
    expect(discount({ tried, shop, group: { ...shoes, trustDiscount: false } })).toBeNull();
    expect(discount({ tried: { ...tried, foundUnits: 14 }, shop })).toBeNull();
    expect(discount({ tried: { ...untried, foundUnits: 40 }, shop })).toBeNull();
  });

  it("promises the rounded-down part of what is above safety stock", () => {
    const shelf = { available: 10, safetyStock: 2, reserved: 1 };
    const discount = { found: 15, tries: 20 };
    expect(unitsToPromise(shelf)).toBe(7);
    expect(unitsToPromise({ ...shelf, discount })).toBe(5);
    expect(unitsToPromise({ ...shelf, discount, available: 1 })).toBe(0);
    expect(unitsToPromise({ ...shelf, pooled: false })).toBe(0);
    expect(unitsDoubted(-3, discount)).toBe(0);
  });
});

describe("trust", () => {
  it("has Wilson's interval", () => {
    // Figures of the textbook case 8 of 10: 0.4902 to 0.9433.
    const trust = measureTrust({ ...untried, foundUnits: 6, rightCounts: 2, missingUnits: 2 });
    expect(trust).toMatchObject({ tries: 10, successes: 8, rate: 0.8 });
    expect(trust.low).toBeCloseTo(0.4902, 4);
    expect(trust.high).toBeCloseTo(0.9433, 4);
    expect(measureTrust(untried)).toEqual({ tries: 0, successes: 0, rate: null, low: 0, high: 1 });
  });

  it("lies inside its interval, which narrows with more of the same (seed 6)", () => {
    const units = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(units, units, (foundUnits, missingUnits) => {
        fc.pre(foundUnits + missingUnits > 0);
        const few = measureTrust({ ...untried, foundUnits, missingUnits });
        const many = measureTrust({
          ...untried,
          foundUnits: foundUnits * 4,
          missingUnits: missingUnits * 4,
        });
        expect(few.low).toBeLessThanOrEqual(few.rate! + 1e-12);
        expect(few.high).toBeGreaterThanOrEqual(few.rate! - 1e-12);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
      { seed: 6 },
    );
  });
});
