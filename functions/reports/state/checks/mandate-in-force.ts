import { requirementsWithBar } from "../../../metrics/questions/requirement-questions.ts";
import { isBasedOn } from "../definitions/based-on.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";

/** The report's mandate is the one by which the district is measured, and asks something on the count day. */
export const mandateInForce: ReportCheck = {
  id: "mandate",
  name: "The mandate is in force on the count day",
  scope: "file",
  run({ kind, context: { definition, mandate, ofDistrict, asOf } }) {
    if (definition.mandate !== null && !isBasedOn(ofDistrict.id, definition.mandate)) {
      return failed(
        `The report answers to the mandate of ${definition.mandate}, and the district is measured by ${ofDistrict.title}.`,
        "Set the district's mandate with ilp district set --mandate, and publish the count day again.",
      );
    }
    if (kind.givesAnswers !== true && definition.mandate === null) {
      return notMade("The file does not depend on a mandate.");
    }
    const asked = requirementsWithBar(mandate, asOf);
    return asked.length > 0
      ? passed(`${mandate.title} asks ${asked.length} things of students on the count day.`)
      : failed(
          `${mandate.title} asks nothing of students on the count day.`,
          "Check the count day: the mandate may begin later.",
        );
  },
};
