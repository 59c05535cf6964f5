import { useFetcher } from "@remix-run/react";
import {
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { useAnswerToast } from "../use-answer-toast.ts";
import type { FileAnswer } from "./file-answer.ts";
import { FileField } from "./file-field.tsx";
import { FileProblems } from "./file-problems.tsx";

/** Brings a carrier's price list in as the shop's next rate card. */
export function PublishCard() {
  const fetcher = useFetcher<FileAnswer>({ key: "publish-rates" });
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState("");
  const [appliesOn, setAppliesOn] = useState("");
  const [published, setPublished] = useState(0);
  useAnswerToast(fetcher.data, () => {
    setPublished(published + 1);
    setFile(null);
    setName("");
    setAppliesOn("");
  });
  const errors = fetcher.data?.ok === false ? (fetcher.data.errors ?? {}) : {};
  const publish = () => {
    const form = new FormData();
    if (file) form.set("file", file);
    form.set("name", name);
    form.set("appliesOn", appliesOn);
    void fetcher.submit(form, {
      method: "post",
      action: "/app/rates/publish",
      encType: "multipart/form-data",
    });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Bring your own rates
        </Text>
        <Text as="p">
          One line per service, distance and weight, with the columns service, up_to_km (or zone: a
          postal zone from 1 to 8), up_to_kg, price, per_kg and transit_days. An empty up_to_km is
          any farther, an empty up_to_kg any heavier. Download the card in force to start from it.
        </Text>
        <FileProblems answer={fetcher.data} />
        <FileField
          key={published}
          id="rates-file"
          label="Rate card (CSV)"
          help="UTF-8, with commas or semicolons."
          error={errors.file ?? ""}
          onChoose={setFile}
        />
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label="Name"
              placeholder="Carrier 2027"
              autoComplete="off"
              maxLength={100}
              value={name}
              onChange={setName}
              error={errors.name ?? ""}
            />
            <TextField
              label="Applies from"
              type="date"
              autoComplete="off"
              helpText="Leave empty for at once."
              value={appliesOn}
              onChange={setAppliesOn}
              error={errors.appliesOn ?? ""}
            />
          </FormLayout.Group>
        </FormLayout>
        <InlineStack align="end">
          <Button variant="primary" onClick={publish} loading={fetcher.state !== "idle"}>
            Check and publish
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
