/** What a handler sees of a request: everything already read, so that handlers are plain functions. */
export interface SandboxRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * What a handler answers. `fate` lets a fault spoil a finished answer on the wire: "reset" closes the
 * socket without a byte, "truncate" announces the whole length but sends half of it, "hang" never
 * answers.
 */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly fate?: "reset" | "truncate" | "hang";
}

export type Handler = (request: SandboxRequest) => Answer | Promise<Answer>;
