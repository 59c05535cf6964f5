import type { LocationType, Ruleset } from "#app/routing/ruleset.ts";
import type { Location, Network, ServiceRates } from "#app/routing/snapshot.ts";
import type { RunningPilot } from "#app/rules/pilot/running-pilot.ts";
import { hashJson } from "./hash-json.ts";

/** A network with the hash it is stored under and the rule version it was made from. */
export interface HashedNetwork {
  readonly network: Network;
  readonly hash: string;
}

/** Under which rules an order is decided. */
export interface RoutingNetworks {
  readonly ruleVersion: number;
  /** The live rules. */
  readonly live: HashedNetwork;
  /** For orders whose review hold a person released: the same without holds. */
  readonly reviewed: HashedNetwork;
  /** For a person's "send to": stock still binds, rules do not. */
  readonly override: HashedNetwork;
  /** Null without a running pilot. */
  readonly pilot: PilotNetworks | null;
}

/** The same pair for orders that a pilot's rules decide. */
export interface PilotNetworks {
  readonly pilot: RunningPilot;
  readonly live: HashedNetwork;
  readonly reviewed: HashedNetwork;
}

export interface NetworkSource {
  readonly currency: string;
  /** IANA name; absent, no rule can ask for the time of day. */
  readonly timeZone?: string;
  readonly rates: readonly ServiceRates[];
  readonly splitPenalty: string;
  readonly locations: readonly Location[];
  readonly rules: Ruleset;
  readonly ruleVersion: number;
  readonly pilot: RunningPilot | null;
}

const OVERRIDE: Ruleset = {
  guardrails: [],
  lanes: [{ id: "sent by a person", priorities: ["lowest_cost"] }],
  whenNothingFits: ["below_safety_stock"],
};

/** The engine's view of what orders share, in the variants a shop needs. */
export function makeRoutingNetworks(source: NetworkSource): RoutingNetworks {
  const { rules, ruleVersion, pilot, ...rest } = source;
  const { currency, rates, splitPenalty, locations } = rest;
  const shopTime = source.timeZone === undefined ? {} : { timeZone: source.timeZone };
  const make = (ruleset: Ruleset): HashedNetwork => {
    const network = { ...shopTime, currency, rates, splitPenalty, locations, ruleset };
    return { network, hash: hashJson(network) };
  };
  const makePair = (ruleset: Ruleset) => ({
    live: make(ruleset),
    reviewed: make(withoutHolds(ruleset)),
  });
  return {
    ruleVersion,
    ...makePair(rules),
    override: make(OVERRIDE),
    pilot: pilot && { pilot, ...makePair(pilot.ruleset) },
  };
}

function withoutHolds(ruleset: Ruleset): Ruleset {
  const guardrails = ruleset.guardrails.filter((rule) => rule.hold === undefined);
  return { ...ruleset, guardrails };
}

const TYPES: readonly string[] = ["store", "warehouse", "third_party", "vendor"];

/** A stored location type; anything unknown counts as a store, the most careful assumption. */
export function readLocationType(type: string): LocationType {
  return TYPES.includes(type) ? (type as LocationType) : "store";
}
