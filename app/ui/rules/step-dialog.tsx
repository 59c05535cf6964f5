import { Text } from "@shopify/polaris";
import { useMemo } from "react";
import { compareRulesets } from "#app/rules/compare/compare-rulesets.ts";
import { lintRuleset } from "#app/rules/lint/lint-ruleset.ts";
import type { DraftView } from "#app/rules/show-draft.server.ts";
import { ChangesList } from "./changes-list.tsx";
import { DraftDialog } from "./draft-dialog.tsx";
import type { AskedStep } from "./draft-steps.ts";
import { stepWords } from "./draft-steps.ts";
import { FindingsList } from "./editor/findings-list.tsx";
import { nameLocations } from "./name-locations.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";

interface StepDialogProps {
  readonly view: DraftView;
  readonly step: AskedStep;
  readonly onClose: () => void;
}

/** The dialog of one step of a draft. */
export function StepDialog({ view, step, onClose }: StepDialogProps) {
  const { draft, live, format } = view;
  const { draftId, revision } = draft;
  if (step === "schedule") {
    return <ScheduleDialog {...{ draftId, revision, onClose }} timeZone={format.timeZone} />;
  }
  const { title, submit, path, explanation, isDestructive = false } = stepWords[step];
  return (
    <DraftDialog
      {...{ title, submit, isDestructive, onClose }}
      action={`/app/rules/drafts/${draftId}/${path}`}
      fields={{ revision, liveVersion: live.version }}
    >
      {() => (
        <>
          <Text as="p">{explanation}</Text>
          {step === "publish" && live.isTemporary ? (
            <Text as="p" tone="caution">
              Rules of limited time hold now. These take their place for good: at the end nothing
              comes back.
            </Text>
          ) : null}
          {step === "publish" || step === "approve" ? (
            <>
              <Mistakes view={view} />
              <ChangesFromLive view={view} />
            </>
          ) : null}
        </>
      )}
    </DraftDialog>
  );
}

/** What the check found that is no mere hint: a person may publish it all the same, but knowing it. */
function Mistakes({ view: { draft, facts } }: Pick<StepDialogProps, "view">) {
  const findings = lintRuleset(draft.ruleset, facts, draft.disabled);
  const grave = findings.filter(({ severity }) => severity !== "hint");
  return grave.length > 0 ? <FindingsList findings={grave} /> : null;
}

/** What would change in the rules in force. */
export function ChangesFromLive({ view }: { readonly view: DraftView }) {
  const { draft, live, facts, format } = view;
  const changes = useMemo(() => {
    const words = { currency: format.currency, locationName: nameLocations(facts.locations) };
    return compareRulesets(live, draft, words);
  }, [draft, live, facts.locations, format.currency]);
  return <ChangesList changes={changes} none="Nothing differs from the rules in force." />;
}
