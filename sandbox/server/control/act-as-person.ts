import { answerJson } from "../http/answer-json.ts";
import type { Answer } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";

/**
 * Runs what a person does in the shop and answers its result. The shop throws a plain Error where
 * Shopify would refuse: that is the caller's mistake (409), while any other throw is a bug.
 */
export function actAsPerson(act: () => unknown): Answer {
  try {
    return answerJson(200, act());
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) {
      throw new Refusal(409, error.message);
    }
    throw error;
  }
}
