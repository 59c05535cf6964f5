import { Checkbox, InlineStack, Link, Text } from "@shopify/polaris";
import type { ExceptionPage, ExceptionRow } from "#app/exceptions/list-exceptions.server.ts";
import { CondensedRow } from "../condensed-row.tsx";
import { DueText } from "./due-text.tsx";

interface CondensedExceptionProps {
  readonly row: ExceptionRow;
  readonly page: ExceptionPage;
  readonly selected: boolean;
  /** Absent where nothing can be selected. */
  readonly onSelect?: (selected: boolean) => void;
}

/** One exception on a phone. Polaris shows no checkboxes there, so the row brings its own. */
export function CondensedException({ row, page, selected, onSelect }: CondensedExceptionProps) {
  return (
    <CondensedRow>
      <InlineStack gap="200" wrap={false}>
        {onSelect ? (
          <Checkbox
            label={`Select: ${row.summary}`}
            labelHidden
            checked={selected}
            onChange={onSelect}
          />
        ) : null}
        <Link monochrome removeUnderline url={`/app/exceptions/${row.exceptionId}`}>
          <Text as="span" fontWeight="semibold">
            {row.summary}
          </Text>
        </Link>
      </InlineStack>
      <InlineStack gap="200" align="space-between">
        <Text as="span">{[row.orderName, row.assignee].filter(Boolean).join(" · ")}</Text>
        <DueText row={row} page={page} />
      </InlineStack>
    </CondensedRow>
  );
}
