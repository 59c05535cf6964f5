import type { Id } from "../shop/state.ts";

export interface Address {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string;
  address2: string | null;
  city: string;
  province: string | null;
  provinceCode: string | null;
  country: string;
  countryCode: string;
  zip: string;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Location {
  id: Id;
  name: string;
  /** Place in the merchant's ranking of locations; 1 is the highest priority. */
  priority: number;
  active: boolean;
  fulfillsOnlineOrders: boolean;
  /** Instructions and promised time when the location offers pickup, else null. */
  localPickup: { instructions: string; pickupTime: string } | null;
  address: Address;
  createdAt: string;
  updatedAt: string;
  deactivatedAt: string | null;
}
