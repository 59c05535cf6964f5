import { TextField } from "@shopify/polaris";
import { useEditorAids } from "./editor-context.ts";
import type { FieldInput } from "./field-input.ts";
import { problemAt } from "./find-rule-problems.ts";
import { PickField } from "./pick-field.tsx";

interface ValueInputProps {
  /** Spoken name: "Order value is at least". */
  readonly label: string;
  readonly input: FieldInput;
  readonly values: readonly string[];
  /** Where the value stands in the ruleset: "lanes[0].when.skus". */
  readonly path: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** The place to type or pick a row's value, by what kind of value it is. */
export function ValueInput({ label, input, values, path, onChange }: ValueInputProps) {
  const { words, suggestions, choices, problems } = useEditorAids();
  const error = problemAt(problems, path);
  if (input.kind === "flag" || input.kind === "places") return null;
  if (input.kind === "list" || input.kind === "choices") {
    const takesNew = input.kind === "list";
    const offered = takesNew
      ? suggestions(input.suggest ?? "").map((value) => ({ value, label: value }))
      : choices(input.choices);
    return <PickField {...{ label, values, takesNew, error, onChange }} choices={offered} />;
  }
  return (
    <TextField
      label={label}
      labelHidden
      value={values[0] ?? ""}
      onChange={(text) => onChange([text])}
      error={error}
      autoComplete="off"
      {...lookOf(input, words.currency)}
    />
  );
}

type TextInput = Extract<FieldInput, { kind: "money" | "number" | "text" | "time" }>;

function lookOf(input: TextInput, currency: string) {
  switch (input.kind) {
    case "money":
      return { prefix: currency, inputMode: "decimal" } as const;
    case "number":
      return { suffix: input.unit, inputMode: "decimal" } as const;
    case "time":
      return { type: "time" } as const;
    case "text":
      return {};
  }
}
