/** What a fault after the commit does to the answer on the wire. */
export const FATES = {
  "timeout-after-commit": "reset",
  "hang-after-commit": "hang",
  "truncated-answer": "truncate",
} as const;
