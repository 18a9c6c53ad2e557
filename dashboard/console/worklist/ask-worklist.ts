import type {
  AboutReader,
  CaseloadsAnswer,
  WorklistAnswer,
} from "../../../functions/pipeline/console/answers.ts";
import { ask, askPage } from "../asking/ask.js";
import { queryOf, type Asked } from "./asked.js";

/** The day, the district, and the schools of which the reader may ask a list. */
export const askReader = (): Promise<AboutReader> => ask("/console/me");

export const askCaseloads = ({ school }: Asked): Promise<CaseloadsAnswer> =>
  ask(`/console/caseloads?${new URLSearchParams({ school }).toString()}`);

export const askWorklist = (asked: Asked, after: string | null): Promise<WorklistAnswer> =>
  askPage(`/console/worklist?${queryOf(asked).toString()}`, after);

/** The addresses of the whole list as files. */
export const fileAddress = (asked: Asked, type: "csv" | "ics"): string =>
  `/console/worklist.${type}?${queryOf(asked).toString()}`;
