/** What came of asking for units of a product group at a location. */
export interface Tries {
  readonly foundUnits: number;
  readonly missingUnits: number;
  readonly damagedUnits: number;
  /** Counted shelves that held what they should, or more. */
  readonly rightCounts: number;
  readonly wrongCounts: number;
}

export interface Trust {
  /** Units picked for and shelves counted. */
  readonly tries: number;
  readonly successes: number;
  /** successes / tries, 0 to 1; null without tries. */
  readonly rate: number | null;
  /** 95 % interval of the true rate; 0 and 1 without tries. */
  readonly low: number;
  readonly high: number;
}

/** The standard normal's 97.5 % point: 95 of 100 such intervals hold the truth. */
const z = 1.959964;

/**
 * How often a unit that the system shows is really there. A picked unit and a counted shelf are one
 * try each. The interval is Wilson's score interval (E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", 1927), which stays inside 0..1 and is honest for few tries.
 */
export function measureTrust(tried: Tries): Trust {
  const successes = tried.foundUnits + tried.rightCounts;
  const tries = successes + tried.missingUnits + tried.damagedUnits + tried.wrongCounts;
  if (tries === 0) return { tries, successes, rate: null, low: 0, high: 1 };
  const rate = successes / tries;
  const spread = z * Math.sqrt((rate * (1 - rate)) / tries + (z * z) / (4 * tries * tries));
  const scale = 1 + (z * z) / tries;
  const middle = rate + (z * z) / (2 * tries);
  return {
    tries,
    successes,
    rate,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}
