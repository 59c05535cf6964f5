import type { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Modal, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useState } from "react";
import type { ActionAnswer } from "./action-answer.ts";
import { useAnswerToast } from "./use-answer-toast.ts";

interface ReasonDialogProps {
  readonly fetcher: ReturnType<typeof useFetcher<ActionAnswer>>;
  /** The resource route that does it. */
  readonly action: string;
  readonly title: string;
  /** What will happen, before it does. */
  readonly explanation: string;
  readonly label: string;
  /** The form field the text is sent as. */
  readonly field: string;
  readonly submit: string;
  readonly destructive?: boolean;
  /** Further fields sent along, such as the ids acted on. */
  readonly more?: Readonly<Record<string, string>>;
  /** Controls above the text. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** Asks for a reason, sends it, shows field errors in place; closes itself once it went through. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { fetcher, field, onClose } = props;
  const [text, setText] = useState("");
  useAnswerToast(fetcher.data, onClose);
  const refused = fetcher.data?.ok === false ? fetcher.data : undefined;
  const send = () =>
    void fetcher.submit({ ...props.more, [field]: text }, { method: "post", action: props.action });
  return (
    <Modal
      open
      onClose={onClose}
      title={props.title}
      primaryAction={{
        content: props.submit,
        onAction: send,
        loading: fetcher.state !== "idle",
        destructive: props.destructive ?? false,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {refused?.message ? <Banner tone="critical">{refused.message}</Banner> : null}
          <Text as="p">{props.explanation}</Text>
          {props.children}
          <TextField
            label={props.label}
            value={text}
            onChange={setText}
            autoComplete="off"
            maxLength={255}
            multiline={2}
            error={refused?.errors?.[field] ?? ""}
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
