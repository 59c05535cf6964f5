import { Button, Text } from "@shopify/polaris";
import { useState } from "react";
import { DraftDialog } from "./draft-dialog.tsx";

interface RollBackButtonProps {
  readonly version: number;
  /** The version in force on screen: a newer one makes the press stale. */
  readonly liveVersion: number;
}

/** Brings the rules of an earlier version back, as a new version. */
export function RollBackButton({ version, liveVersion }: RollBackButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        onClick={() => setAsking(true)}
        accessibilityLabel={`Roll back to version ${version}`}
      >
        Roll back
      </Button>
      {isAsking ? (
        <DraftDialog
          title={`Roll back to version ${version}?`}
          submit="Roll back"
          action={`/app/rules/versions/${version}/roll-back`}
          fields={{ liveVersion }}
          onClose={() => setAsking(false)}
        >
          {() => (
            <Text as="p">
              Its rules hold again from now on, as version {liveVersion + 1}, in your name. Orders
              already decided keep their plans; nothing is deleted.
            </Text>
          )}
        </DraftDialog>
      ) : null}
    </>
  );
}
