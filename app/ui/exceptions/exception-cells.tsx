import { BlockStack, Box, IndexTable, Link } from "@shopify/polaris";
import type { ExceptionPage, ExceptionRow } from "#app/exceptions/list-exceptions.server.ts";
import { isQueue, queues } from "#app/exceptions/queues.ts";
import { describeAge } from "../describe-time-left.ts";
import { queueLabel } from "../queue-label.ts";
import { WrappedText } from "../wrapped-text.tsx";
import { DueText } from "./due-text.tsx";

interface ExceptionCellsProps {
  readonly row: ExceptionRow;
  readonly page: ExceptionPage;
}

/** One exception as a table row: the sentence, and below it what usually settles it. */
export function ExceptionCells({ row, page }: ExceptionCellsProps) {
  return (
    <>
      <IndexTable.Cell>
        <Box maxWidth="36rem" paddingBlock="100">
          <BlockStack gap="050">
            <Link
              dataPrimaryLink
              monochrome
              removeUnderline
              url={`/app/exceptions/${row.exceptionId}`}
            >
              <WrappedText strong>{row.summary}</WrappedText>
            </Link>
            <WrappedText>
              {queueLabel(row.queue)}
              {isQueue(row.queue) ? `: ${queues[row.queue].recommended}` : ""}
            </WrappedText>
          </BlockStack>
        </Box>
      </IndexTable.Cell>
      <IndexTable.Cell>
        {row.orderId ? <Link url={`/app/orders/${row.orderId}`}>{row.orderName}</Link> : "–"}
      </IndexTable.Cell>
      <IndexTable.Cell>{describeAge(Date.parse(page.now), row.createdAt)}</IndexTable.Cell>
      <IndexTable.Cell>
        <DueText row={row} page={page} />
      </IndexTable.Cell>
      <IndexTable.Cell>{row.assignee || row.resolvedBy || "–"}</IndexTable.Cell>
    </>
  );
}
