import { gidOf } from "../fulfillment-orders/payloads.ts";
import type { Address } from "../locations/location.ts";
import { priceSet } from "../shop/money.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import type { Order, ShippingLine } from "./order.ts";

/** A REST address, with coordinates where they are known. */
export function addressPayload(address: Address): JsonTree {
  return {
    ...addressPart(address),
    latitude: address.latitude,
    longitude: address.longitude,
  };
}

function addressPart(address: Address) {
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: address.country,
    last_name: address.lastName,
    address2: address.address2,
    company: address.company,
    name: `${address.firstName ?? ""} ${address.lastName ?? ""}`.trim(),
    country_code: address.countryCode,
    province_code: address.provinceCode,
  };
}

/** The customer of an order; their own address is where the order goes. */
export function customerPayload(shop: ShopState, order: Order): JsonTree {
  const { customer, destination } = order;
  if (customer === null) return null;
  return {
    id: BigInt(customer.id),
    created_at: customer.createdAt,
    updated_at: customer.createdAt,
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: "disabled",
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email,
    phone: null,
    currency: shop.currency,
    tax_exemptions: [],
    admin_graphql_api_id: gidOf("Customer", customer.id),
    default_address: destination === null ? null : defaultAddress(order, customer.id, destination),
  };
}

function defaultAddress(order: Order, customerId: Id, destination: Address): JsonTree {
  return {
    id: BigInt(order.destinationId ?? customerId),
    customer_id: BigInt(customerId),
    ...addressPart(destination),
    country_name: destination.country,
    default: true,
  };
}

export function shippingLinePayload(line: ShippingLine, currency: string): JsonTree {
  return {
    id: BigInt(line.id),
    carrier_identifier: null,
    code: line.code,
    current_discounted_price_set: priceSet(line.price, currency),
    discounted_price: line.price,
    discounted_price_set: priceSet(line.price, currency),
    is_removed: false,
    phone: null,
    price: line.price,
    price_set: priceSet(line.price, currency),
    requested_fulfillment_service_id: null,
    source: "shopify",
    title: line.title,
    tax_lines: [],
    discount_allocations: [],
  };
}
