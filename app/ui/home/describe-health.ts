import type { Check, SyncHealth } from "#app/insights/home/home-view.ts";
import { capitalise } from "../capitalise.ts";
import { describeAge } from "../describe-time-left.ts";

export interface HealthLine {
  readonly label: string;
  readonly text: string;
  readonly isGood: boolean;
  readonly url?: string;
}

/** A message or change that waits longer than this is worth a look. */
const patienceMs = 5 * 60_000;

/** The state of the synchronisation, a line for each thing that can go wrong. */
export function describeHealth(health: SyncHealth, now: string): HealthLine[] {
  const nowMs = Date.parse(now);
  return [
    describeImport(health),
    describeMessages(health, nowMs),
    describeChanges(health, nowMs),
    describeStock(health.lastStockAudit, nowMs),
    describeOrders(health.lastOrderCheck, nowMs),
    {
      label: "Work that failed",
      text:
        health.deadLetters === 0
          ? "None. Failed work is tried again, then kept here with its cause."
          : `${health.deadLetters} could not be processed and can be replayed.`,
      isGood: health.deadLetters === 0,
      url: "/app/exceptions?queue=dead_letter",
    },
  ];
}

function describeImport({ firstSync, firstSyncNote, importedRows }: SyncHealth): HealthLine {
  const label = "First import";
  switch (firstSync) {
    case "not_started":
      return { label, text: "Starts in a moment.", isGood: true };
    case "running": {
      const soFar = importedRows ? ` ${importedRows.toLocaleString("en-US")} rows so far.` : "";
      const note = firstSyncNote ? ` ${firstSyncNote}` : "";
      return {
        label,
        text: `Reading your locations, products and stock.${soFar}${note}`,
        isGood: true,
      };
    }
    case "done":
      return { label, text: "Your locations, products and stock are here.", isGood: true };
    case "failed":
      return {
        label,
        text: `Did not finish: ${firstSyncNote || "the cause is not known"}.`,
        isGood: false,
        url: "/app/inventory",
      };
  }
}

function describeMessages(health: SyncHealth, nowMs: number): HealthLine {
  const { lastWebhookAt, waitingWebhooks, oldestWaitingWebhookAt } = health;
  const last = lastWebhookAt
    ? `Last one ${describeAge(nowMs, lastWebhookAt)}.`
    : "None has come yet.";
  const waiting = oldestWaitingWebhookAt
    ? ` ${waitingWebhooks} not processed yet, the oldest from ${describeAge(nowMs, oldestWaitingWebhookAt)}.`
    : " All processed.";
  return {
    label: "Messages from Shopify",
    text: last + (lastWebhookAt ? waiting : ""),
    isGood: !isOld(oldestWaitingWebhookAt, nowMs),
  };
}

function describeChanges(health: SyncHealth, nowMs: number): HealthLine {
  const { waitingChanges, oldestWaitingChangeAt } = health;
  return {
    label: "Changes on their way to Shopify",
    text: oldestWaitingChangeAt
      ? `${waitingChanges} not confirmed yet, the oldest from ${describeAge(nowMs, oldestWaitingChangeAt)}.`
      : "All confirmed.",
    isGood: !isOld(oldestWaitingChangeAt, nowMs),
  };
}

function describeStock(check: Check | null, nowMs: number): HealthLine {
  const label = "Stock check";
  const url = "/app/inventory";
  if (!check)
    return { label, text: "Not done yet; it runs by itself every night.", isGood: true, url };
  const result =
    check.drifted === 0
      ? `all ${check.seen.toLocaleString("en-US")} figures agree with Shopify`
      : `${check.drifted} of ${check.seen.toLocaleString("en-US")} figures differed and were corrected`;
  const text = `${capitalise(describeAge(nowMs, check.at))}: ${result}.`;
  return { label, text, isGood: check.drifted === 0, url };
}

function describeOrders(check: Check | null, nowMs: number): HealthLine {
  const label = "Order check";
  if (!check) return { label, text: "Not done yet; it runs every few minutes.", isGood: true };
  const result =
    check.drifted === 0
      ? "no message about an order was missed"
      : `${countOrders(check.drifted)} changed without a message and ${check.drifted === 1 ? "was" : "were"} read again`;
  const text = `${capitalise(describeAge(nowMs, check.at))}: ${result}.`;
  return { label, text, isGood: check.drifted === 0 };
}

function countOrders(count: number): string {
  return count === 1 ? "1 order had" : `${count.toLocaleString("en-US")} orders had`;
}

function isOld(at: string | null, nowMs: number): boolean {
  return at !== null && nowMs - Date.parse(at) > patienceMs;
}
