import { expect, test } from "vitest";
import { assignArm } from "#app/rules/pilot/assign-arm.ts";
import type { RunningPilot } from "#app/rules/pilot/running-pilot.ts";
import { smallNetwork, smallSnapshot } from "#test/builders/decided-order.ts";

const pilot: RunningPilot = {
  pilotId: "p1",
  ruleset: smallNetwork().ruleset,
  scope: null,
  storeIds: [],
  sharePercent: 30,
};
const order = (id: string, change: object = {}) =>
  smallSnapshot(id, { stock: [], lines: [["A", 1]], order: change });

test("about the share asked for is treated, always the same orders, others in another pilot", () => {
  const ids = Array.from({ length: 4_000 }, (_, at) => `${5_500_000 + at}`);
  const arms = ids.map((id) => assignArm(pilot, order(id)));
  const treated = arms.filter((arm) => arm === "treatment").length;
  expect(treated / ids.length).toBeGreaterThan(0.27);
  expect(treated / ids.length).toBeLessThan(0.33);
  expect(ids.slice(0, 100).map((id) => assignArm(pilot, order(id)))).toEqual(arms.slice(0, 100));
  const elsewhere = ids
    .slice(0, 100)
    .map((id) => assignArm({ ...pilot, pilotId: "p2" }, order(id)));
  expect(elsewhere).not.toEqual(arms.slice(0, 100));
});

test("an order's lines and tags have no part in the draw", () => {
  const edited = smallSnapshot("77", { stock: [], lines: [["B", 3]], order: { tags: ["gift"] } });
  expect(assignArm(pilot, edited)).toBe(assignArm(pilot, order("77")));
});

test("the scope says who takes part: by condition, or by the nearest store", () => {
  const all = { ...pilot, sharePercent: 99 };
  expect(assignArm({ ...all, scope: { countryCodes: ["CA"] } }, order("1"))).toBeNull();
  expect(assignArm({ ...all, scope: { provinceCodes: ["CO"] } }, order("1"))).not.toBeNull();
  // Colorado Springs lies nearer to Denver (1) than to Boulder (2); Columbus (3) is no store.
  expect(assignArm({ ...all, storeIds: ["1"] }, order("1"))).not.toBeNull();
  expect(assignArm({ ...all, storeIds: ["2", "3"] }, order("1"))).toBeNull();
  const pickup = { deliveryMethod: "pickup", pickupLocationId: "2" };
  expect(assignArm({ ...all, storeIds: ["2"] }, order("1", pickup))).not.toBeNull();
  const nowhere = {
    destination: { ...order("1").order.destination, latitude: null, longitude: null },
  };
  expect(assignArm({ ...all, storeIds: ["1", "2"] }, order("1", nowhere))).toBeNull();
});
