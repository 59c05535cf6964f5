import type { JsonTree } from "../shop/write-json.ts";
import type { Location } from "./location.ts";

/** Body of locations/create, update, activate and deactivate. It carries no coordinates. */
export function locationPayload(location: Location): JsonTree {
  const { address } = location;
  return {
    id: BigInt(location.id),
    name: location.name,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: address.countryCode,
    phone: address.phone,
    created_at: location.createdAt,
    updated_at: location.updatedAt,
    country_code: address.countryCode,
    country_name: address.country,
    province_code: address.provinceCode,
    legacy: false,
    active: location.active,
    admin_graphql_api_id: `gid://shopify/Location/${location.id}`,
  };
}
