import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { ActionAnswer } from "./action-answer.ts";

/**
 * Says in the admin's own toast that a write went through, once per answer; `onDone` runs then too
 * (closing a dialog, clearing a field).
 */
export function useAnswerToast(answer: ActionAnswer | undefined, onDone?: () => void): void {
  const shopify = useAppBridge();
  const latestOnDone = useRef(onDone);
  useEffect(() => {
    latestOnDone.current = onDone;
  });
  useEffect(() => {
    if (!answer?.ok) return;
    shopify.toast.show(answer.message);
    latestOnDone.current?.();
  }, [answer, shopify]);
}
