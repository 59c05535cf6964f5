import { Text } from "@shopify/polaris";
import type { ExceptionPage, ExceptionRow } from "#app/exceptions/list-exceptions.server.ts";
import { describeTimeLeft } from "../describe-time-left.ts";
import { formatInstant } from "../format-instant.ts";

interface DueTextProps {
  readonly row: Pick<ExceptionRow, "dueAt" | "overdue" | "resolvedAt">;
  readonly page: Pick<ExceptionPage, "now" | "timeZone">;
}

/** By when a person should have looked, in words; once resolved, when that was. */
export function DueText({ row, page }: DueTextProps) {
  if (row.resolvedAt) {
    return <Text as="span">Resolved {formatInstant(row.resolvedAt, page.timeZone)}</Text>;
  }
  if (!row.dueAt) return <Text as="span">–</Text>;
  return (
    <Text as="span" {...(row.overdue ? { tone: "critical", fontWeight: "semibold" } : {})}>
      {describeTimeLeft(Date.parse(page.now), row.dueAt)}
    </Text>
  );
}
