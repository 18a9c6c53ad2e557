import { longDay } from "../../domain/calendar/long-day.ts";
import type { Explanation } from "../../reports/explanation/explanation.ts";
import type {
  ExplainedRecord,
  ExplainedRequirement,
} from "../../reports/explanation/explained-requirement.ts";

/**
 * A student's requirements in sentences that a counselor can check against the records: what
 * applies now first, then what does not apply, each with why.
 */
export function explanationText(explanation: Explanation): string {
  const { givenName, familyName, student, grade, schoolName, asOf, mandate } = explanation;
  const asked = explanation.requirements.filter(({ status }) => status !== "not-applicable");
  const aside = explanation.requirements.filter(({ status }) => status === "not-applicable");
  const lines = [
    `${givenName} ${familyName} (${student}), grade ${grade ?? "unknown"}, ${schoolName ?? "in no school"} as of ${longDay(asOf)}`,
    `Rule: ${mandate}`,
    ...explanation.plans.map(planLine),
    ...(explanation.plans.length === 0 ? ["There is no plan in any school year on record."] : []),
    yearsHeldLine(explanation),
    ...(explanation.notSent.length === 0
      ? []
      : [
          `The exports have no file of: ${explanation.notSent.join(", ")}. What only such a file would show cannot be determined.`,
        ]),
    ...explanation.exemptions.map(
      ({ requirement, reason, decidedBy, from, until }) =>
        `Exempt from ${requirement === "all" ? "everything" : requirement} since ${longDay(from)}${until === null ? "" : `, until ${longDay(until)}`}: ${reason}, decided by ${decidedBy}.`,
    ),
    ...asked.flatMap(requirementLines),
    ...(aside.length === 0 ? [] : ["", "Requirements that do not apply, or not yet:"]),
    ...aside.flatMap(({ name, because, records, decidedBy }) => [
      `  ${name}: ${because}`,
      ...(records.length === 0 ? [] : [...records.map(recordLine), `    ${decidedBy}`]),
    ]),
    ...(explanation.note === "" ? [] : ["", explanation.note]),
    ...(explanation.requirements.length === 0
      ? []
      : [
          "",
          "If an answer is wrong, find the record named above in its source system, correct it there and send the export again.",
          explanation.warning,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

function yearsHeldLine({ plansSince, noPlansOf }: Explanation): string {
  if (noPlansOf !== null) {
    return `There are no plans of the school year ${noPlansOf} on record; what depends on them cannot be determined.`;
  }
  return plansSince === null
    ? "Plans of every school year are on record."
    : `Plans are on record from the school year ${plansSince} on; anything earlier cannot be determined.`;
}

const requirementLines = (asked: ExplainedRequirement): readonly string[] => [
  "",
  `${asked.name}: ${asked.statusName} (${asked.status})`,
  `  ${asked.because}`,
  `  Rule: ${asked.rule}`,
  ...(asked.opensOn === null ? [] : [`  Counts from ${longDay(asked.opensOn)}.`]),
  ...(asked.dueOn === null ? [] : [`  Due on ${longDay(asked.dueOn)}.`]),
  ...(asked.review === null ? [] : [`  The review that counts is ${asked.review}.`]),
  ...(asked.records.length === 0
    ? ["  There is no record of it in any school year."]
    : ["  Records considered, from all school years on record:", ...asked.records.map(recordLine)]),
  `  ${asked.decidedBy}`,
  `  Source: ${asked.citation} (${asked.textStatus})`,
];

const planLine = ({ plan, schoolYear, isAccepted, ...more }: Explanation["plans"][number]) =>
  `Plan ${plan} (${schoolYear}): ${more.planType}, ${more.status}, open from ${longDay(more.openedOn)}${more.closedOn === null ? "" : ` until ${longDay(more.closedOn)}`}; ${isAccepted ? "the mandate accepts it" : "the mandate does not accept it"}`;

/** A record that decides is marked, so that it is easy to find among the others. */
const recordLine = ({ record, name, on, schoolYear, isDeciding, ...more }: ExplainedRecord) =>
  `    ${isDeciding ? "*" : "-"} ${record} ${name}${on === null ? "" : `, ${longDay(on)}`} (${schoolYear}): ${more.isCounted ? "counts" : "does not count"}; ${more.note}`;
