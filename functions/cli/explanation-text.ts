import type { Evidence } from "../mandates/answer.ts";
import type { ExplainedRequirement, Explanation } from "./explain.ts";

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
    ...explanation.plans.map(
      ({ plan, planType, status, openedOn, closedOn }) =>
        `Plan ${plan}: ${planType}, ${status}, open from ${openedOn}${closedOn === null ? "" : ` until ${closedOn}`}`,
    ),
    ...(explanation.plans.length === 0 ? ["No plan of this school year."] : []),
    ...explanation.exemptions.map(
      ({ requirement, reason, decidedBy, from, until }) =>
        `Exempt from ${requirement === "all" ? "everything" : requirement} since ${from}${until === null ? "" : `, until ${until}`}: ${reason}, decided by ${decidedBy}.`,
    ),
    ...asked.flatMap(requirementLines),
    ...(aside.length === 0 ? [] : ["", "Does not apply, or not yet:"]),
    ...aside.map(({ name, because }) => `  ${name}: ${because}`),
    ...(explanation.note === "" ? [] : ["", explanation.note]),
    ...(explanation.requirements.length === 0
      ? []
      : [
          "",
          "Who disagrees finds the record named above in its system, mends it there and sends the export again.",
          explanation.warning,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

const requirementLines = (asked: ExplainedRequirement): readonly string[] => [
  "",
  `${asked.name}: ${asked.statusName} (${asked.status})`,
  `  ${asked.because}`,
  `  Rule: ${asked.rule}`,
  ...(asked.opensOn === null ? [] : [`  Counts from ${asked.opensOn}.`]),
  ...(asked.dueOn === null ? [] : [`  Due on ${asked.dueOn}.`]),
  ...(asked.review === null ? [] : [`  The review that counts is ${asked.review}.`]),
  ...(asked.evidence.length === 0
    ? ["  No record of it is held."]
    : [`  Records: ${asked.evidence.map(recordWords).join("; ")}.`]),
  `  Source: ${asked.citation} (${asked.textStatus})`,
];

const recordWords = ({ record, name, on }: Evidence): string => `${record} ${name}, ${on}`;
