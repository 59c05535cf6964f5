import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, Checkbox, Text } from "@shopify/polaris";
import type { RulesView } from "#app/rules/show-rules.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

/** Whether a second person must say yes before rules are published. */
export function ApprovalCard({ approval }: Pick<RulesView, "approval">) {
  const fetcher = useFetcher<ActionAnswer>({ key: "rules-approval" });
  useAnswerToast(fetcher.data);
  const refused = fetcher.data?.ok === false ? fetcher.data.message : undefined;
  // What was pressed shows at once; the shop's own setting again when it was refused.
  const pressed = fetcher.formData?.get("required");
  const send = (isRequired: boolean) =>
    void fetcher.submit(
      { required: String(isRequired) },
      { method: "post", action: "/app/rules/approval" },
    );
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Approval
        </Text>
        <Checkbox
          label="A second person approves every change before it is published"
          helpText={approval.mayChange ? "" : "The shop's owner decides this."}
          checked={pressed ? pressed === "true" : approval.isRequired}
          disabled={!approval.mayChange}
          onChange={send}
          {...(refused ? { error: refused } : {})}
        />
      </BlockStack>
    </Card>
  );
}
