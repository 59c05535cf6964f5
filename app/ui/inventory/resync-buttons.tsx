import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import type { StockRow } from "#app/inventory/stock-rows.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

const action = "/app/inventory/resync";

interface Resync {
  readonly start: () => void;
  readonly starting: boolean;
}

/** Reads one item's stock from Shopify again, at every location. */
export function useResyncItem(inventoryItemId: string): Resync {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  return {
    start: () => void fetcher.submit({ inventoryItemId }, { method: "post", action }),
    starting: fetcher.state !== "idle",
  };
}

/** The same as a row's button. */
export function ResyncItemButton({ row }: { readonly row: StockRow }) {
  const resync = useResyncItem(row.inventoryItemId);
  return (
    <Button
      size="slim"
      loading={resync.starting}
      onClick={resync.start}
      accessibilityLabel={`Resync ${row.title}: read it from Shopify again`}
    >
      Resync
    </Button>
  );
}

/** Compares every figure with Shopify's and repairs what differs. */
export function useResyncEverything(): Resync {
  const fetcher = useFetcher<ActionAnswer>({ key: "resync-everything" });
  useAnswerToast(fetcher.data);
  return {
    start: () => void fetcher.submit({}, { method: "post", action }),
    starting: fetcher.state !== "idle",
  };
}
