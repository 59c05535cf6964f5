import { ActionList, Button, ButtonGroup, Popover } from "@shopify/polaris";
import { DownIcon, ListIcon, UpIcon } from "./icons.tsx";
import { useState } from "react";

interface ReorderButtonsProps {
  /** What is moved: "lane pickup". */
  readonly what: string;
  /** The row's own key; the buttons' ids come from it. */
  readonly id: string;
  readonly position: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}

/** Move up, move down, move to a position: by keyboard, by touch, by one click. */
export function ReorderButtons({ what, id, position, count, onMove }: ReorderButtonsProps) {
  const [isChoosing, setChoosing] = useState(false);
  if (count < 2) return null;
  const choose = (to: number) => {
    setChoosing(false);
    onMove(to);
  };
  return (
    <ButtonGroup variant="segmented">
      <Button
        id={`${id}-up`}
        icon={UpIcon}
        accessibilityLabel={`Move up ${what}`}
        disabled={position === 0}
        onClick={() => onMove(position - 1)}
      />
      <Button
        id={`${id}-down`}
        icon={DownIcon}
        accessibilityLabel={`Move down ${what}`}
        disabled={position === count - 1}
        onClick={() => onMove(position + 1)}
      />
      <Popover
        active={isChoosing}
        autofocusTarget="first-node"
        onClose={() => setChoosing(false)}
        activator={
          <Button
            id={`${id}-to`}
            icon={ListIcon}
            accessibilityLabel={`Move to a position ${what}`}
            disclosure
            onClick={() => setChoosing(!isChoosing)}
          />
        }
      >
        <ActionList
          actionRole="menuitem"
          items={Array.from({ length: count }, (_, to) => ({
            content: `Move to ${to + 1}${to === position ? " (where it is)" : ""}`,
            disabled: to === position,
            onAction: () => choose(to),
          }))}
        />
      </Popover>
    </ButtonGroup>
  );
}
