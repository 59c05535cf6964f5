import { gidOf } from "../fulfillment-orders/payloads.ts";
import { payloadOf } from "../graphql/answer-mutation.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { exactCount } from "../graphql/money.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { ShopState } from "../shop/state.ts";
import type { WebhookSubscription } from "./webhook-subscription.ts";

interface SubscriptionInput {
  uri?: string | null;
  callbackUrl?: string | null;
  filter?: string | null;
  format?: "JSON" | "XML" | null;
  includeFields?: string[] | null;
  metafieldNamespaces?: string[] | null;
  name?: string | null;
}

interface ListArguments extends PageArguments {
  topics?: string[] | null;
  uri?: string | null;
}

const DESTINATION = /^(https:\/\/|pubsub:\/\/|arn:aws:events:)/;

function settingsIn(input: SubscriptionInput, uri: string) {
  return {
    uri,
    filter: input.filter ?? null,
    format: input.format ?? "JSON",
    includeFields: input.includeFields ?? [],
    metafieldNamespaces: input.metafieldNamespaces ?? [],
    name: input.name ?? null,
  } as const;
}

function create(
  { shop, access }: AdminContext,
  topic: string,
  input: SubscriptionInput,
): Outcome<WebhookSubscription> {
  const uri = input.uri ?? input.callbackUrl ?? "";
  if (!DESTINATION.test(uri)) {
    return refuse("Address is invalid", null, ["webhookSubscription", "uri"]);
  }
  const taken = own(shop, access.appId).some((one) => one.topic === topic && one.uri === uri);
  if (taken) {
    const message = "Address for this topic has already been taken";
    return refuse(message, null, ["webhookSubscription", "uri"]);
  }
  const now = nowIn(shop);
  const made: WebhookSubscription = {
    id: newId(shop, "WebhookSubscription"),
    appId: access.appId,
    apiVersion: access.apiVersion,
    topic,
    ...settingsIn(input, uri),
    createdAt: now,
    updatedAt: now,
  };
  shop.webhookSubscriptions.set(made.id, made);
  return done(made);
}

function own(shop: ShopState, appId: string): WebhookSubscription[] {
  return [...shop.webhookSubscriptions.values()].filter((one) => one.appId === appId);
}

function find({ shop, access }: AdminContext, gid: string): Outcome<WebhookSubscription> {
  const found = shop.webhookSubscriptions.get(idIn("WebhookSubscription", gid));
  return found?.appId === access.appId
    ? done(found)
    : refuse("Webhook subscription does not exist", null, ["id"]);
}

const subscription = {
  id: ({ id }: WebhookSubscription) => gidOf("WebhookSubscription", id),
  legacyResourceId: ({ id }: WebhookSubscription) => id,
  ...plain<WebhookSubscription>("topic", "uri", "filter", "format", "includeFields"),
  ...plain<WebhookSubscription>("metafieldNamespaces", "name", "createdAt", "updatedAt"),
  apiVersion: ({ apiVersion }: WebhookSubscription) => ({
    handle: apiVersion,
    displayName: apiVersion,
    supported: true,
  }),
};

function listed({ shop, access }: AdminContext, args: ListArguments): WebhookSubscription[] {
  return own(shop, access.appId).filter(
    ({ topic, uri }) =>
      (args.topics == null || args.topics.includes(topic)) &&
      (args.uri == null || args.uri === uri),
  );
}

const queries = {
  webhookSubscription: (_: undefined, { id }: { id: string }, context: AdminContext) => {
    const found = find(context, id);
    return found.ok ? found.result : null;
  },
  webhookSubscriptions: (_: undefined, args: ListArguments, context: AdminContext) =>
    connect(listed(context, args), args, byId),
  webhookSubscriptionsCount: (_: undefined, args: ListArguments, context: AdminContext) =>
    exactCount(listed(context, args).length),
};

const mutations = {
  webhookSubscriptionCreate: (
    _: undefined,
    args: { topic: string; webhookSubscription: SubscriptionInput },
    context: AdminContext,
  ) =>
    payloadOf(create(context, args.topic, args.webhookSubscription), (made) => ({
      webhookSubscription: made,
    })),
  webhookSubscriptionUpdate: (
    _: undefined,
    args: { id: string; webhookSubscription: SubscriptionInput },
    context: AdminContext,
  ) => {
    const found = find(context, args.id);
    if (found.ok) {
      const { uri, callbackUrl } = args.webhookSubscription;
      const address = uri ?? callbackUrl ?? found.result.uri;
      Object.assign(found.result, settingsIn(args.webhookSubscription, address));
      found.result.updatedAt = nowIn(context.shop);
    }
    return payloadOf(found, (updated) => ({ webhookSubscription: updated }));
  },
  webhookSubscriptionDelete: (_: undefined, { id }: { id: string }, context: AdminContext) => {
    const found = find(context, id);
    if (found.ok) context.shop.webhookSubscriptions.delete(found.result.id);
    return payloadOf(found, () => ({ deletedWebhookSubscriptionId: id }));
  },
};

export const webhookResolvers: ResolverMap = {
  WebhookSubscription: subscription,
  QueryRoot: queries,
  Mutation: mutations,
};
