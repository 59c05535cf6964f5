import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { StockRow } from "#app/inventory/stock-rows.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

/** The figure as typed, its problem if it was refused, and how to save it. Empty: inherited. */
export function useSafetyStock({
  inventoryItemId,
  locationId,
  safetyStock,
  safetyScope,
}: StockRow) {
  const fetcher = useFetcher<ActionAnswer>();
  const stored = safetyScope === "shelf" ? String(safetyStock) : "";
  const [typed, setTyped] = useState<string | null>(null);
  useAnswerToast(fetcher.data, () => setTyped(null));
  const saving = fetcher.state !== "idle";
  const save = () => {
    if (typed === null || typed === stored || saving) return;
    const fields = { inventoryItemId, locationId, safetyStock: typed };
    void fetcher.submit(fields, { method: "post", action: "/app/inventory/safety-stock" });
  };
  return { value: typed ?? stored, type: setTyped, save, saving, problem: problemOf(fetcher.data) };
}

function problemOf(answer: ActionAnswer | undefined): string {
  if (!answer || answer.ok) return "";
  return answer.errors?.safetyStock ?? answer.message ?? "";
}
