import { expect, test } from "vitest";
import { parseAppToml } from "#sandbox/server/app/parse-app-toml.ts";

const FILE = `
# The app, as the platform sees it.
client_id = "abc"
name = "Backroom"
application_url = "https://backroom.example"
embedded = true

[access_scopes]
scopes = "read_orders, write_orders" # least
optional_scopes = [ "write_inventory" ]

[auth]
redirect_urls = [
  "https://backroom.example/auth/callback", # a comment with "quotes"
]

[webhooks]
api_version = "2026-10"

  [[webhooks.subscriptions]]
  topics = [ "orders/create", "orders/updated" ]
  uri = "/webhooks"
  name = "orders#1"

  [[webhooks.subscriptions]]
  compliance_topics = [ "customers/redact" ]
  uri = "https://backroom.example/webhooks/privacy"

[pos]
embedded = false
`;

test("takes scopes, version and one subscription per topic", () => {
  expect(parseAppToml(FILE)).toEqual({
    name: "Backroom",
    handle: "backroom",
    scopes: ["read_orders", "write_orders"],
    optionalScopes: ["write_inventory"],
    webhookApiVersion: "2026-10",
    subscriptions: [
      { topic: "orders/create", uri: "/webhooks", name: "orders#1" },
      { topic: "orders/updated", uri: "/webhooks", name: "orders#1" },
    ],
    complianceSubscriptions: [{ topic: "customers/redact", uri: "/webhooks/privacy" }],
  });
});

test.each([
  ["a line it does not know", FILE.replace("embedded = true", "embedded"), /Line 6 is not TOML/],
  ["a value it does not know", FILE.replace("= true", "= 1979-05-27"), /Line 6 has a value/],
  ["an array left open", `${FILE}\nx = [ "a",`, /never closes/],
  ["a filter", FILE.replace('name = "orders#1"', 'filter = "id:1"'), /filter/],
  ["a queue for uri", FILE.replace('"/webhooks"', '"pubsub://a:b"'), /delivers over HTTP/],
])("refuses %s", (_what, text, message) => {
  expect(() => parseAppToml(text)).toThrow(message);
});
