import { Combobox, InlineStack, Listbox, Tag } from "@shopify/polaris";
import { useState } from "react";
import type { Choice } from "./field-input.ts";

interface PickFieldProps {
  /** Spoken name of the field; the row around it shows it. */
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  /** Values outside the choices may be typed. */
  readonly takesNew: boolean;
  readonly error: string;
  readonly onChange: (values: readonly string[]) => void;
}

const mostListed = 30;

/** Several values of one field: picked from a list, or typed and confirmed with Enter or a comma. */
export function PickField(props: PickFieldProps) {
  const { label, values, choices, takesNew, error, onChange } = props;
  const [typed, setTyped] = useState("");
  const nameOf = (value: string) => choices.find((one) => one.value === value)?.label ?? value;
  const toggle = (value: string) => {
    setTyped("");
    const rest = values.filter((one) => one !== value);
    onChange(rest.length < values.length ? rest : [...values, value]);
  };
  const addTyped = (text: string) => {
    const fresh = splitEntries(text).filter((entry) => !values.includes(entry));
    setTyped("");
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)]);
  };
  const type = (text: string) => (takesNew && text.includes(",") ? addTyped(text) : setTyped(text));
  const wanted = typed.trim();
  const offered = choices
    .filter((one) => one.label.toLowerCase().includes(wanted.toLowerCase()))
    .slice(0, mostListed);
  const isNew = takesNew && wanted !== "" && !choices.some((one) => one.value === wanted);
  return (
    <Combobox
      allowMultiple
      activator={
        <Combobox.TextField
          label={label}
          labelHidden
          value={typed}
          onChange={type}
          onBlur={() => takesNew && addTyped(typed)}
          placeholder={takesNew ? "Type or pick" : "Pick"}
          autoComplete="off"
          error={error}
          verticalContent={<PickedTags values={values} nameOf={nameOf} onRemove={toggle} />}
        />
      }
    >
      {offered.length > 0 || isNew ? (
        <Listbox onSelect={toggle}>
          {isNew ? <Listbox.Action value={wanted}>{`Add “${wanted}”`}</Listbox.Action> : null}
          {offered.map(({ value, label: name }) => (
            <Listbox.Option key={value} value={value} selected={values.includes(value)}>
              <Listbox.TextOption selected={values.includes(value)}>{name}</Listbox.TextOption>
            </Listbox.Option>
          ))}
        </Listbox>
      ) : null}
    </Combobox>
  );
}

interface PickedTagsProps {
  readonly values: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly onRemove: (value: string) => void;
}

function PickedTags({ values, nameOf, onRemove }: PickedTagsProps) {
  if (values.length === 0) return null;
  return (
    <InlineStack gap="100">
      {values.map((value) => (
        <Tag key={value} onRemove={() => onRemove(value)}>
          {nameOf(value)}
        </Tag>
      ))}
    </InlineStack>
  );
}

function splitEntries(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
