import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import type { StockRow } from "#app/inventory/stock-rows.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

const action = "/app/inventory/resync";

/** Reads one item's stock from Shopify again, at every location. */
export function ResyncItemButton({ row }: { readonly row: StockRow }) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  const fields = { inventoryItemId: row.inventoryItemId };
  return (
    <Button
      size="slim"
      loading={fetcher.state !== "idle"}
      onClick={() => void fetcher.submit(fields, { method: "post", action })}
      accessibilityLabel={`Resync ${row.title}: read it from Shopify again`}
    >
      Resync
    </Button>
  );
}

/** Compares every figure with Shopify's and repairs what differs. */
export function useResyncEverything(): { readonly start: () => void; readonly starting: boolean } {
  const fetcher = useFetcher<ActionAnswer>({ key: "resync-everything" });
  useAnswerToast(fetcher.data);
  return {
    start: () => void fetcher.submit({}, { method: "post", action }),
    starting: fetcher.state !== "idle",
  };
}
