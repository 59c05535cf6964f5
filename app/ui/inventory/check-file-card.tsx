import { useSearchParams } from "@remix-run/react";
import { BlockStack, Card, DropZone, Text } from "@shopify/polaris";
import { useState } from "react";
import type { FileCheck } from "#app/inventory/import/check-settings-file.server.ts";
import { FileProblems } from "../file-problems.tsx";

type State = FileCheck | "idle" | "checking" | "failed";

/** Takes a file and shows what is wrong with it, or goes on to what it would change. */
export function CheckFileCard() {
  const [, setParams] = useSearchParams();
  const [state, setState] = useState<State>("idle");
  const check = async (file: File | undefined) => {
    if (!file) return;
    setState("checking");
    const found = await send(file);
    setState(found ?? "failed");
    if (found?.ok) {
      setParams((params) => {
        params.set("import", found.importId);
        return params;
      });
    }
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">
          Columns: SKU, Location, Safety stock, In pool (yes, no or empty). Empty cells inherit.
          Nothing changes before you have seen the differences and applied them.
        </Text>
        <DropZone
          label="Settings file"
          accept=".csv,text/csv,text/plain"
          allowMultiple={false}
          disabled={state === "checking"}
          onDropAccepted={([file]) => void check(file)}
        >
          <DropZone.FileUpload
            actionTitle={state === "checking" ? "Checking…" : "Choose a CSV file"}
            actionHint="UTF-8, up to 200,000 lines"
          />
        </DropZone>
        <div role="status">{describe(state)}</div>
      </BlockStack>
    </Card>
  );
}

function describe(state: State) {
  if (state === "failed") return "The file could not be sent. Try again.";
  if (typeof state === "string" || state.ok) return null;
  return <FileProblems problems={state.problems} count={state.problemCount} />;
}

async function send(file: File): Promise<FileCheck | null> {
  const url = `/app/inventory/import/check?filename=${encodeURIComponent(file.name)}`;
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "text/csv" },
    body: file,
  }).catch(() => null);
  if (answer?.status !== 200 && answer?.status !== 422) return null;
  return (await answer.json().catch(() => null)) as FileCheck | null;
}
