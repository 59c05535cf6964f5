import { orderOf } from "../fulfillment-orders/find.ts";
import { gidOf } from "../fulfillment-orders/payloads.ts";
import { payloadOf } from "../graphql/answer-mutation.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { idIn, optionalIdIn } from "../graphql/gid.ts";
import { moneyBag } from "../graphql/money.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { upper } from "../graphql/upper.ts";
import { createRefund } from "./create-refund.ts";
import type { Refund, RefundLine, RestockType } from "./refund.ts";

const refund = {
  id: ({ id }: Refund) => gidOf("Refund", id),
  legacyResourceId: ({ id }: Refund) => id,
  ...plain<Refund>("note", "createdAt"),
  processedAt: ({ createdAt }: Refund) => createdAt,
  updatedAt: ({ createdAt }: Refund) => createdAt,
  order: (self: Refund, _: unknown, { shop }: AdminContext) => orderOf(shop, self),
  refundLineItems: ({ lines }: Refund, args: PageArguments) => connect(lines, args, byId),
  /** Without `transactions` in its input a refund moves no money. */
  totalRefundedSet: (_: Refund, __: unknown, { shop }: AdminContext) => moneyBag(shop, "0.00"),
};

const refundLineItem = {
  id: ({ id }: RefundLine) => gidOf("RefundLineItem", id),
  quantity: ({ quantity }: RefundLine) => quantity,
  restockType: ({ restockType }: RefundLine) => upper(restockType),
  restocked: ({ restockType }: RefundLine) => restockType !== "no_restock",
  lineItem: ({ lineItemId }: RefundLine, _: unknown, { shop }: AdminContext) =>
    shop.lineItems.get(lineItemId),
  location: ({ locationId }: RefundLine, _: unknown, { shop }: AdminContext) =>
    shop.locations.get(locationId ?? "") ?? null,
};

interface RefundInput {
  orderId: string;
  note?: string | null;
  refundLineItems?:
    | { lineItemId: string; quantity: number; restockType?: string; locationId?: string | null }[]
    | null;
  transactions?: unknown[] | null;
  shipping?: unknown;
}

const mutations = {
  refundCreate: (_: undefined, { input }: { input: RefundInput }, { shop }: AdminContext) => {
    if ((input.transactions ?? []).length > 0) throw notImplemented("RefundInput.transactions");
    if (input.shipping != null) throw notImplemented("RefundInput.shipping");
    const orderId = idIn("Order", input.orderId);
    const lines = (input.refundLineItems ?? []).map((line) => ({
      lineItemId: idIn("LineItem", line.lineItemId),
      quantity: line.quantity,
      restockType: (line.restockType ?? "NO_RESTOCK").toLowerCase() as RestockType,
      locationId: optionalIdIn("Location", line.locationId),
    }));
    return payloadOf(createRefund(shop, { orderId, note: input.note ?? null, lines }), (made) => ({
      refund: made,
      order: orderOf(shop, made),
    }));
  },
};

export const refundResolvers: ResolverMap = {
  Refund: refund,
  RefundLineItem: refundLineItem,
  Mutation: mutations,
};
