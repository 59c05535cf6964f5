import type { BadgeProps } from "@shopify/polaris";
import { Badge } from "@shopify/polaris";
import type { OrderStatus } from "#app/orders/order-tabs.ts";

type Look = Pick<BadgeProps, "tone" | "progress"> & { readonly label: string };

const looks: Readonly<Record<OrderStatus, Look>> = {
  new: { label: "Received", progress: "incomplete" },
  waiting: { label: "Waiting for Shopify", progress: "incomplete" },
  routed: { label: "Decided", tone: "info", progress: "partiallyComplete" },
  placed: { label: "Routed", tone: "info", progress: "partiallyComplete" },
  held: { label: "On hold", tone: "warning" },
  exception: { label: "Needs you", tone: "critical" },
  fulfilled: { label: "Fulfilled", tone: "success", progress: "complete" },
  cancelled: { label: "Cancelled" },
};

/** Where an order stands, in words first: the colour only repeats them. */
export function OrderStatusBadge({ status }: { readonly status: OrderStatus }) {
  const { label, tone, progress } = looks[status];
  return (
    <Badge {...(tone ? { tone } : {})} {...(progress ? { progress } : {})}>
      {label}
    </Badge>
  );
}
