import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, List, Modal, Text } from "@shopify/polaris";
import type { DescribedGuardrail } from "#app/rules/describe-ruleset.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

interface GuardrailDialogProps {
  readonly guardrail: DescribedGuardrail;
  readonly version: number;
  readonly onClose: () => void;
}

/** Says what a switch changes, before it does. */
export function GuardrailDialog({ guardrail, version, onClose }: GuardrailDialogProps) {
  const { id, sentence, isOn } = guardrail;
  const fetcher = useFetcher<ActionAnswer>({ key: `switch-${id}` });
  useAnswerToast(fetcher.data, onClose);
  const refused = fetcher.data?.ok === false ? fetcher.data.message : undefined;
  const action = `/app/rules/${encodeURIComponent(id)}/switch`;
  const send = () =>
    void fetcher.submit({ on: String(!isOn), version }, { method: "post", action });
  const verb = isOn ? "Switch off" : "Switch on";
  return (
    <Modal
      open
      onClose={onClose}
      title={`${verb} “${id}”?`}
      primaryAction={{
        content: verb,
        onAction: send,
        loading: fetcher.state !== "idle",
        destructive: isOn,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {refused ? <Banner tone="critical">{refused}</Banner> : null}
          <Text as="p">
            {isOn ? "From now on this no longer holds:" : "From now on this holds:"} {sentence}
          </Text>
          <List>
            <List.Item>It becomes version {version + 1} of your rules, in your name.</List.Item>
            <List.Item>Orders already decided keep their plans.</List.Item>
            <List.Item>Orders that wait because nothing fitted are tried again at once.</List.Item>
            <List.Item>You can switch it {isOn ? "on again" : "off again"} at any time.</List.Item>
          </List>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
