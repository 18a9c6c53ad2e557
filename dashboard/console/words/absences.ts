import { counted, wholeNumber } from "./numbers.js";

/** "12 of 160 days absent" */
export const absencesInWords = ({
  absentDays,
  enrolledDays,
}: {
  readonly absentDays: number;
  readonly enrolledDays: number;
}): string => `${wholeNumber(absentDays)} of ${counted(enrolledDays, "day")} absent`;
