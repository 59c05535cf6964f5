import { answerJson } from "../http/answer-json.ts";
import type { SandboxRequest } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import type { DeliveryQuery } from "../webhooks/create-delivery-log.ts";

/** The delivery log, the replay of one delivery, and the wait until nothing is under way. */
export function deliveryRoutes({ deliveries }: Sandbox): Route[] {
  return [
    {
      method: "GET",
      path: "/sandbox/deliveries",
      handle: (request) =>
        answerJson(200, {
          counts: deliveries.count(),
          deliveries: deliveries.list(readQuery(request)),
        }),
    },
    {
      method: "POST",
      path: "/sandbox/deliveries/:number/replay",
      handle: (request) => {
        const replayed = deliveries.replay(Number(request.params["number"]));
        if (!replayed)
          throw new Refusal(404, `No delivery ${request.params["number"]} in the log.`);
        return answerJson(202, replayed);
      },
    },
    {
      method: "POST",
      path: "/sandbox/deliveries/idle",
      handle: async () => {
        await deliveries.idle();
        return answerJson(200, { counts: deliveries.count() });
      },
    },
  ];
}

function readQuery(request: SandboxRequest): DeliveryQuery {
  const query = request.url.searchParams;
  return {
    shop: query.get("shop") ?? undefined,
    topic: query.get("topic") ?? undefined,
    state: query.get("state") ?? undefined,
    limit: Number(query.get("limit") ?? 100),
  };
}
