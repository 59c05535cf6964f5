import { useFetcher } from "@remix-run/react";
import { Button, InlineError } from "@shopify/polaris";
import type { AccuracyRow } from "#app/inventory/counting/list-accuracy.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

/** Ends a location's count of a group: its tries start anew, and it is back in the pool. */
export function TrustAgainButton({ row }: { readonly row: AccuracyRow }) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  const { locationId, groupId, locationName, groupName } = row;
  const send = () =>
    void fetcher.submit(
      { locationId, groupId },
      { method: "post", action: "/app/inventory/accuracy/trust" },
    );
  const id = `trust-${locationId}-${groupId}`;
  return (
    <>
      <Button
        size="slim"
        loading={fetcher.state !== "idle"}
        onClick={send}
        accessibilityLabel={`${locationName} has been counted for ${groupName || "items without a group"}: start anew`}
      >
        Counted: start anew
      </Button>
      {fetcher.data?.ok === false ? (
        <InlineError message={fetcher.data.message ?? ""} fieldID={id} />
      ) : null}
    </>
  );
}
