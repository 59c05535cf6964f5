import { gidOf } from "../fulfillment-orders/payloads.ts";
import type { AdminContext } from "../graphql/context.ts";
import { moneyBag } from "../graphql/money.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import type { Address } from "../locations/location.ts";
import { centsOf, moneyOf } from "../shop/money.ts";
import type { ShopState } from "../shop/state.ts";
import type { Customer, LineItem, ShippingLine } from "./order.ts";
import { gramsOfVariant } from "./totals.ts";

function soldBy(shop: ShopState, { variantId }: LineItem) {
  const variant = shop.variants.get(variantId);
  const product = shop.products.get(variant?.productId ?? "");
  if (variant === undefined || product === undefined) throw new Error(`No variant ${variantId}`);
  return { variant, product };
}

function times(shop: ShopState, line: LineItem, units: number) {
  return moneyBag(shop, moneyOf(centsOf(line.unitPrice) * units));
}

const lineItemTexts = {
  name: (self: LineItem, _: unknown, { shop }: AdminContext) => {
    const { variant, product } = soldBy(shop, self);
    return `${product.title} - ${variant.title}`;
  },
  title: (self: LineItem, _: unknown, { shop }: AdminContext) => soldBy(shop, self).product.title,
  sku: (self: LineItem, _: unknown, { shop }: AdminContext) => soldBy(shop, self).variant.sku,
  vendor: (self: LineItem, _: unknown, { shop }: AdminContext) => soldBy(shop, self).product.vendor,
  variantTitle: (self: LineItem, _: unknown, { shop }: AdminContext) =>
    soldBy(shop, self).variant.title,
  variant: (self: LineItem, _: unknown, { shop }: AdminContext) => soldBy(shop, self).variant,
  product: (self: LineItem, _: unknown, { shop }: AdminContext) => soldBy(shop, self).product,
};

const lineItem = {
  id: ({ id }: LineItem) => gidOf("LineItem", id),
  ...plain<LineItem>("quantity", "currentQuantity"),
  ...lineItemTexts,
  customAttributes: () => [],
  image: () => null,
  isGiftCard: () => false,
  requiresShipping: () => true,
  taxable: () => true,
  nonFulfillableQuantity: () => 0,
  refundableQuantity: ({ quantity, refundedQuantity }: LineItem) => quantity - refundedQuantity,
  unfulfilledQuantity: ({ currentQuantity, fulfilledQuantity }: LineItem) =>
    Math.max(0, currentQuantity - fulfilledQuantity),
  weight: (self: LineItem, _: unknown, { shop }: AdminContext) => ({
    unit: "GRAMS",
    value: gramsOfVariant(shop, self),
  }),
  originalUnitPriceSet: (self: LineItem, _: unknown, { shop }: AdminContext) =>
    times(shop, self, 1),
  discountedUnitPriceSet: (self: LineItem, _: unknown, { shop }: AdminContext) =>
    times(shop, self, 1),
  discountedUnitPriceAfterAllDiscountsSet: (self: LineItem, _: unknown, { shop }: AdminContext) =>
    times(shop, self, 1),
  originalTotalSet: (self: LineItem, _: unknown, { shop }: AdminContext) =>
    times(shop, self, self.quantity),
  discountedTotalSet: (self: LineItem, _: unknown, { shop }: AdminContext) =>
    times(shop, self, self.quantity),
};

type MailingAddress = Address & { id: string };

const mailingAddress = {
  id: ({ id }: MailingAddress) => gidOf("MailingAddress", id),
  ...plain<MailingAddress>("address1", "address2", "city", "company", "country", "firstName"),
  ...plain<MailingAddress>("lastName", "latitude", "longitude", "phone", "province"),
  ...plain<MailingAddress>("provinceCode", "zip"),
  countryCodeV2: ({ countryCode }: MailingAddress) => countryCode,
  coordinatesValidated: ({ latitude }: MailingAddress) => latitude !== null,
  name: ({ firstName, lastName }: MailingAddress) => `${firstName ?? ""} ${lastName ?? ""}`.trim(),
  formatted: ({ address1, city, provinceCode, zip, country }: MailingAddress) => [
    address1,
    `${city} ${provinceCode ?? ""} ${zip}`,
    country,
  ],
  formattedArea: ({ city, provinceCode, country }: MailingAddress) =>
    `${city} ${provinceCode ?? ""}, ${country}`,
};

const shippingLine = {
  id: ({ id }: ShippingLine) => gidOf("ShippingLine", id),
  ...plain<ShippingLine>("title", "code"),
  source: () => "shopify",
  custom: () => false,
  isRemoved: () => false,
  carrierIdentifier: () => null,
  deliveryCategory: () => null,
  phone: () => null,
  originalPriceSet: ({ price }: ShippingLine, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, price),
  discountedPriceSet: ({ price }: ShippingLine, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, price),
  currentDiscountedPriceSet: ({ price }: ShippingLine, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, price),
};

const customer = {
  id: ({ id }: Customer) => gidOf("Customer", id),
  legacyResourceId: ({ id }: Customer) => id,
  ...plain<Customer>("tags", "firstName", "lastName", "createdAt"),
  displayName: ({ firstName, lastName }: Customer) => `${firstName} ${lastName}`,
  defaultEmailAddress: ({ email }: Customer) => (email === null ? null : { emailAddress: email }),
  email: ({ email }: Customer) => email,
  note: () => null,
  locale: () => "en",
  updatedAt: ({ createdAt }: Customer) => createdAt,
};

export const orderPartTypes: ResolverMap = {
  LineItem: lineItem,
  MailingAddress: mailingAddress,
  ShippingLine: shippingLine,
  Customer: customer,
};
