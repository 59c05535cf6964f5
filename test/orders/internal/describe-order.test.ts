import { expect, test } from "vitest";
import { describeOrder } from "#app/orders/internal/describe-order.ts";
import { defaultRates } from "#app/rates/default-rate-card.ts";
import { liveOrder } from "./live-orders.ts";

test("a usual order in the engine's words", () => {
  expect(describeOrder(liveOrder({ tags: ["gift"], customerTags: ["vip"] }), defaultRates)).toEqual(
    {
      orderId: "1",
      name: "#1001",
      placedAt: "2026-11-21T14:00:00Z",
      channel: "online_store",
      service: "standard",
      maxDeliveryDays: 6,
      tags: ["gift"],
      customerTags: ["vip"],
      latitude: 39.73,
      longitude: -104.98,
      city: "Denver",
      countryCode: "US",
      provinceCode: "CO",
      postalCode: "80203",
      riskLevel: null,
    },
  );
});

test.each([
  [{ title: "Anything", code: "EXPRESS" }, "express", 3],
  [{ title: "Express (1-2 days)", code: null }, "express", 3],
  [{ title: "Expressly slow", code: null }, "standard", null],
  [null, "standard", null],
])("the service of %j is %s", (shippingLine, service, maxDeliveryDays) => {
  const facts = describeOrder(liveOrder({ shippingLine }), defaultRates);
  expect(facts).toMatchObject({ service, maxDeliveryDays });
});

test("fraud advice becomes a tag that rules can name; acceptance does not", () => {
  const tags = (riskRecommendation: string) =>
    describeOrder(liveOrder({ riskRecommendation }), defaultRates).tags;
  expect(tags("CANCEL")).toEqual(["risk:cancel"]);
  expect(tags("INVESTIGATE")).toEqual(["risk:investigate"]);
  expect(tags("ACCEPT")).toEqual([]);
});

test("half a coordinate, or no address, is an unknown place", () => {
  const address = { ...liveOrder().shippingAddress!, longitude: null };
  expect(describeOrder(liveOrder({ shippingAddress: address }), defaultRates)).toMatchObject({
    latitude: null,
    longitude: null,
    postalCode: "80203",
  });
  expect(describeOrder(liveOrder({ shippingAddress: null }), defaultRates)).toMatchObject({
    latitude: null,
    countryCode: null,
    city: "",
  });
});
