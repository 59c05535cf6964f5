/** A small seeded generator of random numbers (mulberry32), so that every world can be made again. */
export interface Random {
  /** A whole number from least to most. */
  whole(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Some elements of a list, at least one. */
  some<T>(list: readonly T[]): T[];
  /** A number from 0 to 1. */
  share(): number;
}

export function seedRandom(seed: number): Random {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!;
  return {
    share,
    whole,
    pick,
    chance: (of) => share() < of,
    some: (list) => {
      const chosen = list.filter(() => share() < 0.4);
      return chosen.length > 0 ? chosen : [pick(list)];
    },
  };
}
