import type { TemplateAnswers } from "./template-answers.ts";

/** A way to begin: answers given for the merchant, who may change each before `applyTemplates`. */
export interface RuleTemplate {
  readonly id: string;
  readonly title: string;
  /** Whom it suits and what it does, in two sentences. */
  readonly explanation: string;
  readonly answers: TemplateAnswers;
}

const usual = {
  season: "usual",
  goods: ["warehouse_only"],
  customers: [],
  handovers: ["pickup"],
} as const;

/** The sets a shop can begin with, the most careful first. */
export const ruleTemplates: readonly RuleTemplate[] = [
  {
    id: "lowest-cost",
    title: "Lowest cost",
    explanation:
      "Every parcel goes the cheapest way that keeps the promise. A good first set for most shops.",
    answers: { ...usual, aim: "cost", customers: ["marketplace"] },
  },
  {
    id: "nearest-store",
    title: "Nearest store",
    explanation:
      "Stores serve their neighbourhood: local orders, pickups and parcels leave from the nearest one that has the goods. Suits shops whose stores are staffed for picking.",
    answers: {
      ...usual,
      aim: "nearby",
      handovers: ["pickup", "local"],
      goods: ["warehouse_only", "showroom"],
    },
  },
  {
    id: "fastest-delivery",
    title: "Fastest delivery",
    explanation:
      "Whatever arrives first wins, then whatever needs fewer parcels. Suits shops that promise dates and earn enough on an order to pay for them.",
    answers: { ...usual, aim: "speed", customers: ["priority"] },
  },
  {
    id: "clear-old-stock",
    title: "Clear old stock",
    explanation:
      "Without splitting more, orders take the stock that has lain longest. Suits shops with markdowns to avoid.",
    answers: { ...usual, aim: "clear_stock", customers: ["priority"] },
  },
  {
    id: "holiday-peak",
    title: "Holiday peak",
    explanation:
      "One parcel an order, work spread over the locations that have room, promises kept to the last. Publish it with a start and an end date.",
    answers: {
      ...usual,
      aim: "cost",
      customers: ["priority"],
      goods: ["warehouse_only", "showroom"],
      season: "holiday",
    },
  },
];
