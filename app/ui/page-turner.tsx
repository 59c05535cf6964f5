import { InlineStack, Pagination, Text } from "@shopify/polaris";
import { useUrlFilters } from "./use-url-filters.ts";

interface PageTurnerProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** "26-50 of 1,204" with previous and next; nothing when everything fits one page. */
export function PageTurner({ page, pageSize, total }: PageTurnerProps) {
  const filters = useUrlFilters();
  if (total <= pageSize) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <InlineStack align="center" blockAlign="center" gap="200">
      <Pagination
        hasPrevious={page > 1}
        onPrevious={() => filters.goToPage(page - 1)}
        hasNext={last < total}
        onNext={() => filters.goToPage(page + 1)}
        label={
          <Text as="span" tone="subdued">
            {first.toLocaleString("en-US")}–{last.toLocaleString("en-US")} of{" "}
            {total.toLocaleString("en-US")}
          </Text>
        }
      />
    </InlineStack>
  );
}
