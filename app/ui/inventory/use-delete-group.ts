import { useFetcher, useNavigate } from "@remix-run/react";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

/** Deletes a product group and goes back to the list of them. */
export function useDeleteGroup(groupId: string) {
  const fetcher = useFetcher<ActionAnswer>();
  const navigate = useNavigate();
  useAnswerToast(fetcher.data, () => navigate("/app/inventory/pool"));
  const action = `/app/inventory/pool/groups/${groupId}/delete`;
  return {
    start: () => void fetcher.submit({}, { method: "post", action }),
    going: fetcher.state !== "idle",
  };
}
