import { z } from "zod";

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: port(3000),
  /** Worker's private port for /healthz, /readyz and /metrics; 0 turns it off. */
  WORKER_PORT: port(0),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  /** The previous secret, while Shopify may still sign with it after a rotation. */
  SHOPIFY_API_SECRET_OLD: z.string().optional(),
  SHOPIFY_APP_URL: z.url(),
  SCOPES: z.string().min(1),
  /** Comma-separated `id:base64 of 32 bytes`, newest first; older ones only decrypt. */
  ENCRYPTION_KEYS: z.string().regex(/^[^:,]+:[A-Za-z0-9+/=]{44}(,[^:,]+:[A-Za-z0-9+/=]{44})*$/),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Env = z.infer<typeof schema>;

/** Reads the process environment once. Throws one line per missing or malformed variable. */
function readEnv(): Env {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is incomplete (see .env.example):\n${lines.join("\n")}`);
}

export const env = readEnv();
