import { onTrackOf } from "../plans/step-progress.ts";
import { ON_TRACK } from "../questions/statistic.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

/** Whether what students set out to do is being done: no action step is overdue. */
export const onTrack: Metric = {
  id: "on-track",
  name: "Action steps on track",
  isHigherBetter: true,
  definition:
    "Students with an open plan whose action steps are on track: each step with a due day is done, or its due day has not passed.",
  numerator:
    "Students with at least one action step that has a due day, and none that is past its due day and not done. On its due day a step is not overdue.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students with an overdue step, those none of whose steps has a due day (such a step is never on track, done or not), and those without a step, a goal or an open plan are counted as such. If no goal of the district has a step, it cannot be determined; if no step of the district has a day on which it was completed, it cannot be determined of students with a step that is past its due day. Steps of goals discontinued by the date of the data are left out; a step of a goal that was met, or not met, by then is no longer overdue.",
  source:
    "Due days and days of completion of the action steps, as the plan export gives them. An export says no day on which a step was begun.",
  version: 2,
  isPublic: true,
  needs: "plans",
  counted: ["on-track"],
  against: ["overdue"],
  ...oneQuestion(ON_TRACK, {
    population: { kind: "mandate" },
    needs: "plans",
    isPublic: true,
    afterDue: [],
    answer: ({ record }, context) => onTrackOf(record, context),
  }),
};
