import type { RefObject } from "react";
import { useEffect, useRef } from "react";

interface DraggableRow {
  /** Rows can be dropped on rows of the same list only. */
  readonly list: string;
  readonly position: number;
  readonly onMove: (from: number, to: number) => void;
}

/**
 * Lets a row be dragged onto another one's place. An addition for people with a mouse: the move
 * buttons do the same. The library is fetched when the page has time for it.
 */
export function useDraggableRow({ list, position, onMove }: DraggableRow): {
  readonly row: RefObject<HTMLLIElement>;
  readonly handle: RefObject<HTMLSpanElement>;
} {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const latestOnMove = useRef(onMove);
  useEffect(() => {
    latestOnMove.current = onMove;
  });
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!element || !dragHandle) return;
    let release: (() => void) | undefined;
    let isGone = false;
    void import("@atlaskit/pragmatic-drag-and-drop/element/adapter").then((library) => {
      if (isGone) return;
      const stops = [
        library.draggable({ element, dragHandle, getInitialData: () => ({ list, position }) }),
        library.dropTargetForElements({
          element,
          canDrop: ({ source }) => source.data.list === list,
          onDragEnter: () => element.classList.add("is-drop-target"),
          onDragLeave: () => element.classList.remove("is-drop-target"),
          onDrop: ({ source }) => {
            element.classList.remove("is-drop-target");
            latestOnMove.current(Number(source.data.position), position);
          },
        }),
      ];
      release = () => stops.forEach((stop) => stop());
    });
    return () => {
      isGone = true;
      release?.();
    };
  }, [list, position]);
  return { row, handle };
}
