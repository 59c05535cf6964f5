import { useEffect, useRef, useState } from "react";

const typingPauseMs = 300;

/**
 * A search box over a filter in the address: what is typed shows at once, `apply` is called when
 * typing pauses. Returns the text to show and the change handler.
 */
export function useSearchBox(applied: string, apply: (text: string) => void) {
  const [text, setText] = useState(applied);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setText(applied), [applied]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => apply(typed), typingPauseMs);
  };
  return [text, type] as const;
}
