import { counted } from "../../../domain/text/counted.ts";
import { longDay } from "../../../domain/calendar/long-day.ts";
import type { Day } from "../../../domain/calendar/day.ts";
import { failed, passed, type CheckResult, type ReportCheck } from "./report-check.ts";

/**
 * The exports behind the report were read whole: no file waits or was stopped, no record of the roster
 * was lost, few of any other file were, and plans still arrive where the report rests on them.
 */
export const exportsWhole: ReportCheck = {
  id: "exports",
  name: "The exports were read whole",
  scope: "data",
  run({ kind, exports, context: { definition, availability } }) {
    const { notUsed, rosterRejects, stalePlansSince } = exports;
    const { rejectedPercent } = definition.limits;
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
    if (rosterRejects > 0) {
      return failed(
        `${counted(rosterRejects, "record")} of students and enrollments could not be used, so a student may be missing.`,
        SHOWN,
      );
    }
    // Of each file alone: a long file would hide that a short one was lost.
    const lossy = exports.files.filter(
      ({ records, rejected }) => rejected * 100 > records * rejectedPercent,
    );
    if (lossy.length > 0) {
      return failed(
        `More than ${rejectedPercent} percent could not be used of ${lossy.map(({ name, records, rejected }) => `${name}: ${counted(rejected, "record")} of ${records.toLocaleString("en-US")}`).join("; ")}.`,
        SHOWN,
      );
    }
    if (kind.restsOnPlans === true && stalePlansSince !== null) {
      return failed(
        `Nothing in any plan has changed since ${longDay(stalePlansSince as Day)}.`,
        "Check that the plan platform's export still runs and includes all plans.",
      );
    }
    return allRead(exports.files, rejectedPercent);
  },
};

const SHOWN = "ilp quarantine list shows the reasons.";

function allRead(
  files: readonly { readonly records: number; readonly rejected: number }[],
  percent: number,
): CheckResult {
  const sumOf = (part: "records" | "rejected"): number =>
    files.reduce((sum, file) => sum + file[part], 0);
  return passed(
    `${counted(sumOf("rejected"), "record")} of ${counted(sumOf("records"), "record")} could not be used, within ${percent} percent of each file and none of the roster.`,
  );
}
