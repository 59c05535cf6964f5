import { z } from "zod";
import type { AppConfig, WebhookSubscription } from "./app-config.ts";
import { parseTomlSubset } from "./parse-toml-subset.ts";

const subscription = z.strictObject({
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
  uri: z.string(),
  name: z.string().optional(),
});

/** `filter` and `include_fields` are refused: the sandbox would have to shrink payloads to be honest. */
const appFile = z.object({
  name: z.string(),
  handle: z.string().optional(),
  application_url: z.string().optional(),
  access_scopes: z.object({
    scopes: z.string(),
    optional_scopes: z.array(z.string()).default([]),
  }),
  webhooks: z.object({ api_version: z.string(), subscriptions: z.array(subscription).default([]) }),
});

/**
 * Reads what the platform takes from an app's `shopify.app.toml`: scopes, webhook version, topics.
 * Topic names are given as in the file (`orders/create`, `customers/redact`).
 *
 * @throws Error naming the line or key that is not understood.
 */
export function parseAppToml(text: string): AppConfig {
  const file = appFile.parse(parseTomlSubset(text));
  const list = file.webhooks.subscriptions;
  return {
    name: file.name,
    handle: file.handle ?? file.name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    scopes: splitScopes(file.access_scopes.scopes),
    optionalScopes: file.access_scopes.optional_scopes,
    webhookApiVersion: file.webhooks.api_version,
    subscriptions: list.flatMap((entry) => entry.topics.map((topic) => subscribe(topic, entry))),
    complianceSubscriptions: list.flatMap((entry) =>
      entry.compliance_topics.map((topic) => subscribe(topic, entry)),
    ),
  };
}

function subscribe(topic: string, entry: z.infer<typeof subscription>): WebhookSubscription {
  return {
    topic,
    uri: appPath(entry.uri),
    ...(entry.name === undefined ? {} : { name: entry.name }),
  };
}

/** Absolute and relative uris name the same app here, because the sandbox is its only caller. */
function appPath(uri: string): string {
  if (uri.startsWith("/")) return uri;
  if (uri.startsWith("https://")) return new URL(uri).pathname;
  throw new Error(
    `Webhook uri ${uri} is neither a path nor https: the sandbox delivers over HTTP.`,
  );
}

function splitScopes(scopes: string): string[] {
  return scopes
    .split(",")
    .map((scope) => scope.trim())
    .filter((scope) => scope !== "");
}
