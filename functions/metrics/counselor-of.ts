import type { StudentRecord } from "./school-records.ts";

/** The staff member who looks after the student's plan; empty where no plan names one. */
export const counselorOf = ({ document }: Pick<StudentRecord, "document">): string =>
  document?.plans.find(({ counselor }) => counselor !== "")?.counselor ?? "";
