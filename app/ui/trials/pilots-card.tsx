import { Link } from "@remix-run/react";
import { Badge, Box, Card, Text } from "@shopify/polaris";
import type { PilotHead, PilotStatus } from "#app/insights/pilot/pilot-view.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";

interface PilotsCardProps {
  readonly pilots: readonly PilotHead[];
  readonly format: ShopFormat;
}

/** The shop's pilots, the latest first. */
export function PilotsCard({ pilots, format }: PilotsCardProps) {
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        Pilots
      </Text>
      {pilots.length === 0 ? (
        <EmptyNote heading="No pilot has run yet">
          Start one when a draft did well in replay and in the shadow.
        </EmptyNote>
      ) : (
        <Box paddingBlockStart="300">
          <StackingTable
            headings={["Draft", "State", "Share", "Started", "Ends"]}
            figures={["Share"]}
            rows={pilots.map((pilot) => ({
              key: pilot.pilotId,
              cells: [
                <Link key="name" to={`/app/rules/pilots/${pilot.pilotId}`}>
                  {pilot.name}
                </Link>,
                <PilotStatusBadge key="state" status={pilot.status} />,
                `${pilot.sharePercent} %`,
                `${formatInstant(pilot.startedAt, format.timeZone)}, ${pilot.startedBy}`,
                formatInstant(pilot.endedAt ?? pilot.endsAt, format.timeZone),
              ],
            }))}
          />
        </Box>
      )}
    </Card>
  );
}

const badges = {
  running: { tone: "success", text: "Running" },
  stopped: { tone: "critical", text: "Stopped itself" },
  ended: { tone: undefined, text: "Ended" },
  promoted: { tone: "info", text: "Promoted" },
} as const;

export function PilotStatusBadge({ status }: { readonly status: PilotStatus }) {
  const { tone, text } = badges[status];
  return <Badge {...(tone ? { tone } : {})}>{text}</Badge>;
}
