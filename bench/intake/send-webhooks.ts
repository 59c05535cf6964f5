import { createHmac, randomUUID } from "node:crypto";
import { json } from "node:stream/consumers";
import { Agent, request } from "undici";

/** What the load process is told, as JSON on its standard input. */
export interface LoadPlan {
  readonly url: string;
  readonly secret: string;
  readonly shopId: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** Bodies to send in turn; every delivery gets an id of its own. */
  readonly events: readonly { readonly topic: string; readonly body: string }[];
}

export interface LoadResult {
  readonly sent: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly failed: number;
  /** From the moment a delivery was due, not from when a socket was free. */
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
}

/**
 * Sends signed webhooks at a fixed rate whatever the answers take (an open loop), in 5 ms slices, and
 * prints a LoadResult. Run as a process of its own: `node bench/intake/send-webhooks.ts < PLAN`.
 */
async function send(plan: LoadPlan): Promise<LoadResult> {
  const dispatcher = new Agent({ connections: 1024, pipelining: 1 });
  const total = plan.perSecond * plan.seconds;
  const latencies: number[] = [];
  const counts = { acknowledged: 0, refused: 0, failed: 0 };
  const signed = plan.events.map((event) => ({ ...event, hmac: sign(event.body, plan.secret) }));
  const startedAt = performance.now();
  const pending: Promise<void>[] = [];
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, ((performance.now() - startedAt) / 1000) * plan.perSecond);
    for (; sent < due; sent += 1) {
      const dueAt = startedAt + (sent / plan.perSecond) * 1000;
      const event = signed[sent % signed.length];
      if (event) pending.push(deliver(plan, event, dispatcher, counts, latencies, dueAt));
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(pending);
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
  return { sent: total, ...counts, latencyMs: { p50: at(0.5), p99: at(0.99), max: at(1) } };
}

async function deliver(
  plan: LoadPlan,
  event: { topic: string; body: string; hmac: string },
  dispatcher: Agent,
  counts: { acknowledged: number; refused: number; failed: number },
  latencies: number[],
  dueAt: number,
): Promise<void> {
  try {
    const answer = await request(plan.url, {
      method: "POST",
      dispatcher,
      body: event.body,
      headers: {
        "content-type": "application/json",
        "x-shopify-topic": event.topic,
        "x-shopify-hmac-sha256": event.hmac,
        "x-shopify-shop-domain": plan.shopId,
        "x-shopify-api-version": "2026-10",
        "x-shopify-webhook-id": randomUUID(),
        "x-shopify-event-id": randomUUID(),
        "x-shopify-triggered-at": new Date().toISOString(),
      },
    });
    await answer.body.dump();
    if (answer.statusCode === 200) counts.acknowledged += 1;
    else counts.refused += 1;
    latencies.push(performance.now() - dueAt);
  } catch {
    counts.failed += 1;
  }
}

function sign(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("base64");
}

console.log(JSON.stringify(await send((await json(process.stdin)) as LoadPlan)));
