import { createHash } from "node:crypto";
import { Kind, type DirectiveNode, type GraphQLResolveInfo, type ValueNode } from "graphql";
import { nowIn } from "../shop/now.ts";
import type { Outcome, Refusal } from "../shop/outcome.ts";
import type { AdminContext } from "./context.ts";
import { badRequest } from "./errors.ts";
import type { Resolver } from "./resolver.ts";

/** These refuse to run without `@idempotent(key:)` since 2026-04. */
const NEEDS_IDEMPOTENCY_KEY = new Set([
  "inventoryActivate",
  "inventoryAdjustQuantities",
  "inventoryMoveQuantities",
  "inventorySetOnHandQuantities",
  "inventorySetQuantities",
  "refundCreate",
]);

/** The userErrors types that know the code below; elsewhere the message stands alone. */
const KEY_MISMATCH: Refusal = {
  field: null,
  message: "The same idempotency key cannot be used with different operation parameters.",
  code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
};

/** A mutation's payload: what was done, or Shopify's "no" with every other field null. */
export function payloadOf<Result>(
  outcome: Outcome<Result>,
  fieldsOf: (result: Result) => Record<string, unknown>,
  errorsField = "userErrors",
): Record<string, unknown> {
  if (outcome.ok) return { ...fieldsOf(outcome.result), [errorsField]: [] };
  return { [errorsField]: outcome.refusals };
}

/** Runs a mutation once per idempotency key and writes it into the shop's log. */
export function answerMutation(
  name: string,
  resolve: Resolver<undefined, never>,
): Resolver<undefined, never> {
  return (parent: undefined, args: never, context: AdminContext, info: GraphQLResolveInfo) => {
    const argumentsDigest = digestOf(args);
    const key = idempotencyKey(name, info);
    if (key === null) {
      return recorded(name, argumentsDigest, context, resolve(parent, args, context, info));
    }
    const slot = `${context.access.appId} ${name} ${key}`;
    const remembered = context.shop.rememberedAnswers.get(slot);
    if (remembered?.argumentsDigest === argumentsDigest) return remembered.payload;
    if (remembered !== undefined) return { userErrors: [KEY_MISMATCH] };
    const payload = resolve(parent, args, context, info);
    context.shop.rememberedAnswers.set(slot, { argumentsDigest, payload });
    return recorded(name, argumentsDigest, context, payload);
  };
}

function recorded(
  name: string,
  argumentsDigest: string,
  { shop, access }: AdminContext,
  payload: unknown,
): unknown {
  const errors = Object.entries(payload as Record<string, unknown>).find(([field]) =>
    field.endsWith("serErrors"),
  );
  const refused = Array.isArray(errors?.[1]) && errors[1].length > 0;
  shop.mutationLog.push({
    name,
    argumentsDigest,
    appId: access.appId,
    at: nowIn(shop),
    outcome: refused ? "refused" : "committed",
  });
  return payload;
}

function digestOf(args: unknown): string {
  return createHash("sha256").update(JSON.stringify(args)).digest("hex");
}

/** The key of the field's `@idempotent`; null when it has none and needs none. */
function idempotencyKey(name: string, info: GraphQLResolveInfo): string | null {
  const directive = info.fieldNodes[0]?.directives?.find(
    (candidate) => candidate.name.value === "idempotent",
  );
  if (directive !== undefined) return keyIn(directive, info.variableValues);
  if (!NEEDS_IDEMPOTENCY_KEY.has(name)) return null;
  throw badRequest("The @idempotent directive is required for this mutation but was not provided.");
}

function keyIn(directive: DirectiveNode, variables: Record<string, unknown>): string {
  const value = directive.arguments?.[0]?.value;
  const key = value?.kind === Kind.STRING ? value.value : variableIn(value, variables);
  if (typeof key !== "string" || key.trim() === "") {
    throw badRequest("The idempotency key cannot be blank.");
  }
  return key;
}

function variableIn(value: ValueNode | undefined, variables: Record<string, unknown>): unknown {
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
}
