import { describe, expect, it } from "vitest";
import type { Maker } from "#app/orders/explanation/facts.ts";
import { gatherFacts } from "#app/orders/explanation/facts.ts";
import type { LeftOutStock } from "#app/orders/internal/build-snapshot.ts";
import { viewDecision } from "#app/orders/explanation/view-decision.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { SmallWorld } from "#test/builders/decided-order.ts";
import { smallNetwork, smallSnapshot } from "#test/builders/decided-order.ts";

interface Told {
  readonly maker?: Maker;
  readonly leftOut?: readonly LeftOutStock[];
  readonly limit?: number;
}

function explain(world: SmallWorld, { maker = "engine", leftOut = [], limit = 25 }: Told = {}) {
  const snapshot = smallSnapshot("7", world);
  const decision = routeOrder(snapshot);
  const facts = gatherFacts(
    { snapshot: { ...snapshot, leftOut }, decision, maker, actor: "Ana" },
    {
      locations: new Map([["1", "Denver"]]),
      lines: new Map(snapshot.order.lines.map(({ id, sku }) => [id, `Item ${sku}`])),
      rules: new Map([["fragile", "Items tagged “fragile”: ship only from warehouses."]]),
    },
  );
  return viewDecision(facts, limit);
}

describe("why an order ships from where it does", () => {
  it("names the runner-up and what it would have cost", () => {
    const view = explain({
      stock: [
        ["1", "A", 5],
        ["3", "A", 5],
      ],
      lines: [["A", 2]],
    });
    // One parcel of 2 x 0.5 kg: 5.00 + 0.50 from Denver, 9.00 + 1.00 from Ohio; the rest is equal.
    expect(view.why).toBe(
      "Ships whole from Denver: $4.50 cheaper than everything from Columbus DC, the next best.",
    );
    expect(view.alternatives).toEqual([
      { shipsFrom: "Columbus DC", cost: "12.0000", lostBecause: "it costs more" },
    ]);
    expect(view.proof).toMatch(/^Provably the best/);
  });

  it("says so when nobody else could", () => {
    const view = explain({ stock: [["3", "A", 5]], lines: [["A", 2]] });
    expect(view.why).toMatch(
      /^Ships whole from Columbus DC because Denver, \d+ km nearer, has no Item A\.$/,
    );
  });

  it("explains a nearer location that was left out", () => {
    const view = explain({
      stock: [
        ["1", "A", 2, 2],
        ["3", "A", 5],
      ],
      lines: [["A", 2]],
    });
    expect(view.why).toMatch(
      /^Ships whole from Columbus DC because Denver, \d+ km nearer, keeps its last 2 units \(safety stock 2\)\.$/,
    );
  });

  it("explains a split by what no single location has", () => {
    const view = explain({
      stock: [
        ["1", "A", 1],
        ["3", "B", 1],
      ],
      lines: [
        ["A", 1],
        ["B", 1],
      ],
    });
    expect(view.why).toMatch(
      /^Ships in 2 parcels, from Denver and Columbus DC: no single location can ship all of it/,
    );
  });

  it("tells a partial plan from an order nobody can ship, and from a hold", () => {
    expect(explain({ stock: [["1", "A", 1]], lines: [["A", 3]] }).why).toBe(
      "Ships from Denver; 2 units cannot be shipped from anywhere for now.",
    );
    expect(explain({ stock: [], lines: [["A", 1]] }).why).toBe(
      "No location can ship this order under your rules.",
    );
    const held = smallNetwork({ guardrails: [{ id: "risk", hold: "look at the payment" }] });
    expect(explain({ stock: [["1", "A", 1]], lines: [["A", 1]], network: held }).why).toBe(
      "On hold before any location was tried: look at the payment.",
    );
  });

  it("says of a pickup order only what its own store lacks", () => {
    const order = { deliveryMethod: "pickup", pickupLocationId: "2" } as const;
    const stock = [
      ["1", "A", 9],
      ["2", "A", 1],
    ] as const;
    expect(explain({ stock, lines: [["A", 3]], order }).why).toMatch(
      /; 2 units missing there for now\.$/,
    );
  });

  it("keeps a pickup order at the store the customer chose", () => {
    const order = { deliveryMethod: "pickup", pickupLocationId: "2" } as const;
    const view = explain({
      stock: [
        ["1", "A", 1],
        ["2", "A", 1],
      ],
      lines: [["A", 1]],
      order,
    });
    expect(view.why).toBe("Stays at Boulder, where the customer collects it.");
    expect(view.verdicts.find(({ name }) => name === "Denver")?.reasons).toEqual([
      { text: "The customer collects this order at another location", rule: null },
    ]);
  });
});

describe("a decision the engine did not make", () => {
  const world: SmallWorld = {
    stock: [
      ["1", "A", 5],
      ["3", "A", 5],
    ],
    lines: [["A", 2]],
  };

  it("is told as the person's choice, without a proof it does not have", () => {
    const view = explain(world, { maker: "person" });
    expect(view.why).toBe("Ana chose it: ships whole from Denver.");
    expect([view.proof, view.flip, view.lane]).toEqual([null, null, null]);
  });

  it("says what the chosen location lacks", () => {
    const lacking = explain({ stock: [["1", "A", 1]], lines: [["A", 3]] }, { maker: "person" });
    expect(lacking.why).toBe(
      "Ana chose it: ships from Denver; 2 units cannot be shipped from there.",
    );
    const none = explain(
      {
        ...{ stock: [], lines: [["A", 1]] },
        network: smallNetwork({ whenNothingFits: ["below_safety_stock"] }),
      },
      { maker: "person" },
    );
    expect(none.relaxed).toEqual([]);
    expect(none.unfilled[0]?.reason).toBe("Too few at the chosen location");
    expect(none.why).toBe("Ana chose a location that cannot ship all of it.");
  });

  it("is told as staff's move, with no cost or days nobody reckoned", () => {
    const view = explain(world, { maker: "staff" });
    expect(view.why).toBe(
      "Staff moved it in Shopify, and Backroom follows: ships whole from Denver.",
    );
    expect(view.parcels).toMatchObject([{ cost: null, deliveryDays: null }]);
  });
});

describe("what became of every location", () => {
  it("prices those that could have shipped it, and names the rule that left one out", () => {
    const view = explain({
      stock: [
        ["1", "FA", 5],
        ["3", "FA", 5],
      ],
      lines: [["FA", 1]],
    });
    expect(view.verdicts.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["Columbus DC", "chosen"],
      ["Denver", "excluded"],
      ["Boulder", "excluded"],
    ]);
    expect(view.verdicts[1]?.reasons[0]?.rule).toEqual({
      id: "fragile",
      sentence: "Items tagged “fragile”: ship only from warehouses.",
    });
    expect(view.verdicts[2]?.reasons[0]?.text).toBe("None of Item FA");
  });

  it("says how much dearer each other location would have been, engine and all", () => {
    const view = explain({
      stock: [
        ["1", "A", 5],
        ["2", "A", 5],
        ["3", "A", 1],
      ],
      lines: [["A", 2]],
    });
    const dearer = Object.fromEntries(view.verdicts.map(({ name, dearer }) => [name, dearer]));
    expect(dearer).toEqual({ Denver: null, Boulder: "0.0000", "Columbus DC": null });
    expect(view.verdicts.map(({ verdict }) => verdict)).toEqual(["chosen", "eligible", "eligible"]);
  });

  it("tells an earlier rejection instead of the stock it hides", () => {
    const reason = "Boulder could not find it.";
    const world: SmallWorld = {
      stock: [
        ["1", "A", 5],
        ["1", "B", 5],
      ],
      lines: [
        ["A", 1],
        ["B", 1],
      ],
    };
    const boulder = (leftOut: readonly LeftOutStock[]) =>
      explain(world, { leftOut }).verdicts.find(({ name }) => name === "Boulder")?.reasons;
    const [a, b] = ["A", "B"].map((sku) => ({ locationId: "2", sku, reason }));
    expect(boulder([a!, b!])).toEqual([
      { text: "Not asked: Boulder could not find it", rule: null },
    ]);
    expect(boulder([a!])).toEqual([
      { text: "None of Item B; Not asked for Item A: Boulder could not find it", rule: null },
    ]);
  });

  it("stops at the limit and says how many there are", () => {
    const view = explain(
      {
        stock: [
          ["1", "A", 5],
          ["2", "A", 5],
        ],
        lines: [["A", 1]],
      },
      { limit: 1 },
    );
    expect([view.verdicts.length, view.verdictCount]).toEqual([1, 3]);
    expect([view.stock.length, view.stockCount]).toEqual([1, 2]);
    expect(view.stock[0]?.location).toBe("Denver");
  });

  it("shows stock that Shopify does not count as not counted", () => {
    const view = explain({ stock: [["1", "A", 1_000_000]], lines: [["A", 1]] });
    expect(view.stock).toMatchObject([{ available: null, promisable: null }]);
  });
});
