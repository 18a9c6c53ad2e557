/** "08" as "8"; what is not given as a dash. */
export const gradeInWords = (grade: string): string =>
  grade === "" ? "–" : grade.replace(/^0/, "");
