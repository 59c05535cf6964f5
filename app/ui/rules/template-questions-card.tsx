import { BlockStack, Card, ChoiceList, Text } from "@shopify/polaris";
import type { TemplateAnswers } from "#app/rules/templates/template-answers.ts";
import { templateQuestions } from "#app/rules/templates/template-questions.ts";

interface TemplateQuestionsCardProps {
  readonly answers: TemplateAnswers;
  readonly onChange: (answers: TemplateAnswers) => void;
}

/** The few questions a starter set follows from. */
export function TemplateQuestionsCard({ answers, onChange }: TemplateQuestionsCardProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          A few questions
        </Text>
        {templateQuestions.map(({ name, question, takesSeveral, choices }) => (
          <ChoiceList
            key={name}
            title={question}
            allowMultiple={takesSeveral}
            choices={[...choices]}
            selected={[answers[name]].flat()}
            onChange={(selected) =>
              onChange({ ...answers, [name]: takesSeveral ? selected : selected[0] })
            }
          />
        ))}
      </BlockStack>
    </Card>
  );
}
