import { BlockStack, Badge, Card, InlineStack, Link, ProgressBar, Text } from "@shopify/polaris";
import type { SetupStep } from "#app/insights/home/home-view.ts";

const words: Readonly<Record<SetupStep["id"], { title: string; how: string; url: string }>> = {
  import: {
    title: "Bring in locations, products and stock",
    how: "Runs by itself. Then check each location’s kind, hours and costs.",
    url: "/app/locations",
  },
  rules: {
    title: "Read your starter rules",
    how: "They come with the import. Switch off what does not suit you.",
    url: "/app/rules",
  },
  first_order: {
    title: "See the first order routed",
    how: "Place a test order in your shop; it shows up in seconds with its reasons.",
    url: "/app/orders",
  },
  device: {
    title: "Give a store its pick list",
    how: "Open a location and make a code for its phone or tablet.",
    url: "/app/locations",
  },
};

/** The way to the first parcel; it goes when every step is done. */
export function SetupCard({ steps }: { readonly steps: readonly SetupStep[] }) {
  const done = steps.filter((step) => step.done).length;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd" id="setup-progress">
          Set up Backroom: {done} of {steps.length} done
        </Text>
        <ProgressBar
          progress={(100 * done) / steps.length}
          size="small"
          ariaLabelledBy="setup-progress"
        />
        {steps.map((step) => (
          <BlockStack key={step.id}>
            <InlineStack gap="200" blockAlign="center">
              <Link url={words[step.id].url}>{words[step.id].title}</Link>
              {step.done ? <Badge tone="success">Done</Badge> : <Badge>To do</Badge>}
            </InlineStack>
            {step.done ? null : (
              <Text as="p" tone="subdued">
                {words[step.id].how}
              </Text>
            )}
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
