/** Records that are neither used nor wrong, since another record of the same thing holds. */
export interface PassedOver {
  /** They say what another record says. */
  readonly repeated: number;
  /** They say something else than the record that holds. */
  readonly contradicted: number;
}

export const NONE_PASSED_OVER: PassedOver = { repeated: 0, contradicted: 0 };

export const bothPassedOver = (one: PassedOver, other: PassedOver): PassedOver => ({
  repeated: one.repeated + other.repeated,
  contradicted: one.contradicted + other.contradicted,
});

/** Counts the duplicate records of each student, by the student's number; few students have any. */
export function passedOverByStudent() {
  const counts = new Map<number, { repeated: number; contradicted: number }>();
  return {
    add(student: number, isContradiction: boolean): void {
      let count = counts.get(student);
      if (count === undefined) counts.set(student, (count = { repeated: 0, contradicted: 0 }));
      if (isContradiction) count.contradicted++;
      else count.repeated++;
    },
    /** @param numbers the students' numbers by their identifiers */
    sum(
      numbers: ReadonlyMap<string, number>,
      isCounted: ((student: string) => boolean) | undefined,
    ): PassedOver {
      if (isCounted === undefined)
        return [...counts.values()].reduce(bothPassedOver, NONE_PASSED_OVER);
      return [...numbers]
        .filter(([student]) => isCounted(student))
        .flatMap(([, number]) => counts.get(number) ?? [])
        .reduce(bothPassedOver, NONE_PASSED_OVER);
    },
  };
}
