import type { OrderOutcome } from "./plan-summary.ts";
import type { PastOrder, ReplayWorld, StockMovement, Variant } from "./replay-world.ts";
import type { VariantState } from "./variant-state.ts";
import { openVariant } from "./variant-state.ts";

/**
 * Decides past orders one after another under every variant, each with stock and capacity of its
 * own, which shrink as orders take from them and grow by what is known to have come in. An order sees
 * nothing that happened after it. Pure: the same world gives the same outcomes.
 *
 * `known` are the outcomes of the first orders, from a run that was interrupted: they are not decided
 * again, only what they took is taken, and they are not yielded.
 */
export function* replayOrders(
  world: ReplayWorld,
  variants: readonly Variant[],
  known: readonly OrderOutcome[] = [],
): Generator<OrderOutcome> {
  const states = variants.map((variant) => openVariant(world, variant));
  const deliver = deliverInTime(world.movements, states);
  for (const [position, order] of world.orders.entries()) {
    deliver(order.placedAt);
    const before = known[position];
    const outcome = before ?? decide(order, states);
    outcome.plans.forEach((plan, at) => states[at]!.take(order, plan));
    if (!before) yield outcome;
  }
}

function decide(order: PastOrder, states: readonly VariantState[]): OrderOutcome {
  const plans = states.map((state) => state.decide(order));
  return { orderId: order.orderId, orderName: order.name, plans };
}

/** Gives every variant the movements up to an instant, each once. */
function deliverInTime(
  movements: readonly StockMovement[],
  states: readonly VariantState[],
): (until: string) => void {
  let next = 0;
  return (until) => {
    const end = Date.parse(until);
    for (; next < movements.length && Date.parse(movements[next]!.at) <= end; next++) {
      for (const state of states) state.receive(movements[next]!);
    }
  };
}
