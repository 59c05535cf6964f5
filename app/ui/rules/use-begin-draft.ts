import { useFetcher } from "@remix-run/react";
import type { ActionAnswer } from "../action-answer.ts";

/** What a draft begins with; without rules, a version's (null: the one in force). */
export interface DraftBeginning {
  readonly name: string;
  readonly comment?: string;
  readonly version?: number | null;
  /** As read from a file: checked by the server. */
  readonly ruleset?: unknown;
}

/** Begins a draft and goes to its page; `refused` says why not. */
export function useBeginDraft() {
  const fetcher = useFetcher<ActionAnswer>();
  return {
    isBeginning: fetcher.state !== "idle",
    refused: fetcher.data?.ok === false ? fetcher.data : undefined,
    begin: (beginning: DraftBeginning) =>
      void fetcher.submit(JSON.stringify(beginning), {
        method: "post",
        action: "/app/rules/drafts/begin",
        encType: "application/json",
      }),
  };
}
