import { longDay } from "../../../domain/calendar/long-day.ts";
import { RECORD_TYPES } from "../../../domain/record-types/record-types.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";
import { oldestFiles } from "./roster-day.ts";

const OF_PLANS = ["plan", "goal", "actionStep", "review", "planAssent", "planComponent"] as const;

/** What was done in a plan between an older export and the count day is in no file, so the student would be reported without it. */
export const planDay: ReportCheck = {
  id: "plan-day",
  name: "The exports of plans are of the count day or later",
  scope: "data",
  run({ kind, exports: { exportDays }, context: { asOf } }) {
    if (kind.restsOnPlans !== true) return notMade("The file rests on no plans.");
    const days = OF_PLANS.flatMap((type) => {
      const exported = exportDays?.[type];
      return exported === undefined ? [] : [{ ...exported, words: RECORD_TYPES[type].words.many }];
    });
    if (days.length === 0) {
      return notMade("It is not known of which day the files of plans are.");
    }
    const older = days.filter(({ on }) => on < asOf);
    if (older.length === 0) return passed(`${oldestFiles(days)}.`);
    const records = older.map(({ words }) => words).join(" and ");
    return failed(
      `${oldestFiles(older)}, before the count day of ${longDay(asOf)}.`,
      `Export ${records} from the plan platform on the count day or later, with a file for each name that is in use, and send them with ilp ingest. A file is of the day that its name or its folder states; exports that have not changed since need one.`,
    );
  },
};
