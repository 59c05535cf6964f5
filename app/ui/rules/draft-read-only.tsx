import { BlockStack, Card, Text } from "@shopify/polaris";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { DraftView } from "#app/rules/show-draft.server.ts";
import { summariseRuleset } from "#app/rules/summary/summarise-ruleset.ts";
import { nameLocations } from "./name-locations.ts";
import { ChangesFromLive } from "./step-dialog.tsx";

/** A draft nobody may edit now: what it says, and what it would change. */
export function DraftReadOnly({ view }: { readonly view: DraftView }) {
  const { draft, facts, format } = view;
  const words = { currency: format.currency, locationName: nameLocations(facts.locations) };
  const { paragraphs } = summariseRuleset(rulesInForce(draft), words);
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            What it says
          </Text>
          {draft.comment ? <Text as="p">“{draft.comment}”</Text> : null}
          {paragraphs.map((sentences) => (
            <Text as="p" key={sentences[0] ?? ""}>
              {sentences.join(" ")}
            </Text>
          ))}
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Against the rules in force
          </Text>
          <ChangesFromLive view={view} />
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
