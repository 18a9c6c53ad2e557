import type { OneStudent, StudentList } from "../../../functions/console/answers.ts";
import { ask, askPage } from "../asking/ask.js";
import { withQuery } from "../asking/with-query.js";

export const askStudents = (query: URLSearchParams, after: string | null): Promise<StudentList> =>
  askPage(withQuery("/console/students", query), after);

/** The list as a file. */
export const csvAddress = (query: URLSearchParams): string =>
  withQuery("/console/students.csv", query);

/** One student: the id goes into a header, which no address and no history keeps. */
export const askStudent = (student: string): Promise<OneStudent> =>
  ask("/console/student", { "ilp-student": encodeURIComponent(student) });
