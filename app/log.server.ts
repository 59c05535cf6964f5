import { pino } from "pino";
import { env } from "./env.server.ts";

/** Structured log. Anything that could hold a token or a person's data is cut out at the door. */
export const log = pino({
  level: env.LOG_LEVEL,
  redact: {
    paths: [
      "accessToken",
      "refreshToken",
      "*.accessToken",
      "*.refreshToken",
      "headers.authorization",
      "headers.cookie",
      "body",
      "*.email",
      "*.phone",
    ],
    censor: "[redacted]",
  },
});
