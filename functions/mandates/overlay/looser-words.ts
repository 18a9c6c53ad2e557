/** The words for the parts that are less strict. */
export const looserWords = (
  parts: readonly (readonly [isLooser: boolean, words: string])[],
): readonly string[] => parts.flatMap(([isLooser, words]) => (isLooser ? [words] : []));

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a list has everything that is asked for. */
export const hasAll = <T>(list: readonly T[], asked: readonly T[]): boolean =>
  asked.every((item) => list.includes(item));
