import type { Day } from "../../domain/calendar/day.ts";
import { EXEMPTION_REASON_NAMES } from "../../domain/plans/exemption.ts";
import { byText } from "../../domain/text/compare-text.ts";
import type { StudentRecord } from "../../metrics/students/school-records.ts";
import { ALL_REQUIREMENTS } from "../../reports/students/student-filter.ts";
import type { StatementShown } from "./student-page.ts";

/**
 * Every exemption and attestation of a student, current and past, the latest first.
 * @param requirements of the mandate, for their names; a requirement that the mandate no longer has
 * is shown by its id
 */
export function studentStatements(
  { more: { exemptions, attestations } }: Pick<StudentRecord, "more">,
  requirements: readonly { readonly id: string; readonly name: string }[],
  asOf: Day,
): readonly StatementShown[] {
  const nameOf = (requirement: string): string =>
    requirement === ALL_REQUIREMENTS
      ? "All requirements"
      : (requirements.find(({ id }) => id === requirement)?.name ?? requirement);
  return [
    ...exemptions.map(({ requirement, reason, decidedBy, from, until }) => ({
      kind: "exemption" as const,
      requirementName: nameOf(requirement),
      words: `Not asked: ${EXEMPTION_REASON_NAMES[reason].toLowerCase()}`,
      by: decidedBy,
      ...{ from, until, state: stateOn(from, until, asOf) },
    })),
    ...attestations.map(({ requirement, isMet, reason, attestedBy, from, until }) => ({
      kind: "attestation" as const,
      requirementName: nameOf(requirement),
      words: `${isMet ? "Met" : "Not met"}${reason === "" ? "" : `: ${reason}`}`,
      by: attestedBy,
      ...{ from, until, state: stateOn(from, until, asOf) },
    })),
  ]
    .sort(byText(({ from, requirementName }) => `${from} ${requirementName}`))
    .reverse();
}

const stateOn = (from: Day, until: Day | null, asOf: Day): StatementShown["state"] =>
  from > asOf ? "ahead" : until !== null && until <= asOf ? "past" : "in-force";
