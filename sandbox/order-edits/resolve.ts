import { gidOf } from "../fulfillment-orders/payloads.ts";
import { payloadOf } from "../graphql/answer-mutation.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import { moneyBag } from "../graphql/money.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import type { ShopState } from "../shop/state.ts";
import type { CalculatedLineItem, CalculatedOrder } from "./calculated-order.ts";
import { commitEdit } from "./commit-edit.ts";
import { addEditVariant, beginEdit, setEditQuantity, type EditedLine } from "./edit.ts";

function variantOf(shop: ShopState, { variantId }: CalculatedLineItem) {
  const variant = shop.variants.get(variantId);
  if (variant === undefined) throw new Error(`No variant ${variantId}`);
  return variant;
}

const calculatedOrder = {
  id: ({ id }: CalculatedOrder) => gidOf("CalculatedOrder", id),
  committed: ({ committed }: CalculatedOrder) => committed,
  originalOrder: ({ orderId }: CalculatedOrder, _: unknown, { shop }: AdminContext) =>
    shop.orders.get(orderId),
  lineItems: (self: CalculatedOrder, args: PageArguments & { query?: string | null }) => {
    if (args.query != null) throw notImplemented("CalculatedOrder.lineItems(query:)");
    return connect(self.lines, args, byId);
  },
  addedLineItems: ({ lines }: CalculatedOrder, args: PageArguments) =>
    connect(
      lines.filter(({ added }) => added),
      args,
      byId,
    ),
  subtotalLineItemsQuantity: ({ lines }: CalculatedOrder) =>
    lines.reduce((sum, { quantity }) => sum + quantity, 0),
};

const calculatedLineItem = {
  id: ({ id }: CalculatedLineItem) => gidOf("CalculatedLineItem", id),
  quantity: ({ quantity }: CalculatedLineItem) => quantity,
  editableQuantity: (self: CalculatedLineItem, _: unknown, { shop }: AdminContext) =>
    self.quantity - (shop.lineItems.get(self.id)?.fulfilledQuantity ?? 0),
  editableQuantityBeforeChanges: (self: CalculatedLineItem, _: unknown, { shop }: AdminContext) =>
    self.quantityBefore - (shop.lineItems.get(self.id)?.fulfilledQuantity ?? 0),
  restockable: () => true,
  restocking: ({ restock }: CalculatedLineItem) => restock,
  customAttributes: () => [],
  hasStagedLineItemDiscount: () => false,
  image: () => null,
  sku: (self: CalculatedLineItem, _: unknown, { shop }: AdminContext) => variantOf(shop, self).sku,
  variant: (self: CalculatedLineItem, _: unknown, { shop }: AdminContext) => variantOf(shop, self),
  variantTitle: (self: CalculatedLineItem, _: unknown, { shop }: AdminContext) =>
    variantOf(shop, self).title,
  title: (self: CalculatedLineItem, _: unknown, { shop }: AdminContext) =>
    shop.products.get(variantOf(shop, self).productId)?.title,
  originalUnitPriceSet: (self: CalculatedLineItem, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, variantOf(shop, self).price),
};

function edited({ calculated, line }: EditedLine) {
  return {
    calculatedLineItem: line,
    calculatedOrder: calculated,
    orderEditSession: { id: gidOf("OrderEditSession", calculated.id) },
  };
}

/** An edit may be named by its calculated order or by its session; both carry the same number. */
function editIdIn(gid: string): string {
  return gid.includes("/OrderEditSession/")
    ? idIn("OrderEditSession", gid)
    : idIn("CalculatedOrder", gid);
}

interface SetQuantityArguments {
  id: string;
  lineItemId: string;
  quantity: number;
  restock?: boolean | null;
}

interface AddVariantArguments {
  id: string;
  variantId: string;
  quantity: number;
  allowDuplicates?: boolean;
  locationId?: string | null;
}

const mutations = {
  orderEditBegin: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    payloadOf(beginEdit(shop, idIn("Order", id)), (calculated) => ({
      calculatedOrder: calculated,
      orderEditSession: { id: gidOf("OrderEditSession", calculated.id) },
    })),
  orderEditSetQuantity: (_: undefined, args: SetQuantityArguments, { shop }: AdminContext) =>
    payloadOf(
      setEditQuantity(shop, {
        editId: editIdIn(args.id),
        lineId: idIn("CalculatedLineItem", args.lineItemId),
        quantity: args.quantity,
        restock: args.restock ?? false,
      }),
      edited,
    ),
  orderEditAddVariant: (_: undefined, args: AddVariantArguments, { shop }: AdminContext) =>
    payloadOf(
      addEditVariant(shop, {
        editId: editIdIn(args.id),
        variantId: idIn("ProductVariant", args.variantId),
        quantity: args.quantity,
        allowDuplicates: args.allowDuplicates ?? false,
      }),
      edited,
    ),
  orderEditCommit: (
    _: undefined,
    args: { id: string; notifyCustomer?: boolean | null; staffNote?: string | null },
    { shop, access }: AdminContext,
  ) =>
    payloadOf(
      commitEdit(shop, {
        editId: editIdIn(args.id),
        notifyCustomer: args.notifyCustomer ?? false,
        staffNote: args.staffNote ?? null,
        appId: access.appId,
      }),
      (order) => ({ order, successMessages: ["Order updated"] }),
    ),
};

export const orderEditResolvers: ResolverMap = {
  CalculatedOrder: calculatedOrder,
  CalculatedLineItem: calculatedLineItem,
  Mutation: mutations,
};
