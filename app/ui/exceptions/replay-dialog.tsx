import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Modal, Text } from "@shopify/polaris";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

interface ReplayDialogProps {
  readonly exceptionId: string;
  readonly onClose: () => void;
}

/** Tries set-aside work once more. */
export function ReplayDialog({ exceptionId, onClose }: ReplayDialogProps) {
  const fetcher = useFetcher<ActionAnswer>({ key: `replay-${exceptionId}` });
  useAnswerToast(fetcher.data, onClose);
  const action = `/app/exceptions/${exceptionId}/replay`;
  return (
    <Modal
      open
      onClose={onClose}
      title="Try it again?"
      primaryAction={{
        content: "Replay",
        loading: fetcher.state !== "idle",
        onAction: () => void fetcher.submit(null, { method: "post", action }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {fetcher.data?.ok === false ? (
            <Banner tone="critical">{fetcher.data.message}</Banner>
          ) : null}
          <Text as="p">
            The work goes back in line and this exception closes. If it fails again, you will see a
            new one. Nothing is done twice.
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
