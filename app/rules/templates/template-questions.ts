import type { TemplateAnswers } from "./template-answers.ts";

export interface TemplateQuestion<Name extends keyof TemplateAnswers = keyof TemplateAnswers> {
  readonly name: Name;
  readonly question: string;
  /** Whether several choices may be true. */
  readonly takesSeveral: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Five questions; every combination of answers gives a set of rules that lint finds no error in. */
export const templateQuestions: readonly TemplateQuestion[] = [
  {
    name: "aim",
    question: "When several locations could ship an order, what matters most?",
    takesSeveral: false,
    choices: [
      { value: "cost", label: "It costs as little as possible" },
      { value: "speed", label: "It arrives as early as possible" },
      { value: "nearby", label: "It comes from the location nearest to the customer" },
      { value: "clear_stock", label: "Stock that has lain long goes first" },
    ],
  },
  {
    name: "handovers",
    question: "How do customers get their orders, besides by parcel?",
    takesSeveral: true,
    choices: [
      { value: "pickup", label: "They pick up in a store" },
      { value: "local", label: "A store delivers in its neighbourhood" },
    ],
  },
  {
    name: "goods",
    question: "Which goods need care?",
    takesSeveral: true,
    choices: [
      {
        value: "warehouse_only",
        label: "Fragile, oversized, hazardous or premium goods only a warehouse can ship",
      },
      { value: "showroom", label: "Stores must keep their last pieces on the shelf" },
    ],
  },
  {
    name: "customers",
    question: "Do some orders need other treatment than the rest?",
    takesSeveral: true,
    choices: [
      { value: "priority", label: "Orders of priority customers, tagged “vip” or “priority”" },
      { value: "marketplace", label: "Orders from marketplaces, where every cent counts" },
    ],
  },
  {
    name: "season",
    question: "How busy will the time be in which these rules hold?",
    takesSeveral: false,
    choices: [
      { value: "usual", label: "As usual" },
      { value: "holiday", label: "A holiday peak: keep parcels moving and the load level" },
    ],
  },
];
