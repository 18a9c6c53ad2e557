/** Records that are neither used nor wrong, since another record of the same thing holds. */
export interface DuplicateCounts {
  /** They say what another record says. */
  readonly repeated: number;
  /** They say something else than the record that holds. */
  readonly contradicted: number;
}

export const NO_DUPLICATES: DuplicateCounts = { repeated: 0, contradicted: 0 };

export const addDuplicateCounts = (
  counts: DuplicateCounts,
  other: DuplicateCounts,
): DuplicateCounts => ({
  repeated: counts.repeated + other.repeated,
  contradicted: counts.contradicted + other.contradicted,
});

/** Counts the duplicate records of each student, by the student's number; few students have any. */
export function duplicatesByStudent() {
  const counts = new Map<number, { repeated: number; contradicted: number }>();
  return {
    /** By the number of a student, in order of the first duplicate. */
    counts: counts as ReadonlyMap<number, DuplicateCounts>,
    add(student: number, isContradiction: boolean): void {
      let count = counts.get(student);
      if (count === undefined) counts.set(student, (count = { repeated: 0, contradicted: 0 }));
      if (isContradiction) count.contradicted++;
      else count.repeated++;
    },
    /** Puts what was counted before in place of what there is. */
    put(student: number, { repeated, contradicted }: DuplicateCounts): void {
      counts.set(student, { repeated, contradicted });
    },
    /** @param numbers the students' numbers by their identifiers */
    sum(
      numbers: ReadonlyMap<string, number>,
      isCounted: ((student: string) => boolean) | undefined,
    ): DuplicateCounts {
      if (isCounted === undefined)
        return [...counts.values()].reduce(addDuplicateCounts, NO_DUPLICATES);
      return [...numbers]
        .filter(([student]) => isCounted(student))
        .flatMap(([, number]) => counts.get(number) ?? [])
        .reduce(addDuplicateCounts, NO_DUPLICATES);
    },
  };
}
