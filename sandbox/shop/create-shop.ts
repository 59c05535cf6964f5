import { fillWithSample, type SampleSize } from "./fill-with-sample.ts";
import { newId } from "./new-id.ts";
import { nowIn } from "./now.ts";
import type { Plan, ShopState } from "./state.ts";

export interface ShopOptions {
  /** "backroom-outfitters.myshopify.com" */
  domain: string;
  plan?: Plan;
  clock: () => Date;
  /** The same seed gives the same catalogue, stock and sample orders. */
  seed?: number;
  /** What the shop holds at first; absent means the usual sample, null an empty shop. */
  sample?: SampleSize | null;
}

/** Makes one pretend shop. Any number of them may live in a process; they share nothing. */
export function createShop(options: ShopOptions): ShopState {
  const identity = { domain: options.domain, idCounters: new Map<string, bigint>() };
  const shop: ShopState = {
    ...identity,
    ...emptyNouns(),
    id: newId(identity, "Shop"),
    name: "Backroom Outfitters",
    plan: options.plan ?? "advanced",
    currency: "USD",
    timeZone: "America/Denver",
    createdAt: nowIn(options),
    clock: options.clock,
    mutationLog: [],
    rememberedAnswers: new Map(),
    pointBuckets: new Map(),
    listeners: new Set(),
    flowTriggers: [],
    action: null,
    nextOrderNumber: 1001,
    seed: options.seed ?? 1,
  };
  if (options.sample !== null) fillWithSample(shop, options.sample ?? {});
  return shop;
}

function emptyNouns() {
  return {
    locations: new Map(),
    products: new Map(),
    collections: new Map(),
    variants: new Map(),
    variantsBySku: new Map(),
    inventoryItems: new Map(),
    levels: new Map(),
    orders: new Map(),
    lineItems: new Map(),
    fulfillmentOrders: new Map(),
    fulfillmentOrderLines: new Map(),
    fulfillments: new Map(),
    refunds: new Map(),
    calculatedOrders: new Map(),
    metafields: new Map(),
    webhookSubscriptions: new Map(),
    bulkOperations: new Map(),
    bulkResults: new Map(),
    jobs: new Map(),
  } satisfies Partial<ShopState>;
}
