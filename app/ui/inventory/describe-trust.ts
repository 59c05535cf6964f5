interface Tried {
  /** 0 to 1; null without tries. */
  readonly trustRate: number | null;
  readonly trustTries: number;
}

/** "92 % of 40", how often what the system shows was really there; "not tried" without tries. */
export function describeTrust({ trustRate, trustTries }: Tried): string {
  return trustRate === null ? "not tried" : `${percent(trustRate)} of ${trustTries}`;
}

/** "92 %" for 0.92, one decimal only below 10 %. */
export function percent(rate: number): string {
  return `${(rate * 100).toFixed(rate > 0 && rate < 0.1 ? 1 : 0)} %`;
}
