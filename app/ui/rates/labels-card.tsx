import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useState } from "react";
import { formatMoney } from "#app/format-money.ts";
import type { LabelComparison, LabelReport } from "#app/rates/compare-labels.server.ts";
import type { RatesView } from "#app/rates/show-rates.server.ts";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { useAnswerToast } from "../use-answer-toast.ts";
import type { FileAnswer } from "./file-answer.ts";
import { FileField } from "./file-field.tsx";
import { FileProblems } from "./file-problems.tsx";

/** Real label costs against the card's: is what routing believes true? */
export function LabelsCard({ view }: { readonly view: RatesView }) {
  const { labels, format } = view;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What labels really cost
        </Text>
        {labels.labels === 0 ? (
          <Text as="p" tone="subdued">
            Nothing to compare yet. Bring a file of your labels&apos; costs, and Backroom finds the
            parcel each one was for.
          </Text>
        ) : (
          <Comparison labels={labels} format={format} />
        )}
        {view.mayChange ? <ImportLabels /> : null}
      </BlockStack>
    </Card>
  );
}

function Comparison({ labels, format }: Pick<RatesView, "labels" | "format">) {
  const { currency, timeZone } = format;
  return (
    <BlockStack gap="300">
      <Text as="p">
        {labels.labels.toLocaleString("en-US")} labels
        {labels.importedAt ? `, last imported ${formatInstant(labels.importedAt, timeZone)}` : ""}.
        Averages against the card each parcel was decided by.
      </Text>
      <StackingTable
        headings={["Service, distance step", "Labels", "Card said", "Really cost", "Difference"]}
        figures={["Labels", "Card said", "Really cost", "Difference"]}
        rows={labels.rows.map((row) => ({
          key: `${row.service}-${row.zone}`,
          cells: [
            `${row.service}, step ${row.zone}`,
            row.labels.toLocaleString("en-US"),
            formatMoney(row.estimate, currency),
            formatMoney(row.cost, currency),
            describeDifference(row),
          ],
        }))}
      />
      <Unmatched labels={labels} />
    </BlockStack>
  );
}

const fewLabels = 30;

function describeDifference({ differencePercent, labels }: LabelComparison): string {
  if (differencePercent === null) return "the card says free";
  const sign = differencePercent > 0 ? "+" : "";
  const figure = `${sign}${differencePercent.toFixed(1)} %`;
  return labels < fewLabels ? `${figure} (few labels)` : figure;
}

function Unmatched({ labels }: { readonly labels: LabelReport }) {
  if (labels.unmatched === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="p">{labels.unmatched.toLocaleString("en-US")} could not be compared, such as:</Text>
      <List>
        {labels.examples.map(({ orderName, because }, at) => (
          <List.Item key={at}>
            {orderName}: {because}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function ImportLabels() {
  const fetcher = useFetcher<FileAnswer>({ key: "import-labels" });
  const [file, setFile] = useState<File | null>(null);
  useAnswerToast(fetcher.data);
  const errors = fetcher.data?.ok === false ? (fetcher.data.errors ?? {}) : {};
  const send = () => {
    const form = new FormData();
    if (file) form.set("file", file);
    void fetcher.submit(form, {
      method: "post",
      action: "/app/rates/labels",
      encType: "multipart/form-data",
    });
  };
  return (
    <BlockStack gap="300">
      <FileProblems answer={fetcher.data} />
      <FileField
        id="labels-file"
        label="Label costs (CSV)"
        help="Columns order (as Shopify names it), cost, and tracking where orders ship in several parcels. Other columns are left aside. A label sent again replaces its earlier cost."
        error={errors.file ?? ""}
        onChoose={setFile}
      />
      <InlineStack align="end">
        <Button onClick={send} loading={fetcher.state !== "idle"}>
          Import label costs
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
