import type { ActionAnswer } from "../action-answer.ts";

/** A one-time code to open a store's pages on a device; shown once, never stored in clear. */
export interface Enrolment {
  readonly code: string;
  /** Where to type it; opening the address with the code in it fills it in. */
  readonly address: string;
  readonly validUntil: string;
}

export type EnrolmentAnswer = ActionAnswer & { readonly enrolment?: Enrolment };
