import { Link } from "@remix-run/react";
import { Badge, BlockStack, Card, InlineStack } from "@shopify/polaris";
import type { RuleVersionsView } from "#app/rules/list-rule-versions.server.ts";
import type { RuleVersionHead } from "#app/rules/rule-version-head.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { WrappedText } from "../wrapped-text.tsx";
import { RollBackButton } from "./roll-back-button.tsx";
import { originWords } from "./version-origin.ts";

/** Who changed the rules, when, how and why; nothing is ever overwritten. */
export function VersionsCard({ view }: { readonly view: RuleVersionsView }) {
  const { versions, liveVersion, format, mayChange } = view;
  return (
    <Card>
      <BlockStack gap="300">
        <StackingTable
          headings={["Version", "When", "Who", "What changed", ""]}
          rows={versions.map((one) => ({
            key: String(one.version),
            cells: [
              <VersionName key="name" version={one.version} liveVersion={liveVersion} />,
              formatInstant(one.publishedAt, format.timeZone),
              <Who key="who" version={one} />,
              <WrappedText key="what">{one.comment || "–"}</WrappedText>,
              mayChange && one.version !== liveVersion ? (
                <RollBackButton key="back" version={one.version} liveVersion={liveVersion} />
              ) : null,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

interface VersionNameProps {
  readonly version: number;
  readonly liveVersion: number;
}

function VersionName({ version, liveVersion }: VersionNameProps) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Link to={`/app/rules/versions/${version}`}>Version {version}</Link>
      {version === liveVersion ? <Badge tone="success">In force</Badge> : null}
    </InlineStack>
  );
}

function Who({ version }: { readonly version: RuleVersionHead }) {
  const { publishedBy, approvedBy, origin, isTemporary } = version;
  const approval = approvedBy ? `, approved by ${approvedBy}` : "";
  return (
    <WrappedText>
      {originWords[origin]} by {describeActor(publishedBy)}
      {approval}
      {isTemporary ? ", for a limited time" : ""}
    </WrappedText>
  );
}
