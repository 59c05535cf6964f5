import { DELIVERY_METHODS } from "../ruleset-keys.ts";
import type { Condition } from "#app/routing/ruleset.ts";
import { keysExclude, keysImply } from "./compare-conditions.ts";
import type { ConditionKey } from "./condition-keys.ts";
import { listAlternatives } from "./condition-keys.ts";

type Keys = readonly ConditionKey[];

/** Splitting twice finds "shipped, picked up, local" by country; deeper nests nobody writes. */
const MAX_SPLITS = 2;

/**
 * True only when every order that fits the condition certainly fits one of the others: by itself, or
 * because the others together leave no case over ("up to 100" and "100 or more"). Sound, not complete.
 */
export function covers(
  others: readonly (Condition | undefined)[],
  condition: Condition | undefined,
): boolean {
  const ways = others.flatMap((other) => listAlternatives(other));
  return listAlternatives(condition).every((keys) => isCovered(keys, ways, MAX_SPLITS));
}

function isCovered(keys: Keys, ways: readonly Keys[], splits: number): boolean {
  if (keysExclude(keys)) return true;
  if (ways.some((way) => keysImply(keys, way))) return true;
  if (splits === 0) return false;
  const near = ways.filter((way) => !keysExclude([...keys, ...way]));
  return listSplits(keys, near).some((cases) =>
    cases.every((one) => isCovered(one, near, splits - 1)),
  );
}

/** Ways to split an alternative into cases that leave nothing out, along what the others ask. */
function listSplits(keys: Keys, ways: readonly Keys[]): Keys[][] {
  const asked = new Map(ways.flat().map((key) => [key.name, key]));
  return [...asked.values()]
    .map((key) => splitBy(keys, key, ways))
    .filter(({ length }) => length > 1);
}

function splitBy(keys: Keys, key: ConditionKey, ways: readonly Keys[]): Keys[] {
  if (key.kind === "range") return splitRange(keys, key, ways);
  if (key.kind !== "values" || !key.isSingle) return [];
  const own = keys.find((one) => one.name === key.name);
  const known = key.name === "deliveryMethods" ? DELIVERY_METHODS : [];
  const values = own?.kind === "values" ? own.values : known;
  return values.map((value) => replace(keys, { ...key, values: [value] }));
}

type Range = Extract<ConditionKey, { kind: "range" }>;

/** Pieces of the range that meet at the bounds the others name; each bound belongs to both pieces. */
function splitRange(keys: Keys, { name }: Range, ways: readonly Keys[]): Keys[] {
  const own = keys.find((one): one is Range => one.kind === "range" && one.name === name);
  // How far the nearest store is may be unknown, and then no bound holds.
  if (!own && name === "nearestStore") return [];
  const { least, most } = own ?? { least: 0, most: Infinity };
  const bounds = ways
    .flat()
    .flatMap((key) => (key.kind === "range" && key.name === name ? [key.least, key.most] : []))
    .filter((bound) => bound > least && bound < most);
  const cuts = [least, ...[...new Set(bounds)].sort((a, b) => a - b), most];
  return cuts
    .slice(1)
    .map((cut, at) => replace(keys, { kind: "range", name, least: cuts[at]!, most: cut }));
}

function replace(keys: Keys, key: ConditionKey): Keys {
  return [...keys.filter(({ name }) => name !== key.name), key];
}
