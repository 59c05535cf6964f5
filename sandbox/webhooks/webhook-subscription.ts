import type { Id } from "../shop/state.ts";

/** A subscription made through the API. Those of the app's TOML are never listed here. */
export interface WebhookSubscription {
  id: Id;
  appId: string;
  apiVersion: string;
  /** Upper-case enum value, e.g. "ORDERS_CREATE". */
  topic: string;
  uri: string;
  filter: string | null;
  format: "JSON" | "XML";
  includeFields: string[];
  metafieldNamespaces: string[];
  name: string | null;
  createdAt: string;
  updatedAt: string;
}
