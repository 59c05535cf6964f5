import { Banner, Text } from "@shopify/polaris";
import type { StockPage } from "#app/inventory/list-stock.server.ts";
import { formatInstant } from "../format-instant.ts";

/** When our copy of the stock was last compared with Shopify's, and what differed. */
export function AuditBanner({ page }: { readonly page: StockPage }) {
  const { lastAudit, syncing, timeZone } = page;
  if (syncing) {
    return (
      <Banner tone="info" title="Reading your stock from Shopify">
        <p>Figures below are being brought up to date. This takes seconds to minutes.</p>
      </Banner>
    );
  }
  if (!lastAudit) return null;
  const at = lastAudit.finishedAt ? formatInstant(lastAudit.finishedAt, timeZone) : "";
  const seen = lastAudit.seen.toLocaleString("en-US");
  if (lastAudit.status === "failed") {
    return (
      <Banner tone="warning" title="The last comparison with Shopify could not be finished">
        <p>
          Figures still follow every change Shopify announces. Start it again with “Resync all”.
        </p>
      </Banner>
    );
  }
  if (lastAudit.drifted > 0) {
    return (
      <Banner
        tone="warning"
        title={`${lastAudit.drifted} of ${seen} figures differed from Shopify on ${at}`}
      >
        <p>All were repaired. If this comes back, see which other app changes your stock.</p>
      </Banner>
    );
  }
  return (
    <Text as="p" tone="subdued">
      Last compared with Shopify {at}: all {seen} figures agreed.
    </Text>
  );
}
