/** What a resource route answers its fetcher; the status code says the same to machines. */
export type ActionAnswer =
  | { readonly ok: true; readonly message: string }
  | {
      readonly ok: false;
      readonly message?: string;
      /** Message per form field. */
      readonly errors?: Readonly<Record<string, string>>;
    };
