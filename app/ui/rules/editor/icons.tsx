import type { SVGProps } from "react";

/** Drawn on Polaris' grid of 20; the button around each has the words. */
function draw(path: string) {
  return function DrawnIcon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg viewBox="0 0 20 20" aria-hidden focusable="false" {...props}>
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    );
  };
}

export const UpIcon = draw("M5.5 12 10 7.5 14.5 12");
export const DownIcon = draw("M5.5 8 10 12.5 14.5 8");
export const ListIcon = draw("M4.5 6h.01M4.5 10h.01M4.5 14h.01M8 6h7.5M8 10h7.5M8 14h7.5");
export const PlusIcon = draw("M10 5v10M5 10h10");
export const DeleteIcon = draw("M4.5 6h11M8 6V4.5h4V6M6 6l.6 9.5h6.8L14 6M8.75 9v3.5M11.25 9v3.5");
export const DragHandleIcon = draw(
  "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
);
