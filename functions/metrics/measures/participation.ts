import { UNLISTED, type Participant } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { reviewsHeld } from "../../mandates/evidence/plan-records.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import { PARTICIPATION } from "../questions/statistic.ts";

/** Whose part in reviews a measure asks about. */
interface TakingPart {
  /** What the question is called after: a role, or several together. */
  readonly about: string;
  readonly roles: readonly Participant[];
  readonly isPublic: boolean;
}

/** What the measures of taking part have in common: in at least one of the reviews held this school year. */
export const participation = ({
  about,
  roles,
  isPublic,
}: TakingPart): Omit<Metric, "id" | "name" | "definition" | "numerator"> => ({
  isHigherBetter: true,
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students without a held review, and students whose reviews name no participant or one by a word that is not listed, are counted as such, as is everybody where no review of the district names such a participant. Once one review names one, such participants are taken as recorded by the whole district, and a review that names others alone is one without them. Reviews of plans of other types do not count.",
  source: "Participants of the reviews, as the plan export gives them.",
  version: 6,
  isPublic,
  ...(isPublic ? {} : { isInExtract: false as const }),
  needs: "plans",
  counted: ["took-part"],
  against: ["did-not"],
  ...oneQuestion(
    PARTICIPATION,
    {
      population: { kind: "mandate" },
      needs: "plans",
      isPublic,
      afterDue: [],
      answer: ({ record }, { mandate, asOf }) => {
        const held = reviewsHeld(mandate, documentsOf(record), asOf);
        if (held.length === 0) return "no-review-held";
        const { collected } = record.more;
        if (roles.every((role) => collected?.participants.has(role) === false)) {
          return "not-recorded";
        }
        if (roles.some((role) => held.some(({ participants }) => participants.includes(role)))) {
          return "took-part";
        }
        const isSaid = held.some(({ participants }) => participants.length > 0);
        const isUnlisted = held.some(({ participants }) => participants.includes(UNLISTED));
        return isSaid && !isUnlisted ? "did-not" : "not-recorded";
      },
    },
    about,
  ),
});
