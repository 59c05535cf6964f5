import { useFetcher } from "@remix-run/react";
import { Banner, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { LocationDetails } from "#app/locations/show-location.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { formatInstant } from "../format-instant.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { PauseDialog } from "./pause-dialog.tsx";

/** Whether orders go there now, and the switch. */
export function PoolCard({ location }: { readonly location: LocationDetails }) {
  if (location.state === "outside") {
    return (
      <Banner title="Not in the pool">
        <p>In Shopify it is inactive or does not fulfill online orders. Change that there.</p>
      </Banner>
    );
  }
  if (location.state === "left_out") {
    return (
      <Banner title="Left out of the pool">
        <p>It ships no orders. Customers who chose to pick up there still can.</p>
      </Banner>
    );
  }
  return location.state === "paused" ? (
    <PausedBanner location={location} />
  ) : (
    <InPoolLine location={location} />
  );
}

function PausedBanner({ location }: { readonly location: LocationDetails }) {
  const fetcher = useFetcher<ActionAnswer>({ key: `resume-${location.locationId}` });
  useAnswerToast(fetcher.data);
  const { pausedUntil, pausedReason, timeZone, locationId } = location;
  const until = pausedUntil ? ` until ${formatInstant(pausedUntil, timeZone)}` : "";
  const resume = () =>
    void fetcher.submit({}, { method: "post", action: `/app/locations/${locationId}/resume` });
  return (
    <Banner
      tone="warning"
      title={`Paused${until}`}
      action={{ content: "Resume", onAction: resume, loading: fetcher.state !== "idle" }}
    >
      <p>{pausedReason || "It gets no new orders."}</p>
    </Banner>
  );
}

function InPoolLine({ location }: { readonly location: LocationDetails }) {
  const [pausing, setPausing] = useState(false);
  return (
    <Card>
      <InlineStack gap="300" blockAlign="center" align="space-between">
        <Text as="p">Orders go here whenever it is the best choice.</Text>
        <Button onClick={() => setPausing(true)}>Pause…</Button>
        {pausing ? <PauseDialog location={location} onClose={() => setPausing(false)} /> : null}
      </InlineStack>
    </Card>
  );
}
