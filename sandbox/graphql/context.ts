import type { Actor } from "../fulfillment-orders/fulfillment-order.ts";
import type { BulkReader } from "../bulk/bulk-reader.ts";
import type { ShopState } from "../shop/state.ts";
import type { AdminAccess } from "./execute.ts";

/** What every resolver is given: the shop, and who asks. */
export interface AdminContext {
  shop: ShopState;
  access: AdminAccess;
  scopes: ReadonlySet<string>;
  actor: Actor;
  /** True for a bulk operation, whose connections need no size. */
  readsWholeLists: boolean;
  bulkReader: BulkReader;
}
