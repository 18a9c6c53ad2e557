import { Logger } from "@aws-lambda-powertools/logger";
import type { Progress } from "../pipeline/ports.ts";

/** Counts, run ids and object keys only: nothing about a student is logged, ever. */
export const log = new Logger({ serviceName: "ilp-observatory" });

/** Steps as log lines; how far a step is says nothing in a log. */
export const loggedProgress: Progress = {
  step: (name, total) => log.info("step", { step: name, total }),
  advance: () => undefined,
  done: () => undefined,
};
