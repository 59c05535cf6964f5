import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useState } from "react";

interface DownloadCardProps {
  readonly version: number;
  readonly label: string;
}

/** Fetches a version's file with the session's token (a plain link would carry none) and saves it. */
export function DownloadCard({ version, label }: DownloadCardProps) {
  const shopify = useAppBridge();
  const [isLoading, setLoading] = useState(false);
  const download = async () => {
    setLoading(true);
    try {
      const response = await fetch(`/app/rates/${version}/download`);
      if (!response.ok) throw new Error(`The download answered ${response.status}.`);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await response.blob());
      link.download = `rates-version-${version}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch {
      shopify.toast.show("The file could not be loaded. Try again.", { isError: true });
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button
      loading={isLoading}
      onClick={() => void download()}
      accessibilityLabel={`${label}: version ${version}`}
    >
      {label}
    </Button>
  );
}
