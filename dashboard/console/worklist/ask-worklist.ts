import type {
  AboutReader,
  CaseloadsAnswer,
  WorklistAnswer,
} from "../../../functions/console/answers.ts";
import { ask, askPage } from "../asking/ask.js";
import { withQuery } from "../asking/with-query.js";
import { queryOf, type Asked } from "./asked.js";

/** The day, the district, and the schools of which the reader may ask a list. */
export const askReader = (): Promise<AboutReader> => ask("/console/me");

export const askCaseloads = ({ school }: Asked): Promise<CaseloadsAnswer> =>
  ask(withQuery("/console/caseloads", new URLSearchParams({ school })));

export const askWorklist = (asked: Asked, after: string | null): Promise<WorklistAnswer> =>
  askPage(withQuery("/console/worklist", queryOf(asked)), after);

/** The addresses of the whole list as files. */
export const fileAddress = (asked: Asked, type: "csv" | "ics"): string =>
  withQuery(`/console/worklist.${type}`, queryOf(asked));
