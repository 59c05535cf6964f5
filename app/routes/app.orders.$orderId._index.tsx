import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useState } from "react";
import { z } from "zod";
import type { OrderView } from "#app/orders/order-view.ts";
import { showOrder } from "#app/orders/show-order.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { capitalise } from "#app/ui/capitalise.ts";
import { formatInstant } from "#app/ui/format-instant.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { OrderStatusBadge } from "#app/ui/order-status-badge.tsx";
import { AlternativesCard } from "#app/ui/orders/alternatives-card.tsx";
import { DecisionsCard } from "#app/ui/orders/decisions-card.tsx";
import { OrderBanners } from "#app/ui/orders/order-banners.tsx";
import { ParcelsCard } from "#app/ui/orders/parcels-card.tsx";
import { RerouteDialog } from "#app/ui/orders/reroute-dialog.tsx";
import { SendToDialog } from "#app/ui/orders/send-to-dialog.tsx";
import { StockCard } from "#app/ui/orders/stock-card.tsx";
import { TasksCard } from "#app/ui/orders/tasks-card.tsx";
import { TimelineCard } from "#app/ui/orders/timeline-card.tsx";
import { VerdictsCard } from "#app/ui/orders/verdicts-card.tsx";
import { WhyCard } from "#app/ui/orders/why-card.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Order not found"} · Backroom` },
];

const choiceSchema = z.object({
  decision: z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null),
  locations: z.literal("all").nullable().catch(null),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const search = new URL(request.url).searchParams;
  const { decision, locations } = choiceSchema.parse({
    decision: search.get("decision"),
    locations: search.get("locations"),
  });
  const choice = { sequence: decision, everyLocation: locations !== null };
  const order = await showOrder(shop, params.orderId ?? "", choice);
  if (!order) throw new Response("No such order", { status: 404 });
  return order;
}

const backTo = { content: "Orders", url: "/app/orders" };

export default function OrderPage() {
  const order = useLoaderData<typeof loader>();
  const [dialog, setDialog] = useState<"reroute" | "send-to" | null>(null);
  const close = () => setDialog(null);
  const disabled = order.status === "fulfilled" || order.status === "cancelled";
  useRefreshWhile(order.deciding !== null || order.status === "routed");
  return (
    <Page
      title={order.name}
      titleMetadata={<OrderStatusBadge status={order.status} />}
      subtitle={describeOrder(order)}
      backAction={backTo}
      primaryAction={{ content: "Route again", onAction: () => setDialog("reroute"), disabled }}
      secondaryActions={[
        { content: "Send to…", onAction: () => setDialog("send-to"), disabled },
        { content: "What if…?", url: `/app/orders/${order.orderId}/what-if` },
      ]}
    >
      <BlockStack gap="400">
        <OrderBanners order={order} />
        <Layout>
          <Layout.Section>
            <Explanation order={order} />
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <TasksCard order={order} />
              <TimelineCard order={order} />
              {order.decisions.length > 0 ? <DecisionsCard order={order} /> : null}
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
      {dialog === "reroute" ? <RerouteDialog {...order} onClose={close} /> : null}
      {dialog === "send-to" ? <SendToDialog {...order} onClose={close} /> : null}
    </Page>
  );
}

function Explanation({ order }: { readonly order: OrderView }) {
  const { shown, format, destination } = order;
  if (!shown) return null;
  const isCollected = order.deliveryMethod === "pickup";
  return (
    <BlockStack gap="400">
      <WhyCard order={order} shown={shown} />
      <ParcelsCard
        decision={shown}
        destination={destination}
        currency={format.currency}
        isCollected={isCollected}
      />
      <VerdictsCard decision={shown} currency={format.currency} />
      {shown.parcelCount > 0 && shown.maker === "engine" && !isCollected ? (
        <AlternativesCard decision={shown} currency={format.currency} />
      ) : null}
      <StockCard decision={shown} />
    </BlockStack>
  );
}

function describeOrder({ placedAt, format, destination, channel }: OrderView): string {
  const placed = placedAt ? `Placed ${formatInstant(placedAt, format.timeZone)}` : "";
  return [placed, destination && `to ${destination}`, channel && nameChannel(channel)]
    .filter(Boolean)
    .join(" · ");
}

/** "online_store" is Shopify's handle; people know it as "Online store". */
function nameChannel(channel: string): string {
  return capitalise(channel.replaceAll("_", " "));
}

export function ErrorBoundary() {
  return <NotFoundPage what="This order" backTo={backTo} />;
}
