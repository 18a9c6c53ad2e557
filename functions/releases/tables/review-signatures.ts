import type { TableDefinition } from "../../domain/records/table-definition.ts";
import {
  LEAST_FOR_PERCENTILE,
  signatureFigures,
  type SignatureFigures,
} from "../../metrics/cube/review-signatures.ts";
import { PLACE, STATE } from "./columns.ts";
import { placeColumns, type Place } from "./places.ts";

/** Ends the definition of each column of days. */
const ENOUGH = `Missing unless shown, and of fewer than ${LEAST_FOR_PERCENTILE} such reviews.`;

/** For staff alone: the day of a signature is restricted. */
export const reviewSignatures = {
  name: "review-signatures",
  title: "Days to the signature",
  description:
    "One row per level and school: of the students under the mandate, how many days it took until the last review of the school year was signed by the student or the family, and how many reviews are not signed. It says of the measure of signed reviews how long it took. Percentiles are by nearest rank, so each is the number of days of a student.",
  primaryKey: ["level", "school"],
  columns: [
    ...PLACE,
    {
      name: "signed",
      type: "integer",
      optional: true,
      title: "Signed reviews",
      definition:
        "Students whose last review of the school year was signed by the student or the family, on the day of the review or later, by the date of the data. Missing unless shown.",
    },
    {
      name: "medianDays",
      type: "integer",
      optional: true,
      title: "Days to the signature, median",
      definition: `Half of the signed reviews were signed within so many days; 0 is the day of the review. ${ENOUGH}`,
    },
    {
      name: "ninetiethDays",
      type: "integer",
      optional: true,
      title: "Days to the signature, 90th percentile",
      definition: `Nine of ten of the signed reviews were signed within so many days. ${ENOUGH}`,
    },
    {
      name: "mostDays",
      type: "integer",
      optional: true,
      title: "Days to the signature, most",
      definition: `All of the signed reviews were signed within so many days. ${ENOUGH}`,
    },
    {
      name: "waiting",
      type: "integer",
      optional: true,
      title: "Reviews without a signature",
      definition:
        "Students whose last review of the school year is signed neither by the student nor by the family by the date of the data. Missing unless shown.",
    },
    {
      name: "medianDaysWaiting",
      type: "integer",
      optional: true,
      title: "Days without a signature, median",
      definition: `Half of the reviews without a signature were held so many days ago or more. ${ENOUGH}`,
    },
    STATE,
  ],
} as const satisfies TableDefinition;

/** The one row of a place. Where the district sends no signatures there is not enough data. */
export function reviewSignatureRow(place: Place) {
  const { availability, signatures } = place.cube;
  const figures = signatureFigures(signatures);
  const isReviewed = figures.signed + figures.waiting > 0;
  const isSent = availability.plans && (isReviewed || signatures.notRecorded === 0);
  return {
    ...placeColumns(place),
    ...(isSent && isReviewed ? figures : NO_FIGURES),
    state: !isSent ? "not-enough-data" : isReviewed ? "shown" : "not-applicable",
  };
}

const NO_FIGURES: { readonly [figure in keyof SignatureFigures]: null } = {
  signed: null,
  medianDays: null,
  ninetiethDays: null,
  mostDays: null,
  waiting: null,
  medianDaysWaiting: null,
};
