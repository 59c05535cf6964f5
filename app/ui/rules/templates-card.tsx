import { BlockStack, Card, ChoiceList, Text } from "@shopify/polaris";
import { ruleTemplates } from "#app/rules/templates/rule-templates.ts";

interface TemplatesCardProps {
  readonly chosen: string;
  readonly onChoose: (templateId: string) => void;
}

/** Ready-made sets to begin with, each with whom it suits. */
export function TemplatesCard({ chosen, onChoose }: TemplatesCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Begin with a set
        </Text>
        <ChoiceList
          title="Which comes nearest to your shop?"
          titleHidden
          choices={ruleTemplates.map(({ id, title, explanation }) => ({
            value: id,
            label: title,
            helpText: explanation,
          }))}
          selected={[chosen]}
          onChange={([id = ""]) => onChoose(id)}
        />
      </BlockStack>
    </Card>
  );
}
