import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import type { ActionAnswer } from "./action-answer.ts";

/**
 * Takes the person to the first field that was refused, once per answer: on a long form it may be
 * far from the button they pressed. Give the returned ref to the element around the fields.
 */
export function useFirstProblemFocus(answer: ActionAnswer | undefined): RefObject<HTMLDivElement> {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.ok !== false) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [answer]);
  return form;
}
