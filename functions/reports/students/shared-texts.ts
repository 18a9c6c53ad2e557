import type { StudentRow } from "./students-table.ts";

/** Masked texts as the table of students has them. They have no punctuation, so a semicolon divides them. */
export const sharedTextsText = (texts: readonly string[]): string => texts.join(";");

/** The masked texts of a student's goals that others have too; none in an edition of before they were noted. */
export const sharedTextsOfRow = ({
  sharedTexts,
}: Pick<StudentRow, "sharedTexts">): readonly string[] =>
  (sharedTexts ?? "").split(";").filter((text) => text !== "");
