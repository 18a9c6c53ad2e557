import { counted } from "../../../domain/text/counted.ts";
import { longDay } from "../../../domain/calendar/long-day.ts";
import type { Day } from "../../../domain/calendar/day.ts";
import { failed, passed, type ReportCheck } from "./report-check.ts";

/** The exports behind the report were read whole: no file waits or was stopped, few records were rejected, and plans still arrive. */
export const exportsWhole: ReportCheck = {
  id: "exports",
  name: "The exports were read whole",
  scope: "data",
  run({
    kind,
    exports: { records, rejected, notUsed, stalePlansSince },
    context: { definition, availability },
  }) {
    if (kind.givesAnswers === true && !availability.plans) {
      return failed(
        "The district sent no plans for the school year, so no answer can be determined.",
        "Send the plan platform's exports of the school year.",
      );
    }
    if (notUsed.length > 0) {
      return failed(
        `${counted(notUsed.length, "file")} could not be used or waits for a decision: ${notUsed.join(", ")}.`,
        "Decide on them with ilp removals, or send them again.",
      );
    }
    const { rejectedPercent } = definition.limits;
    if (rejected * 100 > records * rejectedPercent) {
      return failed(
        `${counted(rejected, "record")} of ${counted(records, "record")} could not be used, more than ${rejectedPercent} percent.`,
        "ilp quarantine list shows the reasons.",
      );
    }
    if (stalePlansSince !== null) {
      return failed(
        `Nothing in any plan has changed since ${longDay(stalePlansSince as Day)}.`,
        "Check that the plan platform's export still runs and includes all plans.",
      );
    }
    return passed(
      `${counted(rejected, "record")} of ${counted(records, "record")} could not be used, within ${rejectedPercent} percent.`,
    );
  },
};
