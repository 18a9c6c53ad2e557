/** Why a figure is not shown, in the words of a table cell and of the key beneath it. */
export interface StateWords {
  readonly mark: string;
  readonly meaning: string;
}

const STATES: { readonly [state: string]: StateWords } = {
  "too-few-students": {
    mark: "too few students",
    meaning: "the group or its school is under the smallest group with a public figure",
  },
  "left-out": {
    mark: "left out",
    meaning:
      "no figure this school year: it would tell of the few students who are in no group, or the group has grown since the first release",
  },
  "not-enough-data": {
    mark: "not enough data",
    meaning: "the records it rests on were not sent; never to be read as 0%",
  },
  "not-applicable": {
    mark: "not applicable",
    meaning: "nobody is there, or the requirement does not apply",
  },
  "not-public": {
    mark: "not public",
    meaning: "no public release has it, and the place is not among those that you see exactly",
  },
};

/** The mark of a figure that is not shown; never a number, never a dash. */
export function markOf(state: string): string {
  return STATES[state]?.mark ?? state;
}

/** Every mark, with what it means, in the order of the key. */
export const MARKS: readonly StateWords[] = [
  ...meaningsOf("too-few-students", "left-out", "not-enough-data", "not-applicable"),
  { mark: "at most 5%", meaning: "few students, perhaps none: a band that begins at zero" },
  { mark: "60–69%", meaning: "a band: the fewer the students, the wider it is" },
  {
    mark: "as of a day",
    meaning: "the day of the counts, where few students have moved since",
  },
];

const COUNTED: StateWords = {
  mark: "42% · 128",
  meaning: "exact: the share, and the number of students",
};

/** The same where every figure is exact. */
export const EXACT_MARKS: readonly StateWords[] = [
  COUNTED,
  ...meaningsOf("not-enough-data", "not-applicable"),
];

/** The same where some places are exact, and the others as in a public release. */
export const PARTLY_EXACT_MARKS: readonly StateWords[] = [
  COUNTED,
  ...MARKS,
  ...meaningsOf("not-public"),
];

function meaningsOf(...states: readonly (keyof typeof STATES)[]): readonly StateWords[] {
  return states.flatMap((state) => STATES[state] ?? []);
}
