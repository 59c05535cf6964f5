import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Modal } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

interface DraftDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly isDestructive?: boolean;
  /** The resource route, and what it is sent. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string | number>>;
  /** What will happen; controls for what is asked. Gets what was refused, by field. */
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode;
  readonly onClose: () => void;
}

/** Says what a step does before it is taken; closes itself once it was. */
export function DraftDialog(props: DraftDialogProps) {
  const { action, fields, onClose } = props;
  const fetcher = useFetcher<ActionAnswer>({ key: action });
  useAnswerToast(fetcher.data, onClose);
  const refused = fetcher.data?.ok === false ? fetcher.data : undefined;
  return (
    <Modal
      open
      onClose={onClose}
      title={props.title}
      primaryAction={{
        content: props.submit,
        onAction: () => fetcher.submit(fields, { method: "post", action }),
        loading: fetcher.state !== "idle",
        destructive: props.isDestructive ?? false,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {refused?.message ? <Banner tone="critical">{refused.message}</Banner> : null}
          {props.children(refused?.errors ?? {})}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
