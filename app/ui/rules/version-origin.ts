import type { RuleOrigin } from "#app/rules/publish-rules.server.ts";

/** How a version came to be, in words. */
export const originWords: Readonly<Record<RuleOrigin, string>> = {
  published: "Published",
  switched: "Guardrail switched",
  scheduled: "Scheduled",
  returned: "Came back after a schedule",
  rolled_back: "Rolled back",
};
