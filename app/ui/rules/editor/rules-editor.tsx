import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, Layout, TextField } from "@shopify/polaris";
import { useMemo } from "react";
import type { DraftView } from "#app/rules/show-draft.server.ts";
import { useFirstProblemFocus } from "../../use-first-problem-focus.ts";
import { nameLocations } from "../name-locations.ts";
import type { EditorAids } from "./editor-context.ts";
import { EditorContext } from "./editor-context.ts";
import type { ChoiceList } from "./field-input.ts";
import { fixedChoices } from "./field-input.ts";
import { problemAt } from "./find-rule-problems.ts";
import { GuardrailsSection } from "./guardrails-section.tsx";
import { LanesSection } from "./lanes-section.tsx";
import { StepsSection } from "./steps-section.tsx";
import { SummarySide } from "./summary-side.tsx";
import { useAnnouncer } from "./use-announcer.tsx";
import { useOpenRules } from "./use-open-rules.ts";
import type { useRulesEditor } from "./use-rules-editor.ts";
import { useUnsavedGuard } from "./use-unsaved-guard.ts";

interface RulesEditorProps {
  readonly view: DraftView;
  readonly editor: ReturnType<typeof useRulesEditor>;
}

/** A draft as rows to edit, with its check and its summary beside it; saved by App Bridge's save bar. */
export function RulesEditor({ view, editor }: RulesEditorProps) {
  const { text, finished, problems, isDirty, refused, change } = editor;
  const open = useOpenRules();
  const { announce, region } = useAnnouncer();
  const aids = useAids(view, editor, announce);
  const fields = useFirstProblemFocus(refused);
  useUnsavedGuard(isDirty);
  return (
    <EditorContext.Provider value={aids}>
      <SaveBar id="rules-draft" open={isDirty}>
        <button variant="primary" onClick={editor.save} disabled={editor.isSaving}>
          Save
        </button>
        <button onClick={editor.discard}>Discard</button>
      </SaveBar>
      {region}
      <div ref={fields}>
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              {refused?.message ? <Banner tone="critical">{refused.message}</Banner> : null}
              <Card>
                <BlockStack gap="300">
                  <TextField
                    label="Name of this draft"
                    value={text.name}
                    onChange={(name) => change({ name })}
                    error={problemAt(problems, "name")}
                    autoComplete="off"
                    maxLength={60}
                  />
                  <TextField
                    label="What changes, and why"
                    helpText="Everyone sees it beside the version that comes of this draft."
                    value={text.comment}
                    onChange={(comment) => change({ comment })}
                    error={problemAt(problems, "comment")}
                    autoComplete="off"
                    maxLength={255}
                    multiline={2}
                  />
                </BlockStack>
              </Card>
              <GuardrailsSection
                guardrails={text.guardrails}
                rules={finished.ruleset.guardrails}
                open={open}
                onChange={(guardrails) => change({ guardrails })}
              />
              <LanesSection
                lanes={text.lanes}
                rules={finished.ruleset.lanes}
                open={open}
                onChange={(lanes) => change({ lanes })}
              />
              <StepsSection
                steps={text.whenNothingFits}
                onChange={(whenNothingFits) => change({ whenNothingFits })}
              />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <SummarySide rules={editor.rules} />
          </Layout.Section>
        </Layout>
      </div>
    </EditorContext.Provider>
  );
}

function useAids(
  view: DraftView,
  { problems, findings, facts, newKey }: RulesEditorProps["editor"],
  announce: EditorAids["announce"],
): EditorAids {
  const { known, format } = view;
  const shopWide = useMemo(() => {
    const { locations } = view.facts;
    const words = { currency: format.currency, locationName: nameLocations(locations) };
    const choices = (list: ChoiceList) =>
      list === "locations"
        ? locations.map(({ id, name }) => ({ value: id, label: name }))
        : fixedChoices[list];
    return { words, choices, suggestions: (field: string) => known[field] ?? [] };
  }, [view.facts, known, format.currency]);
  return { ...shopWide, problems, findings, facts, newKey, announce };
}
