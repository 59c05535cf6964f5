import type { FallbackStep, Guardrail, Lane, Priority, Ruleset } from "#app/routing/ruleset.ts";
import type {
  Handover,
  SpecialCustomers,
  SpecialGoods,
  TemplateAnswers,
} from "./template-answers.ts";

const SENT = ["shipping", "local"] as const;

const AIMS: Readonly<Record<TemplateAnswers["aim"], readonly Priority[]>> = {
  cost: ["lowest_cost", "fewest_parcels", "nearest"],
  speed: ["earliest_delivery", "fewest_parcels", "lowest_cost"],
  nearby: ["nearest", "lowest_cost"],
  clear_stock: ["fewest_parcels", "clear_aged_stock", "lowest_cost"],
};

const GOODS: Readonly<Record<SpecialGoods, Guardrail>> = {
  warehouse_only: {
    id: "goods for warehouses",
    when: { itemTags: ["fragile", "oversized", "hazmat", "premium"], deliveryMethods: SENT },
    onlyFrom: { types: ["warehouse"] },
  },
  showroom: {
    id: "last pieces stay",
    when: { deliveryMethods: SENT },
    at: { types: ["store"] },
    minAvailable: 2,
  },
};

const HANDOVERS: Readonly<Record<Handover, Lane>> = {
  pickup: {
    id: "same-day pickup",
    when: { deliveryMethods: ["pickup"] },
    priorities: ["lowest_cost"],
  },
  local: {
    id: "local delivery",
    when: { deliveryMethods: ["local"] },
    priorities: ["nearest", "lowest_cost"],
  },
};

const CUSTOMERS: Readonly<Record<SpecialCustomers, Lane>> = {
  priority: {
    id: "priority customers",
    when: { customerTags: ["vip", "priority"] },
    priorities: ["earliest_delivery", "lowest_cost"],
  },
  marketplace: {
    id: "marketplaces",
    when: { channels: ["amazon", "ebay", "etsy", "walmart"] },
    priorities: ["lowest_cost", "fewest_parcels"],
  },
};

/** The rules that follow from a merchant's answers: few enough to explain in a minute. */
export function applyTemplates(answers: TemplateAnswers): Ruleset {
  return {
    guardrails: [
      ...pick(GOODS, answers.goods),
      ...(answers.season === "holiday" ? HOLIDAY_LIMITS : USUAL_LIMITS),
      REVIEW,
    ],
    lanes: [
      ...pick(HANDOVERS, answers.handovers),
      ...pick(CUSTOMERS, answers.customers),
      { id: "everything else", priorities: prioritiesOf(answers) },
    ],
    whenNothingFits: answers.season === "holiday" ? HOLIDAY_STEPS : USUAL_STEPS,
  };
}

const KEEP_PROMISE: Guardrail = {
  id: "keep the promise",
  when: { deliveryMethods: SENT },
  withinPromise: true,
};
const REVIEW: Guardrail = {
  id: "review risky orders",
  when: { riskLevels: ["high"] },
  hold: "high fraud risk",
};

const USUAL_LIMITS: readonly Guardrail[] = [
  { id: "at most three parcels", maxParcels: 3 },
  KEEP_PROMISE,
];
const USUAL_STEPS: readonly FallbackStep[] = [
  "allow_split",
  "relax_promise",
  "partial",
  "exception",
];

/** At a peak a second parcel costs a packer's time first, then money. */
const HOLIDAY_LIMITS: readonly Guardrail[] = [
  { id: "one parcel at a peak", maxParcels: 1 },
  KEEP_PROMISE,
];
const HOLIDAY_STEPS: readonly FallbackStep[] = [
  "one_more_parcel",
  "promise_one_day_later",
  "allow_split",
  "partial",
  "exception",
];

/** At a peak the load is levelled among plans that are equally good by the first aim. */
function prioritiesOf({ aim, season }: TemplateAnswers): readonly Priority[] {
  const [first, ...rest] = AIMS[aim];
  return season === "holiday" ? [first!, "level_load", ...rest] : AIMS[aim];
}

/** What was chosen, in the table's own order. */
function pick<Name extends string, Rule>(
  table: Readonly<Record<Name, Rule>>,
  chosen: readonly Name[],
): Rule[] {
  return (Object.keys(table) as Name[])
    .filter((name) => chosen.includes(name))
    .map((n) => table[n]);
}
