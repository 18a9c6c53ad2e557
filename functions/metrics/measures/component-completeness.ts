import { STANDING_PARTS } from "../../domain/figures/parts.ts";
import type { Requirement } from "../../mandates/rules/requirement.ts";
import { ofEverybody } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import type { Question } from "../questions/question.ts";
import { allStandings } from "../questions/requirement-answers.ts";
import { requirementsWithBar } from "../questions/requirement-questions.ts";
import { textAndParts } from "../questions/statistic.ts";

const STATISTIC = { id: "component-completeness", parts: STANDING_PARTS } as const;

/** Whether plans are complete: everything that the mandate asks a plan to contain by now is in it. */
export const componentCompleteness: Metric = {
  id: "component-completeness",
  name: "Plans with all that is asked",
  isHigherBetter: true,
  definition:
    "Students whose plan contains everything that the mandate asks it to contain by the date of the data.",
  numerator: "Students who meet every requirement on the plan's content that is due.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students of whom no content is asked yet, who are exempt from it, or whose records do not show all of it are counted as such.",
  source: "Mandate profile: requirements on the content of plans.",
  version: 2,
  isPublic: false,
  needs: "plans",
  counted: ["met"],
  against: ["not-met"],
  bars: (mandate, asOf) => [
    ofEverybody(QUESTION.statistic, requirementsWithBar(mandate, asOf).filter(isContent)),
  ],
  statistics: [STATISTIC],
  questions: () => [QUESTION],
};

const QUESTION: Question = {
  ...textAndParts(STATISTIC),
  population: { kind: "mandate" },
  needs: "plans",
  isPublic: false,
  afterDue: [],
  answer: ({ requirements }) =>
    allStandings(requirements.filter(({ requirement }) => isContent(requirement))),
};

const isContent = ({ kind }: Requirement): boolean => kind === "content";
