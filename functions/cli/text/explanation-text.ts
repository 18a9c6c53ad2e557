import type { Explanation } from "../../pipeline/worklist/explain.ts";
import type {
  ExplainedRecord,
  ExplainedRequirement,
} from "../../reports/explanation/explained-requirement.ts";

/**
 * A student's requirements in sentences that a counselor can hold against the records: what is asked
 * now first, then what does not apply, each with why.
 */
export function explanationText(explanation: Explanation): string {
  const { givenName, familyName, student, grade, schoolName, asOf, mandate } = explanation;
  const asked = explanation.requirements.filter(({ status }) => status !== "not-applicable");
  const aside = explanation.requirements.filter(({ status }) => status === "not-applicable");
  const lines = [
    `${givenName} ${familyName} (${student}), grade ${grade ?? "unknown"}, ${schoolName ?? "in no school"} as of ${asOf}`,
    `Rule: ${mandate}`,
    ...explanation.plans.map(planLine),
    ...(explanation.plans.length === 0 ? ["No plan of any school year that is held."] : []),
    yearsHeldLine(explanation),
    ...(explanation.notSent.length === 0
      ? []
      : [
          `The exports hold no file of: ${explanation.notSent.join(", ")}; what only such a file would show cannot be determined.`,
        ]),
    ...explanation.exemptions.map(
      ({ requirement, reason, decidedBy, from, until }) =>
        `Exempt from ${requirement === "all" ? "everything" : requirement} since ${from}${until === null ? "" : `, until ${until}`}: ${reason}, decided by ${decidedBy}.`,
    ),
    ...asked.flatMap(requirementLines),
    ...(aside.length === 0 ? [] : ["", "Does not apply, or not yet:"]),
    ...aside.flatMap(({ name, because, records, decidedBy }) => [
      `  ${name}: ${because}`,
      ...(records.length === 0 ? [] : [...records.map(recordLine), `    ${decidedBy}`]),
    ]),
    ...(explanation.note === "" ? [] : ["", explanation.note]),
    ...(explanation.requirements.length === 0
      ? []
      : [
          "",
          "Who disagrees finds the record named above in its system, corrects it there and sends the export again.",
          explanation.warning,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

function yearsHeldLine({ plansSince, noPlansOf }: Explanation): string {
  if (noPlansOf !== null) {
    return `No plans of the school year ${noPlansOf} are held; what was then cannot be determined.`;
  }
  return plansSince === null
    ? "Plans of every school year are held."
    : `Plans are held from the school year ${plansSince} on; what was before cannot be determined.`;
}

const requirementLines = (asked: ExplainedRequirement): readonly string[] => [
  "",
  `${asked.name}: ${asked.statusName} (${asked.status})`,
  `  ${asked.because}`,
  `  Rule: ${asked.rule}`,
  ...(asked.opensOn === null ? [] : [`  Counts from ${asked.opensOn}.`]),
  ...(asked.dueOn === null ? [] : [`  Due on ${asked.dueOn}.`]),
  ...(asked.review === null ? [] : [`  The review that counts is ${asked.review}.`]),
  ...(asked.records.length === 0
    ? ["  No record of it is held in any school year."]
    : ["  Records looked at, in all school years held:", ...asked.records.map(recordLine)]),
  `  ${asked.decidedBy}`,
  `  Source: ${asked.citation} (${asked.textStatus})`,
];

const planLine = ({ plan, schoolYear, isAccepted, ...more }: Explanation["plans"][number]) =>
  `Plan ${plan} (${schoolYear}): ${more.planType}, ${more.status}, open from ${more.openedOn}${more.closedOn === null ? "" : ` until ${more.closedOn}`}; ${isAccepted ? "the mandate accepts it" : "the mandate does not accept it"}`;

/** A record that decides is marked, so that it is found among the others. */
const recordLine = ({ record, name, on, schoolYear, isDeciding, ...more }: ExplainedRecord) =>
  `    ${isDeciding ? "*" : "-"} ${record} ${name}${on === null ? "" : `, ${on}`} (${schoolYear}): ${more.isCounted ? "counts" : "does not count"}; ${more.note}`;
