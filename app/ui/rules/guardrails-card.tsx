import { Badge, BlockStack, Button, Card, Divider, InlineGrid, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import type { DescribedGuardrail } from "#app/rules/describe-ruleset.ts";
import { capitalise } from "../capitalise.ts";
import { ruleAnchor } from "../rule-anchor.ts";
import { GuardrailDialog } from "./guardrail-dialog.tsx";

interface GuardrailsCardProps {
  readonly guardrails: readonly DescribedGuardrail[];
  /** The version on screen: a switch made on an older one is refused. */
  readonly version: number;
}

/** The hard limits, each with its switch. */
export function GuardrailsCard({ guardrails, version }: GuardrailsCardProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const guardrail = guardrails.find(({ id }) => id === asked);
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Guardrails
          </Text>
          <Text as="p" tone="subdued">
            Limits that hold for every order they name, whatever it costs.
          </Text>
        </BlockStack>
        {guardrails.length === 0 ? <Text as="p">You have no guardrails.</Text> : null}
        {guardrails.map((one) => (
          <Fragment key={one.id}>
            <Divider />
            <Row guardrail={one} onSwitch={() => setAsked(one.id)} />
          </Fragment>
        ))}
      </BlockStack>
      {guardrail ? (
        <GuardrailDialog guardrail={guardrail} version={version} onClose={() => setAsked(null)} />
      ) : null}
    </Card>
  );
}

interface RowProps {
  readonly guardrail: DescribedGuardrail;
  readonly onSwitch: () => void;
}

function Row({ guardrail: { id, sentence, isOn }, onSwitch }: RowProps) {
  return (
    <div id={ruleAnchor(id)}>
      <InlineGrid columns="1fr auto" gap="400" alignItems="center">
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {capitalise(id)} {isOn ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}
          </Text>
          <Text as="p">{sentence}</Text>
        </BlockStack>
        <Button onClick={onSwitch} accessibilityLabel={`Switch ${isOn ? "off" : "on"}: ${id}`}>
          {isOn ? "Switch off" : "Switch on"}
        </Button>
      </InlineGrid>
    </div>
  );
}
