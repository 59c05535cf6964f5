import { request, type Dispatcher } from "undici";
import type { Delivery, DeliveryAttempt } from "./delivery.ts";

const TOTAL_TIMEOUT_MS = 5_000;

/** Posts a delivery once. Anything but a 2xx within five seconds is a failed attempt; it never throws. */
export async function sendDelivery(
  delivery: Delivery,
  target: { origin: string; headers: Record<string, string>; dispatcher: Dispatcher; at: string },
): Promise<DeliveryAttempt> {
  try {
    const answer = await request(`${target.origin}${delivery.uri}`, {
      method: "POST",
      headers: target.headers,
      body: delivery.body,
      dispatcher: target.dispatcher,
      signal: AbortSignal.timeout(TOTAL_TIMEOUT_MS),
    });
    await answer.body.dump();
    return { at: target.at, status: answer.statusCode, error: null };
  } catch (error) {
    return { at: target.at, status: null, error: describe(error) };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === "" ? error.name : error.message;
}
