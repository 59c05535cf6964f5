import {
  faultSettings,
  type ApiFault,
  type ApiFaultKind,
  type FaultSettings,
} from "./fault-settings.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { z } from "zod";

export type Faults = ReturnType<typeof createFaults>;

/** The faults in force. None at first; setting them restarts the random stream from their seed. */
export function createFaults() {
  let settings: FaultSettings = faultSettings.parse({});
  let random = seededRandom(settings.seed);
  const struck = new Map<ApiFaultKind, number>();

  function strikes(fault: ApiFault, query: string): boolean {
    if (fault.operation !== undefined && !namesOperation(query, fault.operation)) return false;
    if (fault.probability !== undefined) return random() < fault.probability;
    if (fault.next === undefined || fault.next === 0) return false;
    fault.next -= 1;
    return true;
  }

  return {
    read: (): FaultSettings => structuredClone(settings),
    random: (): number => random(),
    webhooks: () => settings.webhooks,

    /** How often each kind has struck an Admin API call since the start. */
    struck: (): ReadonlyMap<ApiFaultKind, number> => new Map(struck),

    /** Replaces all settings; what is left out is off. @throws ZodError when they do not fit. */
    set(input: z.input<typeof faultSettings>): FaultSettings {
      settings = faultSettings.parse(input);
      random = seededRandom(settings.seed);
      return structuredClone(settings);
    },

    clear(): void {
      settings = faultSettings.parse({});
    },

    /** The fault that strikes this Admin API call, or null. A counted fault is used up by striking. */
    nextApiFault(query: string): ApiFaultKind | null {
      const fault = settings.api.find((candidate) => strikes(candidate, query));
      if (fault) struck.set(fault.kind, (struck.get(fault.kind) ?? 0) + 1);
      return fault?.kind ?? null;
    },

    /** The same for a token request: only a fault that names the operation `access_token` strikes. */
    nextTokenFault(): ApiFaultKind | null {
      const named = settings.api.filter(({ operation }) => operation === "access_token");
      return named.find((candidate) => strikes(candidate, "access_token"))?.kind ?? null;
    },
  };
}

/** True when the document's operation or one of its fields has this name, as a whole word. */
function namesOperation(query: string, name: string): boolean {
  return new RegExp(`\\b${name.replace(/[^\w]/g, "")}\\b`).test(query);
}
