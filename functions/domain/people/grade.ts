/** A grade level as CEDS codes it. */
export const GRADES = [
  "IT",
  "PR",
  "PK",
  "TK",
  "KG",
  "01",
  "02",
  "03",
  "04",
  "05",
  "06",
  "07",
  "08",
  "09",
  "10",
  "11",
  "12",
  "13",
  "PS",
  "UG",
  "Other",
] as const;
export type Grade = (typeof GRADES)[number];

export const isGrade = (text: string): text is Grade => GRADES.some((grade) => grade === text);

/** "Grade 8" for 08, "Kindergarten" for KG: as a page says it. */
export function gradeName(grade: Grade): string {
  if (/^\d\d$/.test(grade)) return `Grade ${Number(grade)}`;
  if (grade === "KG") return "Kindergarten";
  if (grade === "PK") return "Prekindergarten";
  return grade;
}
