/** A small generator of numbers that look random and follow from the seed (mulberry32, Tommy Ettinger, public domain). */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** True so many times in a hundred. */
  readonly percent: (times: number) => boolean;
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** Each of a list so many times in a hundred, in their order. */
  readonly some: <T>(list: readonly T[], times: number) => readonly T[];
}

export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const percent = (times: number): boolean => next() * 100 < times;
  return {
    whole,
    percent,
    oneOf: (list) => {
      const chosen = list[whole(0, list.length - 1)];
      if (chosen === undefined) throw new Error("nothing to choose from");
      return chosen;
    },
    some: (list, times) => list.filter(() => percent(times)),
  };
}
