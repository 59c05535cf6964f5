import type { ExclusionReason, LocationVerdict } from "../plan.ts";
import { availableToPromise, bars, LINE_EFFECTS, whyClosed } from "./apply-rules.ts";
import type { Ruling } from "./decide-order.ts";

/** A verdict on every location, by id: what it can give, and per line it cannot give, why not. */
export function judgeLocations(ruling: Ruling): LocationVerdict[] {
  const { world, problem, best } = ruling;
  const chosen = new Set(best?.plan.sites.map((site) => problem.locations[site]!));
  return world.net.locations.map(({ location }, at) => {
    const closed = whyClosed(world, at);
    if (closed) {
      return { locationId: location.id, verdict: "excluded", reasons: [{ code: closed }] };
    }
    const reasons = findReasons(ruling, at);
    const isExcluded = reasons.length === world.lines.length;
    const verdict = chosen.has(at) ? "chosen" : isExcluded ? "excluded" : "eligible";
    return { locationId: location.id, verdict, reasons };
  });
}

function findReasons(ruling: Ruling, at: number): ExclusionReason[] {
  const { world } = ruling;
  const reasons: ExclusionReason[] = [];
  for (const { id, sku } of world.lines) {
    const why = whyNothing(ruling, at, sku);
    if (why) reasons.push({ ...why, lineId: id });
  }
  return reasons;
}

/** The first reason why the location can give nothing of the SKU; null when it can. */
function whyNothing(
  { world, guardrails, relaxation }: Ruling,
  at: number,
  sku: number,
): ExclusionReason | null {
  const atp = availableToPromise(world, at * world.items.length + sku, relaxation);
  if (atp === 0) return { code: "no_stock" };
  for (const code of LINE_EFFECTS) {
    for (const guardrail of guardrails) {
      if (!guardrail.selects[sku]) continue;
      if (bars(code, guardrail, world, at, atp, relaxation))
        return { code, rule: guardrail.rule.id };
    }
  }
  return null;
}
