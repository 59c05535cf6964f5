import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { syncLocations } from "#app/inventory/sync-locations.server.ts";
import { deactivateLocation } from "#sandbox/locations/deactivate-location.ts";
import { rememberOrder } from "./remember-order.ts";
import type { RoutedShop } from "./routed-shop.ts";
import { openRoutedShop } from "./routed-shop.ts";

let world: RoutedShop;
beforeAll(async () => {
  world = await openRoutedShop();
});

const DENVER = "Denver Store";
const BOULDER = "Boulder Store";
const CHICAGO = "Chicago Store";
const learn = async () => {
  await syncLocations({ shopId: world.shop.shopId });
  await world.settle();
};

/** An order placed at a location that then closes: Shopify hands it to one without stock. */
async function close(name: string, sku: string): Promise<string> {
  await world.stock({ [sku]: { [name]: 1, [CHICAGO]: 4 } });
  const orderId = world.buy({ lines: [{ sku, quantity: 1 }] });
  await world.mirror();
  await world.hear(orderId);
  expect(world.whereIs(orderId)).toEqual([`${name} x1`]);
  deactivateLocation(world.state, world.locations[name]!);
  expect(world.whereIs(orderId)).not.toEqual([`${CHICAGO} x1`]);
  await world.mirror();
  return orderId;
}

test("a closing location's orders are decided anew, not left where Shopify put them", async () => {
  const orderId = await close(DENVER, "TNT-SAND");
  await learn();
  expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
  expect((await rememberOrder(world, orderId)).status).toBe("placed");
});

test("also when the hand-over was heard of first and taken for a move by staff", async () => {
  const orderId = await close(BOULDER, "TNT-MOSS");
  await world.hear(orderId);
  expect(world.whereIs(orderId)).not.toEqual([`${CHICAGO} x1`]);
  await learn();
  expect(world.whereIs(orderId)).toEqual([`${CHICAGO} x1`]);
});
