/** What a store page's write answers when it did not go through; success is a redirect. */
export interface StoreAnswer {
  /** Why, in words for the person holding the phone. */
  readonly message?: string;
  /** Message per form field. */
  readonly errors?: Readonly<Record<string, string>>;
}
