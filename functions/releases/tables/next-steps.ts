import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import type { Requirement } from "../../mandates/rules/requirement.ts";
import {
  needName,
  NEEDS_STATISTIC,
  needsUnder,
  thingAsked,
} from "../../metrics/questions/needs.ts";
import { hasClock, isShownByCoverage } from "../../metrics/questions/requirement-questions.ts";
import {
  PLAN_COVERAGE,
  STANDINGS,
  STATUSES,
  statisticText,
  TRANSITION,
} from "../../metrics/questions/statistic.ts";
import { placeColumns, questionOf, type EditionScope, type PlaceColumns } from "./places.ts";
import { FIGURE, PLACE, REQUIREMENT } from "./columns.ts";

export const nextSteps = {
  name: "next-steps",
  title: "Who acts next",
  description:
    "One row per level, school, requirement and need. For staff: which students wait for something to be done, as the worklist counts them. In public, where the worklist is not shown: which share is late or waiting. The list of names is for staff.",
  primaryKey: ["level", "school", "requirement", "need"],
  columns: [
    ...PLACE,
    ...REQUIREMENT,
    {
      name: "need",
      type: "text",
      title: "Need id",
      definition:
        "For everybody: overdue (a review was not held by its due day) and no-plan (a review is due and there is no plan). For staff: plan-missing, content-missing, signature-missing (or another part that somebody takes) and record-missing (the due day has passed and nothing is recorded), due-soon (due within 30 days). In public: not-ready (not ready for a transition though its review is due), plan-missing (no plan is open, whether or not it is due, where a plan is all that the requirement asks for) and not-met (another requirement is not met: what it asks for is missing, or came after its due day).",
    },
    { name: "needName", type: "text", title: "Need", definition: "The name of the need." },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export type NextStepKey = PlaceColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly need: string;
  readonly needName: string;
};

interface NeedRead {
  readonly need: string;
  readonly needName: string;
  readonly statistic: string;
  readonly part: string;
}

/** For staff the needs themselves, so that the table says how many students the worklist names. */
const needsForStaff = (requirement: Requirement): readonly NeedRead[] =>
  needsUnder(requirement).map((need) => ({
    need,
    needName: needName(thingAsked(requirement), need),
    statistic: statisticText(NEEDS_STATISTIC, requirement.id),
    part: need,
  }));

/** For everybody parts of the bars that are public, so that each need shows the same figure as its bar. */
function needsForPublic(requirement: Requirement): readonly NeedRead[] {
  const { id, kind } = requirement;
  const statuses = statisticText(STATUSES, id);
  if (kind === "transition-review") {
    return [
      {
        need: "not-ready",
        needName: "Not ready for the transition",
        statistic: statisticText(TRANSITION, id),
        part: "not-ready",
      },
    ];
  }
  if (isShownByCoverage(requirement)) {
    return [
      {
        need: "plan-missing",
        needName: "No open plan",
        statistic: statisticText(PLAN_COVERAGE),
        part: "none",
      },
    ];
  }
  return hasClock(requirement)
    ? [
        {
          need: "overdue",
          needName: needName(thingAsked(requirement), "overdue"),
          statistic: statuses,
          part: "not-held",
        },
        {
          need: "no-plan",
          needName: needName(thingAsked(requirement), "no-plan"),
          statistic: statuses,
          part: "no-plan",
        },
      ]
    : [
        {
          need: "not-met",
          needName: `${thingAsked(requirement)} late or missing`,
          statistic: statisticText(STANDINGS, id),
          part: "not-met",
        },
      ];
}

/** Which share of the students waits for what, at every place. */
export const askedNextSteps = (scope: EditionScope): readonly FigureAsked<NextStepKey>[] =>
  scope.places.flatMap((place) =>
    scope.mandate.requirements.flatMap((requirement) =>
      (scope.kind === "staff" ? needsForStaff : needsForPublic)(requirement).flatMap(
        ({ need, needName: name, statistic: own, part }) =>
          questionOf(scope, own) === undefined
            ? []
            : [
                {
                  key: {
                    ...placeColumns(place),
                    requirement: requirement.id,
                    requirementName: requirement.name,
                    need,
                    needName: name,
                  },
                  bar: { statistic: own, school: place.school, group: EVERYBODY },
                  parts: [part],
                },
              ],
      ),
    ),
  );
