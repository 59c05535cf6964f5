import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { LintFacts } from "#app/rules/lint/lint-facts.ts";

const typingPauseMs = 800;

/** Where the facts are asked for; the editor's page does not load again because of it. */
export const factsPath = "/app/rules/facts";

/** What the shop knows about the rules on screen, asked again when typing pauses. */
export function useLintFacts(initial: LintFacts, ruleset: Ruleset | null): LintFacts {
  const fetcher = useFetcher<{ readonly facts: LintFacts }>();
  const { submit } = fetcher;
  const wanted = ruleset && JSON.stringify({ ruleset });
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === null || wanted === asked.current) return;
    const pause = setTimeout(
      () => {
        asked.current = wanted;
        submit(wanted, { method: "post", action: factsPath, encType: "application/json" });
      },
      asked.current === null ? 0 : typingPauseMs,
    );
    return () => clearTimeout(pause);
  }, [wanted, submit]);
  return fetcher.data?.facts ?? initial;
}
