import { parseGid } from "../graphql/gid.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { ShopState } from "../shop/state.ts";
import { digestOf, ownNamespace, type Metafield } from "./metafield.ts";

export interface MetafieldInput {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  /** Null: only if there is none yet. A digest: only if the value is still that one. */
  compareDigest?: string | null;
}

const MAX_METAFIELDS = 25;

function findMetafield(
  shop: ShopState,
  wanted: { ownerId: string; namespace: string; key: string },
): Metafield | undefined {
  return [...shop.metafields.values()].find(
    ({ ownerGid, namespace, key }) =>
      ownerGid === wanted.ownerId && namespace === wanted.namespace && key === wanted.key,
  );
}

/** Writes up to 25 metafields, all or none, as `metafieldsSet` does. */
export function setMetafields(
  shop: ShopState,
  inputs: readonly MetafieldInput[],
  appId: string,
): Outcome<Metafield[]> {
  if (inputs.length > MAX_METAFIELDS) {
    return refuse("Exceeded the maximum metafields input limit of 25.", "LESS_THAN_OR_EQUAL_TO", [
      "metafields",
    ]);
  }
  for (const [index, input] of inputs.entries()) {
    const refusal = refusalToSet(shop, input, { index: String(index), appId });
    if (refusal !== null) return refusal;
  }
  return done(inputs.map((input) => write(shop, input, appId)));
}

function refusalToSet(
  shop: ShopState,
  input: MetafieldInput,
  { index, appId }: { index: string; appId: string },
) {
  const namespace = ownNamespace(input.namespace ?? "$app", appId);
  const existing = findMetafield(shop, { ...input, namespace });
  if (input.value === "") {
    return refuse("Value can't be blank.", "BLANK", ["metafields", index, "value"]);
  }
  if (existing === undefined && input.type == null) {
    return refuse("Type can't be blank.", "BLANK", ["metafields", index, "type"]);
  }
  if (parseGid(input.ownerId) === null) {
    return refuse("Owner does not exist.", "INVALID", ["metafields", index, "ownerId"]);
  }
  const expected = existing === undefined ? null : digestOf(existing);
  if (input.compareDigest !== undefined && input.compareDigest !== expected) {
    return refuse("The resource has been updated since it was loaded.", "STALE_OBJECT", [
      "metafields",
      index,
    ]);
  }
  return null;
}

function write(shop: ShopState, input: MetafieldInput, appId: string): Metafield {
  const now = nowIn(shop);
  const namespace = ownNamespace(input.namespace ?? "$app", appId);
  const existing = findMetafield(shop, { ...input, namespace });
  if (existing !== undefined) {
    return Object.assign(existing, {
      value: input.value,
      type: input.type ?? existing.type,
      updatedAt: now,
    });
  }
  const made: Metafield = {
    id: newId(shop, "Metafield"),
    ownerGid: input.ownerId,
    namespace,
    key: input.key,
    type: input.type ?? "single_line_text_field",
    value: input.value,
    createdAt: now,
    updatedAt: now,
  };
  shop.metafields.set(made.id, made);
  return made;
}

/** Deletes metafields; those that do not exist are passed over. */
export function deleteMetafields(
  shop: ShopState,
  identifiers: readonly { ownerId: string; namespace: string; key: string }[],
  appId: string,
): void {
  for (const identifier of identifiers) {
    const namespace = ownNamespace(identifier.namespace, appId);
    const existing = findMetafield(shop, { ...identifier, namespace });
    if (existing !== undefined) shop.metafields.delete(existing.id);
  }
}
