import { useFetcher, useNavigate, useSearchParams } from "@remix-run/react";
import { ActionList, Button, Modal, Popover, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { SavedView } from "#app/inventory/saved-views.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

const kept = ["search", "location", "group", "show"];

/** The person's own views of the list: open one, keep what is shown now, forget one. */
export function SavedViews({ views }: { readonly views: readonly SavedView[] }) {
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState(false);
  const navigate = useNavigate();
  const forgetting = useFetcher<ActionAnswer>();
  useAnswerToast(forgetting.data);
  const forget = (viewId: string) =>
    void forgetting.submit({}, { method: "post", action: `/app/inventory/views/${viewId}/delete` });
  const sections = [
    ...(views.length === 0
      ? []
      : [
          {
            title: "Your views",
            items: views.map(({ name, query }) => ({
              content: name,
              onAction: () => navigate(`/app/inventory?${query}`),
            })),
          },
        ]),
    { items: [{ content: "Save what is shown now…", onAction: () => setNaming(true) }] },
    ...(views.length === 0
      ? []
      : [
          {
            items: views.map(({ viewId, name }) => ({
              content: `Delete “${name}”`,
              destructive: true,
              onAction: () => forget(viewId),
            })),
          },
        ]),
  ];
  return (
    <>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button disclosure onClick={() => setOpen(!open)}>
            Views
          </Button>
        }
      >
        <ActionList sections={sections} onActionAnyItem={() => setOpen(false)} />
      </Popover>
      {naming ? <NameView onClose={() => setNaming(false)} /> : null}
    </>
  );
}

function NameView({ onClose }: { readonly onClose: () => void }) {
  const fetcher = useFetcher<ActionAnswer>();
  const [params] = useSearchParams();
  const [name, setName] = useState("");
  useAnswerToast(fetcher.data, onClose);
  const query = new URLSearchParams([...params].filter(([key]) => kept.includes(key))).toString();
  const problem = fetcher.data?.ok === false ? (fetcher.data.errors?.name ?? "") : "";
  const save = () =>
    void fetcher.submit({ name, query }, { method: "post", action: "/app/inventory/views" });
  return (
    <Modal
      open
      onClose={onClose}
      title="Save this view"
      primaryAction={{ content: "Save", onAction: save, loading: fetcher.state !== "idle" }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={60}
          helpText="Search and filters are kept, only for you. A view of the same name is replaced."
          error={problem}
        />
      </Modal.Section>
    </Modal>
  );
}
