import { payloadOf } from "../graphql/answer-mutation.ts";
import type { AdminContext } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import { refuse } from "../shop/outcome.ts";
import { cancelFulfillmentOrder } from "./cancel.ts";
import type { LineRequest } from "./choose-lines.ts";
import { findFulfillmentOrder } from "./find.ts";
import type { HoldReason } from "./fulfillment-order.ts";
import { holdFulfillmentOrder } from "./hold.ts";
import { mergeFulfillmentOrders } from "./merge.ts";
import { prepareForPickup } from "./prepare-for-pickup.ts";
import { openFulfillmentOrder, reportProgress } from "./progress.ts";
import { releaseHolds } from "./release-hold.ts";
import { requestMove } from "./request-move.ts";
import { rerouteFulfillmentOrders } from "./reroute.ts";
import { rescheduleFulfillmentOrder, setFulfillmentDeadline } from "./schedule.ts";
import { splitFulfillmentOrders } from "./split.ts";

interface LineInput {
  id: string;
  quantity: number;
}

/** Ids of fulfillment order lines as the state knows them. */
export function linesIn(lines: readonly LineInput[] | null | undefined): LineRequest[] {
  return (lines ?? []).map(({ id, quantity }) => ({
    id: idIn("FulfillmentOrderLineItem", id),
    quantity,
  }));
}

function ownIdIn(gid: string): string {
  return idIn("FulfillmentOrder", gid);
}

interface HoldInput {
  reason: string;
  reasonNotes?: string | null;
  externalId?: string | null;
  handle?: string | null;
  fulfillmentOrderLineItems?: LineInput[] | null;
}

interface PartInput {
  fulfillmentOrderId: string;
  fulfillmentOrderLineItems?: LineInput[] | null;
}

const reshaping = {
  fulfillmentOrderMove: (
    _: undefined,
    args: { id: string; newLocationId: string; fulfillmentOrderLineItems?: LineInput[] | null },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      requestMove(shop, {
        id: ownIdIn(args.id),
        newLocationId: idIn("Location", args.newLocationId),
        lines: linesIn(args.fulfillmentOrderLineItems),
      }),
      ({ moved, original, remaining }) => ({
        movedFulfillmentOrder: moved,
        originalFulfillmentOrder: original,
        remainingFulfillmentOrder: remaining,
      }),
    ),
  fulfillmentOrderSplit: (
    _: undefined,
    args: { fulfillmentOrderSplits: PartInput[] },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      splitFulfillmentOrders(
        shop,
        args.fulfillmentOrderSplits.map((part) => ({
          id: ownIdIn(part.fulfillmentOrderId),
          lines: linesIn(part.fulfillmentOrderLineItems),
        })),
      ),
      (splits) => ({
        fulfillmentOrderSplits: splits.map(({ original, remaining }) => ({
          fulfillmentOrder: original,
          remainingFulfillmentOrder: remaining,
          replacementFulfillmentOrder: null,
        })),
      }),
    ),
  fulfillmentOrderMerge: (
    _: undefined,
    args: { fulfillmentOrderMergeInputs: { mergeIntents: PartInput[] }[] },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      mergeFulfillmentOrders(
        shop,
        args.fulfillmentOrderMergeInputs.map(({ mergeIntents }) =>
          mergeIntents.map((part) => ({
            id: ownIdIn(part.fulfillmentOrderId),
            lines: linesIn(part.fulfillmentOrderLineItems),
          })),
        ),
      ),
      (merged) => ({
        fulfillmentOrderMerges: merged.map((fulfillmentOrder) => ({ fulfillmentOrder })),
      }),
    ),
  fulfillmentOrdersReroute: (
    _: undefined,
    args: {
      fulfillmentOrderIds: string[];
      includedLocationIds?: string[] | null;
      excludedLocationIds?: string[] | null;
    },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      rerouteFulfillmentOrders(shop, {
        ids: args.fulfillmentOrderIds.map(ownIdIn),
        includedLocationIds: args.includedLocationIds?.map((gid) => idIn("Location", gid)) ?? null,
        excludedLocationIds: (args.excludedLocationIds ?? []).map((gid) => idIn("Location", gid)),
      }),
      (moved) => ({ movedFulfillmentOrders: moved }),
    ),
};

const holding = {
  fulfillmentOrderHold: (
    _: undefined,
    args: { id: string; fulfillmentHold: HoldInput },
    { shop, actor }: AdminContext,
  ) => {
    const { reason, reasonNotes, externalId, handle, fulfillmentOrderLineItems } =
      args.fulfillmentHold;
    return payloadOf(
      holdFulfillmentOrder(shop, {
        id: ownIdIn(args.id),
        reason: reason.toLowerCase() as HoldReason,
        reasonNotes: reasonNotes ?? null,
        externalId: externalId ?? null,
        handle: handle ?? "",
        lines: linesIn(fulfillmentOrderLineItems),
        heldBy: actor,
      }),
      ({ hold, fulfillmentOrder, remaining }) => ({
        fulfillmentHold: hold,
        fulfillmentOrder,
        remainingFulfillmentOrder: remaining,
      }),
    );
  },
  fulfillmentOrderReleaseHold: (
    _: undefined,
    args: { id: string; holdIds?: string[] | null; externalId?: string | null },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      releaseHolds(shop, {
        id: ownIdIn(args.id),
        holdIds: args.holdIds?.map((gid) => idIn("FulfillmentHold", gid)) ?? null,
        externalId: args.externalId ?? null,
      }),
      (fulfillmentOrder) => ({ fulfillmentOrder }),
    ),
};

const working = {
  fulfillmentOrderReportProgress: (
    _: undefined,
    args: { id: string; progressReport?: { reasonNotes?: string | null } | null },
    { shop, actor }: AdminContext,
  ) =>
    payloadOf(
      reportProgress(shop, {
        id: ownIdIn(args.id),
        reasonNotes: args.progressReport?.reasonNotes ?? null,
        actor,
      }),
      (fulfillmentOrder) => ({ fulfillmentOrder }),
    ),
  fulfillmentOrderOpen: (_: undefined, args: { id: string }, { shop, actor }: AdminContext) =>
    payloadOf(openFulfillmentOrder(shop, { id: ownIdIn(args.id), actor }), (fulfillmentOrder) => ({
      fulfillmentOrder,
    })),
  fulfillmentOrderCancel: (_: undefined, args: { id: string }, { shop }: AdminContext) =>
    payloadOf(cancelFulfillmentOrder(shop, ownIdIn(args.id)), ({ original, replacement }) => ({
      fulfillmentOrder: original,
      replacementFulfillmentOrder: replacement,
    })),
  /** For fulfillment services only; every location here is the merchant's own. */
  fulfillmentOrderClose: (_: undefined, args: { id: string }, { shop }: AdminContext) => {
    const found = findFulfillmentOrder(shop, ownIdIn(args.id), null);
    const refusal = refuse(
      "The fulfillment order's assigned fulfillment service must be of api type",
    );
    return payloadOf(found.ok ? refusal : found, () => ({}));
  },
  fulfillmentOrderReschedule: (
    _: undefined,
    args: { id: string; fulfillAt: string },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      rescheduleFulfillmentOrder(shop, { id: ownIdIn(args.id), fulfillAt: args.fulfillAt }),
      (fulfillmentOrder) => ({ fulfillmentOrder }),
    ),
  fulfillmentOrdersSetFulfillmentDeadline: (
    _: undefined,
    args: { fulfillmentOrderIds: string[]; fulfillmentDeadline: string },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      setFulfillmentDeadline(shop, {
        ids: args.fulfillmentOrderIds.map(ownIdIn),
        deadline: args.fulfillmentDeadline,
      }),
      (success) => ({ success }),
    ),
  fulfillmentOrderLineItemsPreparedForPickup: (
    _: undefined,
    args: { input: { lineItemsByFulfillmentOrder: { fulfillmentOrderId: string }[] } },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      prepareForPickup(
        shop,
        args.input.lineItemsByFulfillmentOrder.map((part) => ownIdIn(part.fulfillmentOrderId)),
      ),
      () => ({}),
    ),
};

export const fulfillmentOrderMutations: ResolverMap = {
  Mutation: { ...reshaping, ...holding, ...working },
};
