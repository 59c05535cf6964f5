import type { Facts } from "./facts.ts";
import { subtractMoney } from "./subtract-money.ts";

/** What is proven about the plan, for people: "best" is a theorem here, not an opinion. */
export function describeProof({ decision, snapshot, money, maker }: Facts): string | null {
  const { proof, parcels, cost, lane } = decision;
  if (maker !== "engine" || parcels.length === 0) return null;
  if (proof.optimal) {
    return "Provably the best: every other plan your rules allow was ruled out, split ones included.";
  }
  const rules = snapshot.network.ruleset;
  const first = rules.lanes.find(({ id }) => id === lane)?.priorities[0] ?? "lowest_cost";
  if (first === "lowest_cost" && cost !== null && proof.bound !== null) {
    const gap = money(subtractMoney(cost, proof.bound));
    return `A very large order: the search was stopped in time. No plan can be more than ${gap} cheaper.`;
  }
  return "A very large order: the search was stopped in time, so a slightly better plan may exist.";
}
