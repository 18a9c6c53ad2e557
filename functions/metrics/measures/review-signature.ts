import { SIGNATURE_PARTS, type SignaturePart } from "../../domain/figures/parts.ts";
import { lastReview } from "../plans/last-review.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

/** A convention of ours: no statute of the mandates gives a number of days. */
const SIGNATURE_DAYS = 30;

/** Whether the last review of the school year was signed, and how soon. */
export const reviewSignature: Metric = {
  id: "review-signature",
  name: "Review signed within 30 days",
  isHigherBetter: true,
  definition:
    "Students whose last review of this school year was signed by the student or the family within 30 days.",
  numerator:
    "Students with a signature or an approval by the student, the family or somebody whom the parent appointed, given on the day of the last review held this school year or at most 30 days after it. The 30 days are a convention.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students whose last review was signed later, or not signed by the date of the data, or who have no review, are counted as such; of the unsigned, those whose review is at most 30 days old count apart. A signature given before the day of the review is one of an earlier review; an effort without an answer is no signature. Where no record of the district is a signature of a student or a family, it is not recorded; once one is, signatures are taken as collected by the whole district. It is not recorded either where a signature has no date and none with a date was in time.",
  source: "Parts taken in plans, as the export gives them (plan_assents.csv), and days of reviews.",
  version: 2,
  isPublic: false,
  isInExtract: false,
  needs: "plans",
  counted: ["signed-in-time"],
  against: ["signed-later", "not-signed"],
  ...oneQuestion(
    { id: "review-signature", parts: SIGNATURE_PARTS },
    {
      population: { kind: "mandate" },
      needs: "plans",
      isPublic: false,
      afterDue: [],
      answer: ({ record }, context) => signatureOf(record, context),
    },
  ),
};

function signatureOf(
  record: Pick<StudentRecord, "document" | "more">,
  context: RuleContext,
): SignaturePart {
  const review = lastReview(record, context);
  if (review === null) return "no-review-held";
  switch (review.kind) {
    case "not-recorded":
      return "not-recorded";
    case "signed":
      if (review.days <= SIGNATURE_DAYS) return "signed-in-time";
      return review.isFirst ? "signed-later" : "not-recorded";
    case "waiting":
      return review.days <= SIGNATURE_DAYS ? "awaiting-signature" : "not-signed";
  }
}
