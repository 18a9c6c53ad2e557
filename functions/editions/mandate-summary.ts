import type { Day } from "../domain/calendar/day.ts";
import type { DutyRecord } from "../domain/plans/duty-record.ts";
import { gradesOf } from "../mandates/clock/applies.ts";
import {
  CHECK_THE_TEXT,
  type Cited,
  FACT_STATUS_NAMES,
  type FactStatus,
  mayConvict,
} from "../mandates/rules/cited.ts";
import { dueWords, dutyDueWords, gradesWords } from "../mandates/words/due-words.ts";
import { dutyChecklist, type DutyItem } from "../mandates/clock/duty-checklist.ts";
import { assentWords } from "../mandates/rules/assent-words.ts";
import type { MandateProfile } from "../mandates/rules/mandate-profile.ts";
import {
  DUTY_STATE_NAMES,
  FORCE_NAMES,
  MODALITY_NAMES,
  REQUIREMENT_KIND_NAMES,
} from "../mandates/words/mandate-words.ts";
import { MANDATES } from "../mandates/rules/mandates.ts";
import { notDeterminable } from "../mandates/rules/not-determinable.ts";
import type { Requirement } from "../mandates/rules/requirement.ts";
import type { CalendarDue } from "../metrics/cube/calendar-due.ts";
import { compositesOf } from "../metrics/measures/composites.ts";
import { thingAsked } from "../metrics/questions/needs.ts";
import { isShownByCoverage } from "../metrics/questions/requirement-questions.ts";
import { whatWouldDecide, type SentRecords } from "../metrics/questions/what-would-decide.ts";
import type { ReleaseManifest } from "../releases/manifest/manifest.ts";
import type {
  CitedSummary,
  DutySummary,
  MandateSummary,
  RequirementSummary,
} from "../releases/manifest/mandate-summary.ts";

/** What a mandate is shown together with. */
export interface ShownBeside {
  /** The duties that the district has done; none if the summary is for no district. */
  readonly done: readonly DutyRecord[];
  /** The records that the district sends; null if the summary is for no district. */
  readonly sent: SentRecords | null;
  /** The public edition names no staff member. */
  readonly edition: ReleaseManifest["edition"];
  /**
   * The days on which requirements are due by the district's calendars; none if the summary is for
   * no district.
   */
  readonly dueOn: CalendarDue;
}

const NO_DISTRICT: ShownBeside = { done: [], sent: null, edition: "staff", dueOn: {} };

/** The mandate as a release and the command line show it, as of a day. */
export function mandateSummary(
  mandate: MandateProfile,
  asOf: Day,
  beside: Partial<ShownBeside> = {},
): MandateSummary {
  const shown = { ...NO_DISTRICT, ...beside };
  const { facts, requirements } = mandate;
  const days = requirements
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((on) => on !== undefined);
  const ends = requirements.map(({ effectiveUntil }) => effectiveUntil);
  return {
    id: mandate.id,
    title: mandate.title,
    citation: mandate.citation,
    warning: CHECK_THE_TEXT,
    jurisdiction: facts === null ? null : mandate.title,
    force: mandate.force,
    forceName: FORCE_NAMES[mandate.force],
    version: mandate.version,
    planName: facts?.plan.value ?? null,
    grades: mandate.grades,
    gradesName: gradesWords(mandate.grades),
    entrantGraceDays: mandate.entrantGraceDays,
    effectiveFrom: days.length === requirements.length ? (days.sort()[0] ?? null) : null,
    effectiveUntil: ends.includes(undefined) ? null : (ends.sort().at(-1) ?? null),
    conventions: mandate.conventions,
    requirements: requirements.map((requirement) =>
      requirementSummary(mandate, requirement, asOf, shown),
    ),
    composites: compositesOf(mandate, asOf),
    notDeterminable: notDeterminable(mandate),
    duties: dutyChecklist(mandate, shown.done, asOf).map((item) => dutySummary(mandate, item)),
    notes: mandate.notes.map(({ about, text, ...cited }) => ({
      about,
      text,
      ...citedSummary(mandate, cited),
    })),
    sources: mandate.sources,
  };
}

/** Each profile in one line, for a list of them. */
export const listedMandates = () =>
  MANDATES.map(({ id, title, force, grades, citation, requirements, duties, facts }) => ({
    id,
    title,
    plan: facts?.plan.value ?? null,
    force,
    forceName: FORCE_NAMES[force],
    grades,
    gradesName: gradesWords(grades),
    requirements: requirements.length,
    duties: duties.length,
    /** How many of them were seen in a public page, are only recalled, or are in no law. */
    confirmed: requirements.filter(({ status }) => status === "confirmed").length,
    recalled: requirements.filter(({ status }) => status === "recalled").length,
    conventions: requirements.filter(({ status }) => status === "convention").length,
    citation,
  }));

function requirementSummary(
  mandate: MandateProfile,
  requirement: Requirement,
  asOf: Day,
  { sent, edition, dueOn }: ShownBeside,
): RequirementSummary {
  const { id, name, rule, kind, modality, due, dueBasis, gate } = requirement;
  const { effectiveFrom = null, effectiveUntil = null } = requirement;
  const grades = gradesOf(mandate, requirement);
  return {
    id,
    name,
    rule,
    kind,
    kindName: REQUIREMENT_KIND_NAMES[kind],
    modality,
    modalityName: MODALITY_NAMES[modality],
    due: capital(dueWords(due)),
    dueOn: dueOn[id] ?? null,
    dueBasis,
    grades,
    gradesName: gradesWords(grades),
    effectiveFrom,
    effectiveUntil,
    isInForce:
      (effectiveFrom === null || effectiveFrom <= asOf) &&
      (effectiveUntil === null || asOf <= effectiveUntil),
    gate: gate ?? null,
    isDistrictOwn: mandate.districtOwn?.includes(id) ?? false,
    thing: thingAsked(requirement),
    isPlanCoverage: isShownByCoverage(requirement),
    ...citedSummary(mandate, requirement),
    ...confirmation(requirement, edition),
    wouldDecide: whatWouldDecide(requirement, sent),
  };
}

const NOT_CONFIRMED: { readonly [status in FactStatus]: string | null } = {
  confirmed: null,
  convention: null,
  recalled: "This project has not read the text: the rule is recalled and must be checked.",
  "not-found": "This project looked for the text and did not find it.",
};

/** What the project could not confirm, and whether the district did. */
function confirmation(
  requirement: Requirement,
  edition: ReleaseManifest["edition"],
): Pick<RequirementSummary, "notConfirmed" | "confirmedBy"> & Partial<CitedSummary> {
  const { status, confirmedBy } = requirement;
  if (confirmedBy === undefined) {
    return {
      notConfirmed: NOT_CONFIRMED[status] ?? linesNotConfirmed(requirement),
      confirmedBy: null,
    };
  }
  const { source, on, by } = confirmedBy;
  return {
    notConfirmed: "This project has not read the text; the district has.",
    // What the district writes about its reading may name somebody: the public edition has only the
    // day.
    confirmedBy: edition === "staff" ? { source, on, by } : { source: null, on, by: null },
    status: "confirmed-by-district",
    statusName: "Read and confirmed by the district",
  };
}

/**
 * The lines of a requirement that were checked less than the rest of it; null if there are none.
 */
function linesNotConfirmed(requirement: Requirement): string | null {
  const lines =
    requirement.kind === "content"
      ? requirement.all.map(({ component, status }) => ({
          name: component.replaceAll("-", " "),
          status,
        }))
      : requirement.kind === "assent"
        ? requirement.of.map((line) => ({ name: assentWords(line), status: line.status }))
        : [];
  const unread = lines.filter(({ status }) => status !== undefined && !mayConvict(status));
  return unread.length === 0
    ? null
    : `Of this, no text was read that asks for: ${unread.map(({ name }) => name).join("; ")}.`;
}

function dutySummary(
  mandate: MandateProfile,
  { duty, status, dueOn, doneOn }: DutyItem,
): DutySummary {
  const { id, name, rule, modality, due } = duty;
  return {
    id,
    name,
    rule,
    modality,
    modalityName: MODALITY_NAMES[modality],
    due: capital(dutyDueWords(due)),
    state: status,
    stateName: DUTY_STATE_NAMES[status],
    dueOn,
    doneOn,
    ...citedSummary(mandate, duty),
  };
}

/** The page of a citation is that of the first source which it names. */
const citedSummary = (
  { sources }: MandateProfile,
  { citation, status, read }: Cited,
): CitedSummary => ({
  citation,
  url: sources.find(({ title }) => citation.includes(title))?.url ?? null,
  status,
  statusName: FACT_STATUS_NAMES[status],
  read: read ?? null,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
