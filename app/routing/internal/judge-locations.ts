import type { ExclusionReason, LocationVerdict } from "../plan.ts";
import { availableToPromise, bars, lineEffectsOf, LINE_EFFECTS, whyClosed } from "./apply-rules.ts";
import type { ActiveGuardrail, LineEffect } from "./apply-rules.ts";
import type { Ruling } from "./decide-order.ts";

/** A guardrail's effect that may bar a line, with the reason it would give. */
interface Bar {
  readonly effect: LineEffect;
  readonly guardrail: ActiveGuardrail;
  readonly reason: ExclusionReason;
}

/** One line's reasons, made once and shared by all locations. */
interface LineReasons {
  readonly sku: number;
  readonly noStock: ExclusionReason;
  readonly bars: readonly Bar[];
}

const NO_REASONS: readonly ExclusionReason[] = [];

/** A verdict on every location, by id: what it can give, and per line it cannot give, why not. */
export function judgeLocations(ruling: Ruling): LocationVerdict[] {
  const { world, problem, best } = ruling;
  const chosen = new Set(best?.plan.sites.map((site) => problem.locations[site]!));
  const lines = listLineReasons(ruling);
  return world.net.locations.map(({ location }, at) => {
    const closed = whyClosed(world, at);
    if (closed) {
      return { locationId: location.id, verdict: "excluded", reasons: [{ code: closed }] };
    }
    const reasons = findReasons(ruling, lines, at);
    const isExcluded = reasons.length === lines.length;
    const verdict = chosen.has(at) ? "chosen" : isExcluded ? "excluded" : "eligible";
    return { locationId: location.id, verdict, reasons };
  });
}

function listLineReasons({ world, guardrails }: Ruling): LineReasons[] {
  return world.lines.map(({ id, sku }) => ({
    sku,
    noStock: { code: "no_stock", lineId: id },
    bars: LINE_EFFECTS.flatMap((effect) =>
      guardrails
        .filter((each) => each.selects[sku] && lineEffectsOf(each).includes(effect))
        .map((guardrail) => ({
          effect,
          guardrail,
          reason: { code: effect, rule: guardrail.rule.id, lineId: id },
        })),
    ),
  }));
}

function findReasons(
  { world, relaxation }: Ruling,
  lines: readonly LineReasons[],
  at: number,
): readonly ExclusionReason[] {
  let reasons: ExclusionReason[] | null = null;
  const from = at * world.items.length;
  for (const { sku, noStock, bars: barring } of lines) {
    const atp = availableToPromise(world, from + sku, relaxation);
    let why = atp === 0 ? noStock : null;
    for (let index = 0; index < barring.length && !why; index++) {
      const { effect, guardrail, reason } = barring[index]!;
      if (bars(effect, guardrail, world, at, atp, relaxation)) why = reason;
    }
    if (why) (reasons ??= []).push(why);
  }
  return reasons ?? NO_REASONS;
}
