import { Banner, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useBeginDraft } from "./use-begin-draft.ts";

/** Rules from a file, refused with the place of what is wrong. */
export function ImportCard() {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const { begin, isBeginning, refused } = useBeginDraft();
  const send = () => {
    const read = readRules(text);
    setProblem(read.problem);
    if (read.problem === "") begin({ name: "Imported rules", ruleset: read.ruleset });
  };
  const refusals = Object.entries(refused?.errors ?? {}).map(
    ([path, message]) => `${path.replace(/^ruleset\.?/, "") || "The file"}: ${message}`,
  );
  const said = problem || refusals.join(" ") || (refused?.message ?? "");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Or import rules
        </Text>
        <Text as="p" tone="subdued">
          A JSON file that was exported here, or the “ruleset” of a scenario file.
        </Text>
        {said && !isBeginning ? (
          <Banner tone="critical" title="These rules cannot be read">
            <p>{said}</p>
          </Banner>
        ) : null}
        <InlineStack gap="200" blockAlign="center">
          <label className="file-choice">
            Choose a file:{" "}
            <input
              type="file"
              accept="application/json,.json"
              onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
            />
          </label>
        </InlineStack>
        <TextField
          label="Rules as JSON"
          value={text}
          onChange={setText}
          multiline={4}
          maxHeight={240}
          monospaced
          autoComplete="off"
        />
        <InlineStack>
          <Button onClick={send} loading={isBeginning} disabled={text.trim() === ""}>
            Import as a draft
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** The JSON of a ruleset; a scenario file's is found inside it. */
function readRules(text: string): { readonly ruleset?: unknown; readonly problem: string } {
  try {
    const json: unknown = JSON.parse(text);
    const isScenario = typeof json === "object" && json !== null && "ruleset" in json;
    return { ruleset: isScenario ? json.ruleset : json, problem: "" };
  } catch (error) {
    return {
      problem: error instanceof Error ? `It is no JSON: ${error.message}` : "It is no JSON",
    };
  }
}
