import { gidOf } from "../fulfillment-orders/payloads.ts";
import type { Actor } from "../fulfillment-orders/fulfillment-order.ts";
import type { AdminContext } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { metafieldFields } from "../metafields/resolve-metafield.ts";
import { findNode } from "./find-node.ts";
import { nowIn } from "./now.ts";
import type { Job, ShopState } from "./state.ts";

const PLAN_NAMES = { standard: "Basic", advanced: "Advanced", plus: "Shopify Plus" } as const;

const shop = {
  id: ({ id }: ShopState) => gidOf("Shop", id),
  ...plain<ShopState>("name", "createdAt"),
  myshopifyDomain: ({ domain }: ShopState) => domain,
  url: ({ domain }: ShopState) => `https://${domain}`,
  primaryDomain: ({ domain }: ShopState) => ({
    id: "gid://shopify/Domain/1",
    host: domain,
    url: `https://${domain}`,
    sslEnabled: true,
  }),
  email: () => "owner@example.com",
  contactEmail: () => "owner@example.com",
  shopOwnerName: () => "Sam Rivers",
  currencyCode: ({ currency }: ShopState) => currency,
  ianaTimezone: ({ timeZone }: ShopState) => timeZone,
  unitSystem: () => "IMPERIAL_SYSTEM",
  weightUnit: () => "POUNDS",
  taxesIncluded: () => false,
  orderNumberFormatPrefix: () => "#",
  orderNumberFormatSuffix: () => "",
  plan: ({ plan }: ShopState) => ({
    displayName: PLAN_NAMES[plan],
    publicDisplayName: PLAN_NAMES[plan],
    shopifyPlus: plan === "plus",
    partnerDevelopment: false,
  }),
  ...metafieldFields<ShopState>("Shop"),
};

const app = {
  id: ({ appId }: Actor) => gidOf("App", appId),
  title: ({ appTitle }: Actor) => appTitle,
  handle: ({ appTitle }: Actor) => appTitle.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
  apiKey: (_: Actor, __: unknown, { access }: AdminContext) => access.appId,
  embedded: () => true,
};

interface Installation {
  id: string;
}

const appInstallation = {
  id: ({ id }: Installation) => gidOf("AppInstallation", id),
  app: (_: Installation, __: unknown, { actor }: AdminContext) => actor,
  accessScopes: (_: Installation, __: unknown, { access }: AdminContext) =>
    access.scopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
  ...metafieldFields<Installation>("AppInstallation"),
};

const job = {
  id: ({ id }: Job) => gidOf("Job", id),
  done: ({ done }: Job) => done,
};

const queries = {
  shop: (_: undefined, __: unknown, context: AdminContext) => context.shop,
  currentAppInstallation: (_: undefined, __: unknown, { access }: AdminContext) => ({
    id: access.appId,
  }),
  app: (_: undefined, { id }: { id?: string | null }, { actor }: AdminContext) =>
    id == null || idIn("App", id) === actor.appId ? actor : null,
  job: (_: undefined, { id }: { id: string }, context: AdminContext) =>
    context.shop.jobs.get(idIn("Job", id)) ?? null,
  node: (_: undefined, { id }: { id: string }, context: AdminContext) => findNode(context.shop, id),
  nodes: (_: undefined, { ids }: { ids: string[] }, context: AdminContext) =>
    ids.map((id) => findNode(context.shop, id)),
  publicApiVersions: () =>
    ["2026-01", "2026-04", "2026-07", "2026-10"].map((handle) => ({
      handle,
      displayName: handle,
      supported: true,
    })),
};

const mutations = {
  flowTriggerReceive: (
    _: undefined,
    { handle, payload }: { handle?: string | null; payload?: unknown },
    context: AdminContext,
  ) => {
    if (handle == null) {
      return { userErrors: [{ field: ["handle"], message: "Handle can't be blank", code: null }] };
    }
    context.shop.flowTriggers.push({ handle, payload, at: nowIn(context.shop) });
    return { userErrors: [] };
  },
};

export const shopResolvers: ResolverMap = {
  Shop: shop,
  App: app,
  AppInstallation: appInstallation,
  Job: job,
  QueryRoot: queries,
  Mutation: mutations,
};
