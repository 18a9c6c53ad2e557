import type { Metric } from "./metric.ts";
import { ofEverybody } from "./measure-bars.ts";
import { requirementsWithBar } from "../questions/requirement-questions.ts";
import { ALL_TOGETHER, STANDINGS, statisticText } from "../questions/statistic.ts";

/** Whether the mandate is met: every requirement that is due is met. */
export const requirementsMet: Metric = {
  id: "requirements-met",
  name: "All requirements met",
  isHigherBetter: true,
  definition:
    "Students under the mandate who meet every requirement of it that applies to them and is due.",
  numerator: "Students who meet at least one requirement and miss none.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Requirements that no record can show, that are encouraged, or that are owed on request only are left out.",
  source: "Mandate profile: the requirements in force.",
  version: 1,
  isPublic: true,
  needs: "plans",
  counted: ["met"],
  against: ["not-met"],
  bars: (mandate, asOf) => {
    const rules = requirementsWithBar(mandate, asOf);
    return rules.length === 0 ? [] : [ofEverybody(statisticText(STANDINGS, ALL_TOGETHER), rules)];
  },
  statistics: [],
  questions: () => [],
};
