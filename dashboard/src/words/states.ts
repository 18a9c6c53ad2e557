/** Why a figure is not shown, in the words of a table cell and of the key beneath it. */
export interface StateWords {
  readonly mark: string;
  readonly meaning: string;
}

const STATES: { readonly [state: string]: StateWords } = {
  hidden: {
    mark: "hidden",
    meaning: "to protect students: too few, or it would tell what another hidden figure is",
  },
  "not-enough-data": {
    mark: "not enough data",
    meaning: "nobody, or too few, to measure yet; never to be read as 0%",
  },
  "not-applicable": { mark: "not applicable", meaning: "the rule does not apply here" },
};

export function isShown(row: { readonly state: string }): boolean {
  return row.state === "shown";
}

/** The mark of a figure that is not shown; never a number, never a dash. */
export function markOf(state: string): string {
  return STATES[state]?.mark ?? state;
}

/** Every mark, with what it means, in the order of the key. */
export const MARKS: readonly StateWords[] = [
  ...Object.values(STATES),
  { mark: "at most 5%", meaning: "few, and perhaps none: measured, and told as a band" },
  { mark: "60–69%", meaning: "somewhere in this band; the fewer the students, the wider it is" },
];
