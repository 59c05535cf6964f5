import { makeElement } from "./make-element.js";

/** Replaces a select's options, keeping what was chosen while it still exists. */
export function fillChoices(select, choices) {
  const chosen = select.value;
  select.replaceChildren(
    ...choices.map(({ value, label }) => makeElement("option", { value }, label)),
  );
  if (choices.some(({ value }) => value === chosen)) select.value = chosen;
}
