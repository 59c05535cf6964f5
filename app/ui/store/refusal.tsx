import type { StoreAnswer } from "./store-answer.ts";

/** Why a tap did nothing, announced at once: "Already taken by Ana". */
export function Refusal({ answer }: { readonly answer: StoreAnswer | undefined }) {
  return (
    <p className="notice grave" role="alert">
      {answer?.message ?? ""}
    </p>
  );
}
