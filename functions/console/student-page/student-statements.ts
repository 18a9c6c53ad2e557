import type { Day } from "../../domain/calendar/day.ts";
import type { Attestation } from "../../domain/plans/attestation.ts";
import { EXEMPTION_REASON_NAMES } from "../../domain/plans/exemption.ts";
import { byText } from "../../domain/text/compare-text.ts";
import type { StudentRecord } from "../../metrics/students/school-records.ts";
import type { ExplainedRequirement } from "../../reports/explanation/explained-requirement.ts";
import { ALL_REQUIREMENTS } from "../../reports/students/student-filter.ts";
import { statementKey } from "../statement-key.ts";
import type { StatementShown } from "./student-page.ts";

/** What the page says of the requirements of the student. */
type Answers = readonly Pick<ExplainedRequirement, "id" | "standing" | "statusName" | "records">[];

/** With which requirements and answers statements are shown. */
interface StatementsOf {
  /** Of the mandate, for their names; what it no longer has is named by its id. */
  readonly requirements: readonly { readonly id: string; readonly name: string }[];
  readonly answers: Answers;
  /** The keys of those that were recorded one by one. */
  readonly decided: ReadonlySet<string | null>;
  readonly asOf: Day;
}

/** Every exemption and attestation of a student, in force and past, the latest first. */
export function studentStatements(
  { more: { exemptions, attestations } }: Pick<StudentRecord, "more">,
  { requirements, answers, decided, asOf }: StatementsOf,
): readonly StatementShown[] {
  const nameOf = (requirement: string): string =>
    requirement === ALL_REQUIREMENTS
      ? "All requirements"
      : (requirements.find(({ id }) => id === requirement)?.name ?? requirement);
  const shown = (
    of: Pick<StatementShown, "kind" | "words" | "by"> & {
      readonly from: Day;
      readonly until: Day | null;
    },
    requirement: string,
  ): StatementShown => {
    const key = statementKey({ ...of, requirement });
    return {
      ...{ ...of, key, isDecision: decided.has(key), noEffect: "" },
      ...{ requirementName: nameOf(requirement), state: stateOn(of.from, of.until, asOf) },
    };
  };
  return [
    ...exemptions.map(({ requirement, reason, decidedBy: by, from, until }) =>
      shown(
        {
          kind: "exemption",
          words: `Not asked: ${EXEMPTION_REASON_NAMES[reason].toLowerCase()}`,
          ...{ by, from, until },
        },
        requirement,
      ),
    ),
    ...attestations.map((attestation) => {
      const { requirement, isMet, reason, attestedBy: by, from, until } = attestation;
      const words = `${isMet ? "Met" : "Not met"}${reason === "" ? "" : `: ${reason}`}`;
      const statement = shown({ kind: "attestation", words, by, from, until }, requirement);
      return statement.state === "in-force"
        ? { ...statement, noEffect: noEffectOf(attestation, answers) }
        : statement;
    }),
  ]
    .sort(byText(({ from, requirementName }) => `${from} ${requirementName}`))
    .reverse();
}

/** Why an attestation that is in force changes no answer: it counts only where neither the rule nor the records decide. */
function noEffectOf({ requirement, attestedBy, from }: Attestation, answers: Answers): string {
  const answer = answers.find(({ id }) => id === requirement);
  if (answer === undefined) return "The mandate has no such requirement.";
  const own = answer.records.filter(
    ({ record, name, on }) => record === "attestation" && name === attestedBy && on === from,
  );
  if (own.length > 0 && !own.some(({ isCounted }) => isCounted)) {
    return "A later attestation about the same requirement counts instead.";
  }
  if (!own.some(({ isDeciding }) => isDeciding)) {
    return `An attestation counts only where neither the rule nor the records decide, and they do: ${answer.statusName.toLowerCase()}.`;
  }
  return answer.standing === "not-determinable"
    ? "Nobody has confirmed the text of the rule, and until then no attestation can say “not met”."
    : "";
}

const stateOn = (from: Day, until: Day | null, asOf: Day): StatementShown["state"] =>
  from > asOf ? "ahead" : until !== null && until <= asOf ? "past" : "in-force";
