/** A difference, treatment less control, and the range it lies in with 95 % confidence. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The normal quantile that leaves 2.5 % on either side. */
export const Z = 1.959964;
