import { useFetcher, useNavigate } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack } from "@shopify/polaris";
import { useState } from "react";
import type { GroupDetails } from "#app/inventory/pool/show-group.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { useFirstProblemFocus } from "../use-first-problem-focus.ts";
import type { GroupDraft } from "./group-draft.ts";
import { finishGroupDraft, startGroupDraft } from "./group-draft.ts";
import { GroupPlacesCard } from "./group-places-card.tsx";
import { GroupSections } from "./group-sections.tsx";

/** A product group's settings; App Bridge's save bar appears with the first change. */
export function GroupForm({ group }: { readonly group: GroupDetails }) {
  const fetcher = useFetcher<ActionAnswer>({ key: `group-${group.groupId}` });
  const navigate = useNavigate();
  const [changes, setChanges] = useState<Partial<GroupDraft>>({});
  useAnswerToast(fetcher.data, () => {
    setChanges({});
    if (group.groupId === null) navigate("/app/inventory/pool");
  });
  const fields = useFirstProblemFocus(fetcher.data);
  const stored = startGroupDraft(group);
  const draft = { ...stored, ...changes };
  const isDirty = JSON.stringify(draft) !== JSON.stringify(stored);
  const refused = isDirty && fetcher.data?.ok === false ? fetcher.data : undefined;
  const change = (changed: Partial<GroupDraft>) => setChanges({ ...changes, ...changed });
  const save = () =>
    void fetcher.submit(finishGroupDraft(draft), {
      method: "post",
      action: `/app/inventory/pool/groups/${group.groupId ?? "new"}/save`,
      encType: "application/json",
    });
  return (
    <>
      <SaveBar id="product-group" open={isDirty}>
        <button variant="primary" onClick={save} disabled={fetcher.state !== "idle"}>
          Save
        </button>
        <button onClick={() => setChanges({})}>Discard</button>
      </SaveBar>
      <div ref={fields}>
        <BlockStack gap="400">
          {refused?.message ? <Banner tone="critical">{refused.message}</Banner> : null}
          <GroupSections draft={draft} errors={refused?.errors ?? {}} onChange={change} />
          <GroupPlacesCard
            places={draft.places}
            errors={refused?.errors ?? {}}
            onChange={(places) => change({ places })}
          />
        </BlockStack>
      </div>
    </>
  );
}
