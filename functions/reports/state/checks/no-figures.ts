import { failed } from "./report-check.ts";

/** The count day has no staff edition, so nothing can be compared with it. */
export const NO_FIGURES = failed(
  "The figures of the count day have not been published from these records.",
  "Run ilp publish with the count day as --as-of, then check the report again.",
);
