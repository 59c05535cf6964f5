import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useState } from "react";

interface DownloadButtonProps {
  readonly url: string;
  readonly filename: string;
  readonly children: string;
}

/**
 * Saves what an address answers as a file. Shopify's admin lets an embedded page fetch with its
 * session token; a plain link would come without one.
 */
export function DownloadButton({ url, filename, children }: DownloadButtonProps) {
  const shopify = useAppBridge();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      save(await response.blob(), filename);
    } catch {
      shopify.toast.show("The file could not be fetched. Try again.", { isError: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void download()}>
      {children}
    </Button>
  );
}

function save(content: Blob, filename: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = filename;
  link.click();
  URL.revokeObjectURL(address);
}
