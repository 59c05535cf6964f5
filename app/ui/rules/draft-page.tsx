import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useState } from "react";
import type { DraftStep } from "#app/rules/draft-state.ts";
import type { DraftView } from "#app/rules/show-draft.server.ts";
import { describeActor } from "../describe-actor.ts";
import { describePeriod } from "./describe-period.ts";
import { DraftReadOnly } from "./draft-read-only.tsx";
import { DraftStateBadge } from "./draft-state-badge.tsx";
import type { AskedStep } from "./draft-steps.ts";
import { stepWords } from "./draft-steps.ts";
import { RulesEditor } from "./editor/rules-editor.tsx";
import { useRulesEditor } from "./editor/use-rules-editor.ts";
import { exportRules } from "./export-rules.ts";
import { StepDialog } from "./step-dialog.tsx";

const backTo = { content: "Rules", url: "/app/rules" };

/** One draft: the editor while it may be edited, else what it says; and the steps open to the person. */
export function DraftPage({ view }: { readonly view: DraftView }) {
  const { draft } = view;
  const editor = useRulesEditor(view);
  const [asked, setAsked] = useState<AskedStep | null>(null);
  const steps = view.steps.filter(isAsked);
  const [first, ...others] = steps;
  const toAction = (step: AskedStep) => ({
    content: stepWords[step].button,
    onAction: () => setAsked(step),
    destructive: stepWords[step].isDestructive ?? false,
    disabled: editor.isDirty,
  });
  const trials = [
    { content: "On past orders", url: `/app/rules/replay?draft=${draft.draftId}` },
    { content: "In the shadow", url: "/app/rules/shadow" },
    { content: "In a pilot", url: "/app/rules/pilots" },
  ];
  const more = [
    { content: "Export as JSON", onAction: () => exportRules(draft.name, draft.ruleset) },
    ...others.map(toAction),
  ];
  return (
    <Page
      title={draft.name}
      titleMetadata={<DraftStateBadge state={draft.state} />}
      subtitle={`Begun from version ${draft.basedOn} by ${describeActor(draft.createdBy)}`}
      backAction={backTo}
      {...(first ? { primaryAction: toAction(first) } : {})}
      actionGroups={[{ title: "Try it", actions: trials }]}
      secondaryActions={more}
    >
      <BlockStack gap="400">
        <DraftNotes view={view} isDirty={editor.isDirty} />
        {view.steps.includes("edit") ? (
          <RulesEditor view={view} editor={editor} />
        ) : (
          <DraftReadOnly view={view} />
        )}
      </BlockStack>
      {asked ? <StepDialog view={view} step={asked} onClose={() => setAsked(null)} /> : null}
    </Page>
  );
}

function isAsked(step: DraftStep): step is AskedStep {
  return step !== "edit" && step !== "start";
}

interface DraftNotesProps {
  readonly view: DraftView;
  readonly isDirty: boolean;
}

/** What the person should know before going on. */
function DraftNotes({ view, isDirty }: DraftNotesProps) {
  return (
    <>
      {isDirty ? (
        <Banner>Save or discard your changes before you publish, schedule or test them.</Banner>
      ) : null}
      <OvertakenNote view={view} />
      <ApprovalNote view={view} />
      <PeriodNote view={view} />
    </>
  );
}

type NoteProps = Pick<DraftNotesProps, "view">;

function OvertakenNote({ view: { draft, live } }: NoteProps) {
  const isOpen = ["draft", "waiting", "approved", "scheduled"].includes(draft.state);
  if (!isOpen || draft.basedOn >= live.version) return null;
  return (
    <Banner tone="warning">
      Version {live.version} was published after this draft was begun from version {draft.basedOn}.
      Publishing the draft replaces it: look at what changes first.
    </Banner>
  );
}

function ApprovalNote({ view: { draft, lacksApproval, steps } }: NoteProps) {
  if (draft.approvedBy) return <Banner tone="success">Approved by {draft.approvedBy}.</Banner>;
  if (draft.state === "waiting" && !steps.includes("approve")) {
    return <Banner>Somebody who has not worked on it must approve it.</Banner>;
  }
  if (draft.state !== "draft" || !lacksApproval) return null;
  return (
    <Banner>Your shop has every change approved by a second person before it is published.</Banner>
  );
}

function PeriodNote({ view: { draft, format } }: NoteProps) {
  const period = describePeriod(draft, format.timeZone);
  if (!period) return null;
  if (draft.state === "scheduled") return <Banner>It holds {period}.</Banner>;
  return draft.state === "running" ? <Banner>It holds now, {period}.</Banner> : null;
}
