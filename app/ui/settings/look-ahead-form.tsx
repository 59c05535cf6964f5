import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, Layout } from "@shopify/polaris";
import { useState } from "react";
import type { LookAheadView } from "#app/shops/show-look-ahead.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { useFirstProblemFocus } from "../use-first-problem-focus.ts";
import type { LookAheadDraft } from "./look-ahead-sections.tsx";
import { LookAheadSections } from "./look-ahead-sections.tsx";

/** How the shop looks ahead; App Bridge's save bar appears with the first change. */
export function LookAheadForm({ view }: { readonly view: LookAheadView }) {
  const fetcher = useFetcher<ActionAnswer>({ key: "look-ahead" });
  const [changes, setChanges] = useState<Partial<LookAheadDraft>>({});
  useAnswerToast(fetcher.data, () => setChanges({}));
  const fields = useFirstProblemFocus(fetcher.data);
  const stored = startDraft(view);
  const draft = { ...stored, ...changes };
  const isDirty = JSON.stringify(draft) !== JSON.stringify(stored);
  const refused = isDirty && fetcher.data?.ok === false ? fetcher.data : undefined;
  const save = () =>
    void fetcher.submit(JSON.stringify({ ...draft, seen: view.seen }), {
      method: "post",
      action: "/app/settings/look-ahead",
      encType: "application/json",
    });
  return (
    <>
      <SaveBar id="look-ahead" open={isDirty}>
        <button variant="primary" onClick={save} disabled={fetcher.state !== "idle"}>
          Save
        </button>
        <button onClick={() => setChanges({})}>Discard</button>
      </SaveBar>
      <div ref={fields}>
        <Layout>
          {refused?.message ? (
            <Layout.Section>
              <Banner tone="critical">{refused.message}</Banner>
            </Layout.Section>
          ) : null}
          <LookAheadSections
            view={view}
            draft={draft}
            errors={refused?.errors ?? {}}
            onChange={(changed) => setChanges({ ...changes, ...changed })}
          />
        </Layout>
      </div>
    </>
  );
}

function startDraft({ settings }: LookAheadView): LookAheadDraft {
  const { replenishDays, coolOffMinutes, mostPlanChanges, ...rest } = settings;
  return {
    ...rest,
    replenishDays: String(replenishDays),
    coolOffMinutes: String(coolOffMinutes),
    mostPlanChanges: String(mostPlanChanges),
  };
}
