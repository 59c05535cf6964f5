import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { readLintFacts } from "#app/rules/read-lint-facts.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { readJson } from "#app/ui/read-json.ts";
import { rulesetSchema } from "#app/ui/rules/ruleset-schema.ts";

const askSchema = z.object({ ruleset: rulesetSchema });

/** Reads only; a POST because rules are too long for an address. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const asked = askSchema.safeParse(await readJson(request));
  if (!asked.success) return data({ ok: false, errors: formErrors(asked.error) }, 422);
  return { facts: await readLintFacts(shop, asked.data.ruleset) };
}
