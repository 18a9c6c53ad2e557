/** The counts of students behind one label, and the label as a page and a file show it. */
export interface Band {
  readonly label: string;
  /** The least and the greatest count of students that carry the label. */
  readonly low: number;
  readonly high: number;
  /** Whether it contains nobody or everybody. */
  readonly isEnd: boolean;
}

/** A band of percents, and the numbers of students whose ladder has it. */
export interface RateBand extends Band {
  /** The least and the greatest whole percent of the band. */
  readonly leastPercent: number;
  readonly greatestPercent: number;
  readonly fewestStudents: number;
  readonly mostStudents: number;
}

type Rung = readonly [low: number, high: number, label: string];

const percents = (from: number, to: number, step: number): readonly Rung[] =>
  Array.from({ length: (to + 1 - from) / step }, (_, index): Rung => {
    const low = from + index * step;
    const high = low + step - 1;
    return [low, high, step === 1 ? `${low}` : `${low}-${high}`];
  });

const HALVES: readonly Rung[] = [
  [0, 49, "LT50"],
  [50, 100, "GE50"],
];
const FIFTHS: readonly Rung[] = [
  [0, 20, "LE20"],
  [21, 39, "21-39"],
  ...percents(40, 79, 20),
  [80, 100, "GE80"],
];
const TENTHS: readonly Rung[] = [
  [0, 10, "LE10"],
  [11, 19, "11-19"],
  ...percents(20, 89, 10),
  [90, 100, "GE90"],
];
const UPPER_TWENTIETHS: readonly Rung[] = [...percents(10, 94, 5), [95, 100, "GE95"]];
const TWENTIETHS: readonly Rung[] = [[0, 5, "LE5"], [6, 9, "6-9"], ...UPPER_TWENTIETHS];
/**
 * For 61 to 75 students the band 6-9 can contain only two counts, so it is joined with the band
 * below.
 */
const TWENTIETHS_MERGED: readonly Rung[] = [[0, 9, "LE9"], ...UPPER_TWENTIETHS];
const HUNDREDTHS: readonly Rung[] = [[0, 1, "LE1"], ...percents(2, 98, 1), [99, 100, "GE99"]];

/**
 * The rungs by number of students, wider the fewer they are: the ranges of EDFacts' public
 * achievement files, in whole percents. Groups under six have none.
 */
const LADDER: readonly (readonly [
  fewestStudents: number,
  mostStudents: number,
  rungs: readonly Rung[],
])[] = [
  [6, 15, HALVES],
  [16, 30, FIFTHS],
  [31, 60, TENTHS],
  [61, 75, TWENTIETHS_MERGED],
  [76, 300, TWENTIETHS],
  [301, Infinity, HUNDREDTHS],
];

/**
 * The band of a count of students: a label that at least three counts share, for any number of
 * students. The label is a function of the count alone, so that rule and label say the same. Null
 * for a group that is never shown.
 */
export function rateBand(count: number, students: number): RateBand | null {
  const step = LADDER.find(([fewest, most]) => students >= fewest && students <= most);
  if (step === undefined) return null;
  const [fewestStudents, mostStudents, rungs] = step;
  const percent = wholePercent(count, students);
  const rung = rungs.find(([low, high]) => percent >= low && percent <= high);
  if (rung === undefined) throw new Error(`${percent} percent is on no rung`);
  const [leastPercent, greatestPercent, label] = rung;
  return {
    label,
    low: leastCount(leastPercent, students),
    high: greatestPercent === 100 ? students : leastCount(greatestPercent + 1, students) - 1,
    isEnd: leastPercent === 0 || greatestPercent === 100,
    leastPercent,
    greatestPercent,
    fewestStudents,
    mostStudents,
  };
}

/** Rounded half up, in whole numbers: in floating point 0.145 * 100 is less than 14.5. */
const wholePercent = (count: number, students: number): number =>
  Math.floor((200 * count + students) / (2 * students));

/** The least count of students whose whole percent is at least this one. */
const leastCount = (percent: number, students: number): number =>
  Math.max(0, Math.ceil(((2 * percent - 1) * students) / 200));
