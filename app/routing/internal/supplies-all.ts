import type { Problem } from "./build-problem.ts";

/** Do the sites together have what the order asks for? */
export function suppliesAll({ demand, supply, skuCount }: Problem): boolean {
  return demand.every((units, sku) => {
    let missing = units;
    for (let cell = sku; cell < supply.length && missing > 0; cell += skuCount) {
      missing -= supply[cell]!;
    }
    return missing <= 0;
  });
}
