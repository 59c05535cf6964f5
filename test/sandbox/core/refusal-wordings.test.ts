import { expect, test } from "vitest";
import { fulfilAsStaff, holdAsStaff } from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { reportProgress } from "#sandbox/fulfillment-orders/progress.ts";
import { createLocation } from "#sandbox/locations/create-location.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { ask, gid, locationNamed, only, testShop } from "./admin-client.ts";
import {
  CLOSE,
  FULFIL,
  MERGE,
  MOVE,
  OPEN,
  REPORT,
  RESCHEDULE,
  SPLIT,
} from "./fulfillment-order-mutations.ts";
import type { UserErrorNode } from "./fulfillment-order-mutations.ts";

interface World {
  shop: ShopState;
  number: string;
  id: string;
  lineId: string;
  reno: string;
}

function world(): World {
  const { shop } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 2 }] });
  const made = shop.fulfillmentOrders.get(only(order.fulfillmentOrderIds));
  const number = made?.id ?? "";
  return {
    shop,
    number,
    id: gid("FulfillmentOrder", number),
    lineId: gid("FulfillmentOrderLineItem", made?.lines[0]?.id ?? ""),
    reno: gid("Location", locationNamed(shop, "Reno Warehouse")),
  };
}

interface Case {
  situation: string;
  prepare?: (world: World) => void;
  mutation: string;
  variables: (world: World) => Record<string, unknown>;
  error: (world: World) => UserErrorNode;
}

const ship = ({ shop, number }: World) => void fulfilAsStaff(shop, { id: number });
const hold = ({ shop, number }: World) => void holdAsStaff(shop, { id: number });
const work = ({ shop, number }: World) => void reportProgress(shop, { id: number, actor: null });
const said =
  (message: string, code?: string | null, field: string[] | null = null) =>
  () =>
    code === undefined ? { field, message } : { field, message, code };
const split =
  (...quantities: number[]) =>
  ({ id, lineId }: World) => ({
    splits: [
      {
        fulfillmentOrderId: id,
        fulfillmentOrderLineItems: quantities.map((quantity) => ({ id: lineId, quantity })),
      },
    ],
  });

const CASES: Case[] = [
  {
    situation: "move a closed one",
    prepare: ship,
    mutation: MOVE,
    variables: ({ id, reno }) => ({ id, to: reno }),
    error: said("Cannot change location.", null),
  },
  {
    situation: "move after reported progress",
    prepare: work,
    mutation: MOVE,
    variables: ({ id, reno }) => ({ id, to: reno }),
    error: said(
      "Cannot move a fulfillment order that has had progress reported. To move a fulfillment order that has had progress reported, the fulfillment order must first be marked as open resolving the ongoing progress state.",
      "CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS",
      ["id"],
    ),
  },
  {
    situation: "move to an unknown location",
    mutation: MOVE,
    variables: ({ id }) => ({ id, to: gid("Location", "12345") }),
    error: said("Location not found.", null, ["id"]),
  },
  {
    situation: "move to where nothing is stocked",
    prepare: ({ shop }) =>
      void createLocation(shop, {
        name: "Empty",
        address: { address1: "1 Way", city: "Tulsa", zip: "74103" },
      }),
    mutation: MOVE,
    variables: ({ shop, id }) => ({ id, to: gid("Location", locationNamed(shop, "Empty")) }),
    error: said("None of the items are stocked at the new location.", null),
  },
  {
    situation: "split nothing",
    mutation: SPLIT,
    variables: split(),
    error: said(
      "There must be at least one item selected in this fulfillment to split it.",
      "NO_LINE_ITEMS_PROVIDED_TO_SPLIT",
    ),
  },
  {
    situation: "split zero units",
    mutation: SPLIT,
    variables: split(0),
    error: said(
      "You must select at least one item to split into a new fulfillment order.",
      "GREATER_THAN",
    ),
  },
  {
    situation: "split too many",
    mutation: SPLIT,
    variables: split(3),
    error: said(
      "Invalid fulfillment order line item quantity requested.",
      "INVALID_LINE_ITEM_QUANTITY",
    ),
  },
  {
    situation: "report progress on an unknown one",
    mutation: REPORT,
    variables: () => ({ id: gid("FulfillmentOrder", "12345") }),
    error: said("Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND"),
  },
  {
    situation: "merge one that is not open",
    prepare: hold,
    mutation: MERGE,
    variables: ({ id }) => ({ inputs: [{ mergeIntents: [{ fulfillmentOrderId: id }] }] }),
    error: ({ number }) => ({
      field: null,
      message: `Fulfillment order: ${number} is currently not in a mergeable state.`,
      code: null,
    }),
  },
  {
    situation: "report progress on a held one",
    prepare: hold,
    mutation: REPORT,
    variables: ({ id }) => ({ id }),
    error: said(
      "Cannot report progress on a fulfillment order in this state.",
      "FULFILLMENT_ORDER_STATUS_INVALID",
    ),
  },
  {
    situation: "open an open one",
    mutation: OPEN,
    variables: ({ id }) => ({ id }),
    error: said("Expected fulfillment order status to be valid but it was open."),
  },
  {
    situation: "reschedule an open one",
    mutation: RESCHEDULE,
    variables: ({ id }) => ({ id, at: "2026-12-01T00:00:00Z" }),
    error: said("Fulfillment order must be scheduled."),
  },
  {
    situation: "close one at a merchant's location",
    mutation: CLOSE,
    variables: ({ id }) => ({ id }),
    error: said("The fulfillment order's assigned fulfillment service must be of api type"),
  },
  {
    situation: "fulfil a closed one",
    prepare: ship,
    mutation: FULFIL,
    variables: ({ id }) => ({
      fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: id }] },
    }),
    error: ({ number }) => ({
      field: ["fulfillment"],
      message: `Fulfillment order ${number} has an unfulfillable status= closed.`,
    }),
  },
];

test.each(CASES)("$situation: Shopify's own words, and nothing changes", async (oneCase) => {
  const here = world();
  oneCase.prepare?.(here);
  const before = JSON.stringify([...here.shop.fulfillmentOrders.values()]);
  const payload = await ask<{ userErrors: UserErrorNode[] }>(
    here.shop,
    oneCase.mutation,
    oneCase.variables(here),
  );
  expect(payload.userErrors).toEqual([oneCase.error(here)]);
  expect(JSON.stringify([...here.shop.fulfillmentOrders.values()])).toBe(before);
  expect(here.shop.mutationLog.map(({ outcome }) => outcome)).toEqual(["refused"]);
});
