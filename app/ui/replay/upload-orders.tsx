import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, DropZone, List, Text } from "@shopify/polaris";
import type { UploadAnswer } from "#app/insights/history/upload-orders.server.ts";

const PROBLEMS_SHOWN = 20;

/** Takes Shopify's own export of orders, for a past longer than Shopify shows an app. */
export function UploadOrders() {
  const fetcher = useFetcher<UploadAnswer>();
  const upload = (files: File[]) => {
    const [file] = files;
    if (!file) return;
    const form = new FormData();
    form.set("file", file);
    void fetcher.submit(form, {
      method: "post",
      action: "/app/rules/replay/upload",
      encType: "multipart/form-data",
    });
  };
  return (
    <BlockStack gap="300">
      <DropZone
        label="Older orders: a CSV file from Shopify's Orders → Export"
        allowMultiple={false}
        disabled={fetcher.state !== "idle"}
        onDropAccepted={upload}
      >
        <DropZone.FileUpload actionTitle="Add file" actionHint="CSV, up to 64 MB" />
      </DropZone>
      {fetcher.data && fetcher.state === "idle" ? <Report answer={fetcher.data} /> : null}
    </BlockStack>
  );
}

function Report({ answer }: { readonly answer: UploadAnswer }) {
  if (answer.ok) {
    return (
      <Banner tone="success" title={answer.message}>
        {answer.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Banner>
    );
  }
  const more = answer.problemCount - Math.min(PROBLEMS_SHOWN, answer.problems.length);
  return (
    <Banner tone="critical" title="Nothing was taken from the file.">
      <List>
        {answer.problems.slice(0, PROBLEMS_SHOWN).map(({ line, message }, at) => (
          <List.Item key={`${line}-${at}`}>
            {line === null ? "" : `Line ${line}: `}
            {message}
          </List.Item>
        ))}
      </List>
      {more > 0 ? <Text as="p">{more.toLocaleString("en-US")} more problems.</Text> : null}
    </Banner>
  );
}
