import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Form, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { LocationDetails } from "#app/locations/show-location.server.ts";
import { formatInstant } from "../format-instant.ts";
import type { Enrolment, EnrolmentAnswer } from "./enrolment.ts";

/** Makes a one-time code for a phone or tablet of this location, and shows it this once. */
export function EnrolDevice({ location }: { readonly location: LocationDetails }) {
  const { locationId, timeZone } = location;
  const fetcher = useFetcher<EnrolmentAnswer>({ key: `enrol-${locationId}` });
  const [name, setName] = useState("");
  const errors = fetcher.data?.ok === false ? fetcher.data.errors : undefined;
  // Once used, or its device revoked, a code is of no use to anybody.
  const isAwaited = location.devices.some(({ state }) => state === "waiting");
  const enrolment = isAwaited && fetcher.data?.ok ? fetcher.data.enrolment : undefined;
  const create = () => {
    const action = `/app/locations/${locationId}/devices`;
    void fetcher.submit({ name }, { method: "post", action });
    setName("");
  };
  return (
    <BlockStack gap="300">
      {enrolment ? <EnrolmentBanner enrolment={enrolment} timeZone={timeZone} /> : null}
      <Form onSubmit={create}>
        <InlineStack gap="200" blockAlign="end">
          <TextField
            label="Device name"
            placeholder="Back counter phone"
            autoComplete="off"
            maxLength={60}
            value={name}
            onChange={setName}
            error={errors?.name ?? ""}
          />
          <Button submit loading={fetcher.state !== "idle"}>
            Create enrolment code
          </Button>
        </InlineStack>
      </Form>
    </BlockStack>
  );
}

interface EnrolmentBannerProps {
  readonly enrolment: Enrolment;
  readonly timeZone: string;
}

function EnrolmentBanner({ enrolment, timeZone }: EnrolmentBannerProps) {
  return (
    <Banner tone="success" title="Open this address on the device and type the code">
      <BlockStack gap="200">
        <Text as="p" breakWord>
          {enrolment.address}
        </Text>
        <Text as="p" variant="headingLg">
          {enrolment.code}
        </Text>
        <Text as="p">
          It works once, until {formatInstant(enrolment.validUntil, timeZone)}, and is not shown
          again.
        </Text>
      </BlockStack>
    </Banner>
  );
}
