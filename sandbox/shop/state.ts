import type { BulkOperation } from "../bulk/bulk-operation.ts";
import type {
  FulfillmentOrder,
  FulfillmentOrderLine,
} from "../fulfillment-orders/fulfillment-order.ts";
import type { Fulfillment } from "../fulfillments/fulfillment.ts";
import type { InventoryLevel } from "../inventory/level.ts";
import type { Location } from "../locations/location.ts";
import type { Metafield } from "../metafields/metafield.ts";
import type { CalculatedOrder } from "../order-edits/calculated-order.ts";
import type { LineItem, Order } from "../orders/order.ts";
import type { Collection, InventoryItem, Product, Variant } from "../products/product.ts";
import type { Refund } from "../refunds/refund.ts";
import type { WebhookSubscription } from "../webhooks/webhook-subscription.ts";
import type { ActionInProgress, ShopEvent } from "./events.ts";

/** Numeric part of a Shopify gid, as decimal digits. Many exceed 2^53, so it is never a number. */
export type Id = string;

export type Plan = "standard" | "advanced" | "plus";

/** One committed or refused mutation, as Shopify saw it. The log is append-only. */
export interface MutationRecord {
  name: string;
  /** SHA-256 of the field's arguments, hex: equal digests are the same request. */
  argumentsDigest: string;
  appId: string;
  at: string;
  outcome: "committed" | "refused";
}

/** A request remembered under its `@idempotent` key: its arguments and its answer. */
export interface RememberedAnswer {
  argumentsDigest: string;
  payload: unknown;
}

export interface Job {
  id: Id;
  done: boolean;
  run: () => void;
}

/** The points an app has left in this shop, and when that was last worked out. */
export interface PointBucket {
  available: number;
  refilledAtMs: number;
  /** Points charged since the shop began. */
  spent: number;
}

/** Everything one pretend shop knows. Nouns are maps by numeric id, in the order they were created. */
export interface ShopState {
  readonly id: Id;
  readonly domain: string;
  readonly name: string;
  readonly plan: Plan;
  readonly currency: string;
  readonly timeZone: string;
  readonly createdAt: string;
  readonly clock: () => Date;

  readonly locations: Map<Id, Location>;
  readonly products: Map<Id, Product>;
  readonly collections: Map<Id, Collection>;
  readonly variants: Map<Id, Variant>;
  readonly variantsBySku: Map<string, Variant>;
  readonly inventoryItems: Map<Id, InventoryItem>;
  /** Levels by inventory item, then by location. */
  readonly levels: Map<Id, Map<Id, InventoryLevel>>;
  readonly orders: Map<Id, Order>;
  readonly lineItems: Map<Id, LineItem>;
  readonly fulfillmentOrders: Map<Id, FulfillmentOrder>;
  readonly fulfillmentOrderLines: Map<Id, FulfillmentOrderLine>;
  readonly fulfillments: Map<Id, Fulfillment>;
  readonly refunds: Map<Id, Refund>;
  readonly calculatedOrders: Map<Id, CalculatedOrder>;
  readonly metafields: Map<Id, Metafield>;
  readonly webhookSubscriptions: Map<Id, WebhookSubscription>;
  readonly bulkOperations: Map<Id, BulkOperation>;
  /** Finished bulk operations' JSON lines, by the address they are downloaded from. */
  readonly bulkResults: Map<string, string>;
  readonly jobs: Map<Id, Job>;

  readonly mutationLog: MutationRecord[];
  readonly rememberedAnswers: Map<string, RememberedAnswer>;
  readonly pointBuckets: Map<string, PointBucket>;
  readonly listeners: Set<(event: ShopEvent) => void>;
  readonly idCounters: Map<string, bigint>;
  /** Flow triggers received, oldest first. */
  readonly flowTriggers: { handle: string; payload: unknown; at: string }[];
  /** The change being made now, whose events are delivered when it ends; null between changes. */
  action: ActionInProgress | null;
  nextOrderNumber: number;
  /** What the shop was made from: see `createShop`. */
  readonly seed: number;
}
