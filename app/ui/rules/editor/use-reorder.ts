import { useEffect, useRef } from "react";
import { useEditorAids } from "./editor-context.ts";
import { moveItem } from "./move-item.ts";

interface Reorder<T> {
  readonly items: readonly T[];
  /** The key of an item, from which its buttons have their ids. */
  readonly keyOf: (item: T) => string;
  /** Its name as announced: "pickup". */
  readonly nameOf: (item: T) => string;
  readonly onChange: (items: readonly T[]) => void;
}

/**
 * Moves items of a list: says where each has come to, and keeps the focus on the buttons of the item
 * that was moved, so that it can be moved on at once.
 */
export function useReorder<T>({ items, keyOf, nameOf, onChange }: Reorder<T>) {
  const { announce } = useEditorAids();
  const moved = useRef<{ readonly id: string; readonly isDown: boolean } | null>(null);
  useEffect(() => {
    if (!moved.current) return;
    const { id, isDown } = moved.current;
    moved.current = null;
    focusFirstEnabled(isDown ? [`${id}-down`, `${id}-up`] : [`${id}-up`, `${id}-down`]);
  }, [items]);
  return (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || from === to) return;
    moved.current = { id: keyOf(item), isDown: to > from };
    onChange(moveItem(items, from, to));
    announce(`${nameOf(item)} is now ${to + 1} of ${items.length}`);
  };
}

function focusFirstEnabled(ids: readonly string[]): void {
  for (const id of ids) {
    const button = document.getElementById(id);
    if (!button || button.getAttribute("aria-disabled") === "true") continue;
    button.focus();
    return;
  }
}
