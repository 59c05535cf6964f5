import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import type { DeviceRow, LocationDetails } from "#app/locations/show-location.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { describeAge } from "../describe-time-left.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { EnrolDevice } from "./enrol-device.tsx";

/** The phones and tablets this location's people work on. */
export function DevicesCard({ location }: { readonly location: LocationDetails }) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Devices
          </Text>
          <Text as="p" tone="subdued">
            Phones and tablets that show this location&apos;s pick tasks, without a Shopify login.
          </Text>
        </BlockStack>
        {location.devices.map((device) => (
          <Device key={device.deviceId} device={device} location={location} />
        ))}
        <EnrolDevice location={location} />
      </BlockStack>
    </Card>
  );
}

interface DeviceProps {
  readonly device: DeviceRow;
  readonly location: LocationDetails;
}

function Device({ device, location }: DeviceProps) {
  const fetcher = useFetcher<ActionAnswer>({ key: `revoke-${device.deviceId}` });
  useAnswerToast(fetcher.data);
  const action = `/app/locations/${location.locationId}/devices/${device.deviceId}/revoke`;
  const nowMs = Date.parse(location.now);
  const name = device.name || "this device";
  const [asking, setAsking] = useState(false);
  const revoke = () => {
    setAsking(false);
    void fetcher.submit({}, { method: "post", action });
  };
  const seen = device.lastSeenAt ? `last used ${describeAge(nowMs, device.lastSeenAt)}` : "";
  const made = `Added by ${device.createdBy} ${describeAge(nowMs, device.createdAt)}`;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack>
        <InlineStack gap="200" blockAlign="center" align="start">
          <Text as="span" fontWeight="semibold">
            {device.name || "Unnamed device"}
          </Text>
          <DeviceStateBadge state={device.state} />
        </InlineStack>
        <Text as="span" tone="subdued">
          {[made, seen].filter(Boolean).join(", ")}
        </Text>
      </BlockStack>
      {device.state === "revoked" ? null : (
        <Button
          tone="critical"
          loading={fetcher.state !== "idle"}
          onClick={() => setAsking(true)}
          accessibilityLabel={`Revoke ${name}`}
        >
          Revoke
        </Button>
      )}
      {asking ? (
        <RevokeDialog name={name} onConfirm={revoke} onClose={() => setAsking(false)} />
      ) : null}
    </InlineStack>
  );
}

interface RevokeDialogProps {
  readonly name: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function RevokeDialog({ name, onConfirm, onClose }: RevokeDialogProps) {
  return (
    <Modal
      open
      onClose={onClose}
      title={`Revoke ${name}?`}
      primaryAction={{ content: "Revoke", destructive: true, onAction: onConfirm }}
      secondaryActions={[{ content: "Keep it", onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">
          It stops working at once, whoever holds it. To use it again, somebody has to enrol it with
          a new code.
        </Text>
      </Modal.Section>
    </Modal>
  );
}

function DeviceStateBadge({ state }: Pick<DeviceRow, "state">) {
  switch (state) {
    case "enrolled":
      return <Badge tone="success">In use</Badge>;
    case "waiting":
      return <Badge tone="attention">Waiting for its code</Badge>;
    case "code_expired":
      return <Badge>Code expired</Badge>;
    case "revoked":
      return <Badge>Revoked</Badge>;
  }
}
