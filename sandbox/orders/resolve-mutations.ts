import { payloadOf } from "../graphql/answer-mutation.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import { actInShop } from "../shop/events.ts";
import { scheduleJob } from "../shop/jobs.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { ShopState } from "../shop/state.ts";
import { cancelOrder, checkCancel } from "./cancel-order.ts";
import type { CancelReason, Order } from "./order.ts";
import { sortedTags } from "./place-order.ts";
import { touchOrder } from "./touch-order.ts";

const MAX_STAFF_NOTE = 255;

interface CancelArguments {
  orderId: string;
  reason: string;
  restock: boolean;
  staffNote?: string | null;
}

function findOrder(shop: ShopState, gid: string): Outcome<Order> {
  const order = shop.orders.get(idIn("Order", gid));
  return order === undefined ? refuse("Order does not exist", null, ["id"]) : done(order);
}

const UPDATABLE = new Set(["id", "note", "tags", "email"]);

interface OrderInput {
  id: string;
  note?: string | null;
  tags?: string[] | null;
  email?: string | null;
}

const mutations = {
  /** Asynchronous and irreversible: the answer is a job, the order changes when it has run. */
  orderCancel: (_: undefined, args: CancelArguments, { shop }: AdminContext) => {
    const orderId = idIn("Order", args.orderId);
    const tooLong = (args.staffNote ?? "").length > MAX_STAFF_NOTE;
    const checked: Outcome<unknown> = tooLong
      ? refuse("Staff note is too long (maximum is 255 characters)", "INVALID", ["staffNote"])
      : checkCancel(shop, orderId);
    const reason = args.reason.toLowerCase() as CancelReason;
    const payload = payloadOf(
      checked,
      () => ({
        job: scheduleJob(shop, () => void cancelOrder(shop, { ...args, orderId, reason })),
      }),
      "orderCancelUserErrors",
    );
    return { ...payload, userErrors: payload["orderCancelUserErrors"] };
  },
  orderUpdate: (_: undefined, { input }: { input: OrderInput }, { shop }: AdminContext) => {
    const unknown = Object.keys(input).find((field) => !UPDATABLE.has(field));
    if (unknown !== undefined) throw notImplemented(`OrderInput.${unknown}`);
    const found = findOrder(shop, input.id);
    if (found.ok) actInShop(shop, () => update(shop, found.result, input));
    return payloadOf(found, (order) => ({ order }));
  },
  orderClose: (_: undefined, { input }: { input: { id: string } }, { shop }: AdminContext) =>
    setClosed(shop, input.id, true),
  orderOpen: (_: undefined, { input }: { input: { id: string } }, { shop }: AdminContext) =>
    setClosed(shop, input.id, false),
};

function update(shop: ShopState, order: Order, input: OrderInput): void {
  if (input.note !== undefined) order.note = input.note;
  if (input.email !== undefined) order.email = input.email;
  if (input.tags != null) order.tags = sortedTags(input.tags);
  touchOrder(shop, order);
}

function setClosed(shop: ShopState, gid: string, closed: boolean) {
  const found = findOrder(shop, gid);
  if (found.ok) {
    actInShop(shop, () => {
      found.result.closedAt = closed ? nowIn(shop) : null;
      touchOrder(shop, found.result);
    });
  }
  return payloadOf(found, (order) => ({ order }));
}

export const orderMutations: ResolverMap = { Mutation: mutations };
