import { Badge } from "@shopify/polaris";
import type { LocationState } from "#app/locations/list-locations.server.ts";

/** Whether the location takes part in routing now. */
export function LocationStateBadge({ state }: { readonly state: LocationState }) {
  switch (state) {
    case "in_pool":
      return <Badge tone="success">In the pool</Badge>;
    case "paused":
      return <Badge tone="warning">Paused</Badge>;
    case "left_out":
      return <Badge>Left out of the pool</Badge>;
    case "outside":
      return <Badge>Not in the pool</Badge>;
  }
}
