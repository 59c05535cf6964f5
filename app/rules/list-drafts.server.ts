import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { DraftState } from "./draft-state.ts";
import { openDraftStates } from "./draft-state.ts";

/** A draft as a list shows it. */
export interface DraftHead {
  readonly draftId: string;
  readonly name: string;
  readonly state: DraftState;
  readonly changedBy: string;
  /** ISO 8601, as are the others. */
  readonly changedAt: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

const mostShown = 50;

/** Drafts nobody has finished with, the last one touched first. */
export async function listDrafts(tx: Tx, { shopId }: ShopContext): Promise<DraftHead[]> {
  const rows = await tx.ruleDraft.findMany({
    where: { shopId, state: { in: [...openDraftStates] } },
    orderBy: { changedAt: "desc" },
    take: mostShown,
  });
  return rows.map(({ draftId, name, state, changedBy, changedAt, startsAt, endsAt }) => ({
    ...{ draftId, name, changedBy, state: state as DraftState },
    changedAt: changedAt.toISOString(),
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
  }));
}
