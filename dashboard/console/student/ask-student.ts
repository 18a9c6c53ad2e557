import type { ConferenceSheet } from "../../../functions/console/student-page/conference-sheet.ts";
import type { StudentPage } from "../../../functions/console/student-page/student-page.ts";
import { ask } from "../asking/ask.js";
import { Refusal } from "../asking/refusal.js";

export const askStudent = (key: string | null): Promise<StudentPage> =>
  askOf("/console/student", key);

export const askSheet = (key: string | null): Promise<ConferenceSheet> =>
  askOf("/console/conference-sheet", key);

/**
 * The pages of one student, whose address has a key that only the district's server can turn into a
 * student.
 */
export const addressOf = (
  page: "student" | "conference-sheet",
  key: string,
  language?: string,
): string =>
  `/${page}.html?${new URLSearchParams({ student: key, ...(language !== undefined && { lang: language }) }).toString()}`;

async function askOf<T>(path: string, key: string | null): Promise<T> {
  if (key === null || key === "") {
    throw new Refusal("No student is chosen: open one from the list of students.");
  }
  return ask(path, { "ilp-student": encodeURIComponent(key) });
}
