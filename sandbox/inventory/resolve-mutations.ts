import { GraphQLError } from "graphql";
import { payloadOf } from "../graphql/answer-mutation.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import { activateLevel, deactivateLevel } from "./activate-level.ts";
import { adjustQuantities } from "./adjust-quantities.ts";
import type { InventoryLevel } from "./level.ts";
import { moveQuantities, type Terminal } from "./move-quantities.ts";
import { levelOf } from "./open-level.ts";
import { findLevel } from "./resolve.ts";
import { setQuantities } from "./set-quantities.ts";
import { updateItem, type ItemInput } from "./update-item.ts";

interface Expectation {
  changeFromQuantity?: number | null;
}

/** Since 2026-04 the caller must say what it expects, be it null for "anything". */
function expected(input: Expectation, inputType: string): number | null {
  if (input.changeFromQuantity !== undefined) return input.changeFromQuantity;
  throw new GraphQLError(`${inputType} must include the following argument: changeFromQuantity.`, {
    extensions: { code: "INVALID_FIELD_ARGUMENTS" },
  });
}

interface PlaceInput {
  inventoryItemId: string;
  locationId: string;
}

function placeIn({ inventoryItemId, locationId }: PlaceInput) {
  return {
    itemId: idIn("InventoryItem", inventoryItemId),
    locationId: idIn("Location", locationId),
  };
}

interface TerminalInput extends Expectation {
  locationId: string;
  name: string;
  ledgerDocumentUri?: string | null;
}

function terminalIn(input: TerminalInput): Terminal {
  return {
    locationId: idIn("Location", input.locationId),
    name: input.name,
    changeFromQuantity: expected(input, "InventoryMoveQuantityTerminalInput"),
    ledgerDocumentUri: input.ledgerDocumentUri ?? null,
  };
}

interface AdjustInput {
  name: string;
  reason: string;
  referenceDocumentUri?: string | null;
  changes: (PlaceInput & Expectation & { delta: number; ledgerDocumentUri?: string | null })[];
}

interface SetInput {
  name: string;
  reason: string;
  referenceDocumentUri?: string | null;
  quantities: (PlaceInput & Expectation & { quantity: number })[];
}

interface SetOnHandInput {
  reason: string;
  referenceDocumentUri: string;
  setQuantities: (PlaceInput & Expectation & { quantity: number })[];
}

interface MoveInput {
  reason: string;
  referenceDocumentUri: string;
  changes: { inventoryItemId: string; quantity: number; from: TerminalInput; to: TerminalInput }[];
}

const quantities = {
  inventoryAdjustQuantities: (
    _: undefined,
    { input }: { input: AdjustInput },
    { shop, actor }: AdminContext,
  ) => {
    const changes = input.changes.map((change) => ({
      ...placeIn(change),
      delta: change.delta,
      changeFromQuantity: expected(change, "InventoryChangeInput"),
      ledgerDocumentUri: change.ledgerDocumentUri ?? null,
    }));
    const { name, reason, referenceDocumentUri = null } = input;
    const request = { name, reason, referenceDocumentUri, changes, app: actor };
    return payloadOf(adjustQuantities(shop, request), (group) => ({
      inventoryAdjustmentGroup: group,
    }));
  },
  inventorySetQuantities: (_: undefined, { input }: { input: SetInput }, context: AdminContext) =>
    set(context, input, input.quantities),
  inventorySetOnHandQuantities: (
    _: undefined,
    { input }: { input: SetOnHandInput },
    context: AdminContext,
  ) => set(context, { ...input, name: "on_hand" }, input.setQuantities),
  inventoryMoveQuantities: (
    _: undefined,
    { input }: { input: MoveInput },
    { shop, actor }: AdminContext,
  ) => {
    const changes = input.changes.map(({ inventoryItemId, quantity, from, to }) => ({
      itemId: idIn("InventoryItem", inventoryItemId),
      quantity,
      from: terminalIn(from),
      to: terminalIn(to),
    }));
    const { reason, referenceDocumentUri } = input;
    return payloadOf(
      moveQuantities(shop, { reason, referenceDocumentUri, changes, app: actor }),
      (group) => ({ inventoryAdjustmentGroup: group }),
    );
  },
};

function set(
  { shop, actor }: AdminContext,
  input: Omit<SetInput, "quantities">,
  wanted: SetInput["quantities"],
) {
  const quantitiesIn = wanted.map((entry) => ({
    ...placeIn(entry),
    quantity: entry.quantity,
    changeFromQuantity: expected(entry, "InventoryQuantityInput"),
  }));
  const { name, reason, referenceDocumentUri = null } = input;
  const request = { name, reason, referenceDocumentUri, quantities: quantitiesIn, app: actor };
  return payloadOf(setQuantities(shop, request), (group) => ({ inventoryAdjustmentGroup: group }));
}

interface ActivateArguments extends PlaceInput {
  available?: number | null;
  onHand?: number | null;
}

interface ToggleArguments {
  inventoryItemId: string;
  inventoryItemUpdates: { locationId: string; activate: boolean }[];
}

const stocking = {
  inventoryActivate: (_: undefined, args: ActivateArguments, { shop }: AdminContext) =>
    payloadOf(
      activateLevel(shop, {
        ...placeIn(args),
        available: args.available ?? null,
        onHand: args.onHand ?? null,
      }),
      (inventoryLevel) => ({ inventoryLevel }),
    ),
  inventoryDeactivate: (
    _: undefined,
    args: { inventoryLevelId: string },
    { shop }: AdminContext,
  ) => {
    const level = findLevel(shop, args.inventoryLevelId);
    const outcome =
      level === null
        ? refuse("The inventory level couldn't be found.")
        : deactivateLevel(shop, level);
    return payloadOf(outcome, () => ({}));
  },
  inventoryBulkToggleActivation: (_: undefined, args: ToggleArguments, { shop }: AdminContext) => {
    const [update, ...more] = args.inventoryItemUpdates;
    if (update === undefined || more.length > 0) {
      throw notImplemented("inventoryBulkToggleActivation with other than one update");
    }
    const place = placeIn({ ...args, locationId: update.locationId });
    const level = levelOf(shop, place.itemId, place.locationId);
    const outcome: Outcome<InventoryLevel | null> = update.activate
      ? activateLevel(shop, { ...place, available: null, onHand: null })
      : level === undefined
        ? done(null)
        : deactivateLevel(shop, level);
    return payloadOf(outcome, (toggled) => ({
      inventoryItem: shop.inventoryItems.get(place.itemId),
      inventoryLevels: toggled === null ? [] : [toggled],
    }));
  },
  inventoryItemUpdate: (
    _: undefined,
    args: { id: string; input: ItemInput },
    { shop }: AdminContext,
  ) =>
    payloadOf(updateItem(shop, idIn("InventoryItem", args.id), args.input), (inventoryItem) => ({
      inventoryItem,
    })),
};

export const inventoryMutations: ResolverMap = { Mutation: { ...quantities, ...stocking } };
