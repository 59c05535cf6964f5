import type { DeliveryMethod } from "#app/routing/ruleset.ts";
import type { OrderFacts } from "./describe-order.ts";
import { hashJson } from "./hash-json.ts";

export interface OrderInput {
  readonly facts: OrderFacts;
  readonly deliveryMethod: DeliveryMethod;
  /** Units the customer still wants, fulfilled or not, by line item. */
  readonly wanted: Readonly<Record<string, number>>;
  /** Locations (or location and item) this order may not go to any more. */
  readonly barred: readonly {
    readonly locationId: string;
    readonly inventoryItemId: string | null;
  }[];
}

/**
 * Hash of what an order itself asks for. Left out, because they change by our own doing or for every
 * order at once: where its units stand, what is fulfilled or accepted, stock, rules, cool-offs.
 */
export function fingerprintOrder({ facts, deliveryMethod, wanted, barred }: OrderInput): string {
  return hashJson({
    ...facts,
    name: undefined,
    tags: [...facts.tags].sort(),
    customerTags: [...facts.customerTags].sort(),
    deliveryMethod,
    wanted,
    barred: barred.map((row) => `${row.locationId}/${row.inventoryItemId ?? "*"}`).sort(),
  });
}
