import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, Layout } from "@shopify/polaris";
import { useState } from "react";
import type { LocationDetails } from "#app/locations/show-location.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { useFirstProblemFocus } from "../use-first-problem-focus.ts";
import type { SettingsDraft } from "./settings-draft.ts";
import { finishDraft, startDraft } from "./settings-draft.ts";
import type { TextName } from "./settings-sections.tsx";
import { SettingsSections } from "./settings-sections.tsx";

/** One location's settings; App Bridge's save bar appears with the first change. */
export function SettingsForm({ location }: { readonly location: LocationDetails }) {
  const fetcher = useFetcher<ActionAnswer>({ key: `settings-${location.locationId}` });
  const [changes, setChanges] = useState<Partial<SettingsDraft>>({});
  useAnswerToast(fetcher.data, () => setChanges({}));
  const fields = useFirstProblemFocus(fetcher.data);
  const stored = startDraft(location.settings);
  const draft = { ...stored, ...changes };
  const isDirty = JSON.stringify(draft) !== JSON.stringify(stored);
  const refused = isDirty && fetcher.data?.ok === false ? fetcher.data : undefined;
  const save = () =>
    void fetcher.submit(JSON.stringify(finishDraft(draft)), {
      method: "post",
      action: `/app/locations/${location.locationId}/settings`,
      encType: "application/json",
    });
  const change = (changed: Partial<SettingsDraft>) => setChanges({ ...changes, ...changed });
  const field = (name: TextName) => ({
    value: draft[name],
    onChange: (text: string) => change({ [name]: text }),
    error: refused?.errors?.[name] ?? "",
    autoComplete: "off",
  });
  return (
    <>
      <SaveBar id="location-settings" open={isDirty}>
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
          <SettingsSections
            location={location}
            draft={draft}
            field={field}
            errors={refused?.errors ?? {}}
            onChange={change}
          />
        </Layout>
      </div>
    </>
  );
}
