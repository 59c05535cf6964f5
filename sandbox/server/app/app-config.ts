/** One line of the app's declarative webhook configuration: where a topic goes. */
export interface WebhookSubscription {
  readonly topic: string;
  /** Path on the app, such as `/webhooks`. */
  readonly uri: string;
  readonly name?: string;
}

/** What the platform knows of an app: the parts of `shopify.app.toml` that change its behaviour here. */
export interface AppConfig {
  readonly name: string;
  readonly handle: string;
  readonly scopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly webhookApiVersion: string;
  readonly subscriptions: readonly WebhookSubscription[];
  readonly complianceSubscriptions: readonly WebhookSubscription[];
}
