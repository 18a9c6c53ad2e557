import { isDay, type Day } from "../../domain/calendar/day.ts";
import { EXEMPTION_REASONS } from "../../domain/plans/exemption.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import { studentId, type DistrictId, type StudentId } from "../../domain/ids.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { conformedInForce } from "../conform/conformed-in-force.ts";
import { studentExists } from "./student-exists.ts";
import { NotPossible, nothingIngested } from "../not-possible.ts";
import type { IncomingFile, Places, Progress } from "../ports.ts";
import { recordFile } from "./record-file.ts";
import { attestationFile, dutyFile, exemptionFile } from "./record-statement.ts";

/** What was recorded, and where it is kept as sent. */
export interface Recorded {
  readonly district: DistrictId;
  readonly file: string;
  readonly version: string;
}

interface OfStudent {
  readonly student: string;
  readonly requirement: string;
  /** The staff member who decided or states it. */
  readonly by: string;
  readonly from: string;
  /** First day on which it no longer holds; null for no end. */
  readonly until: string | null;
}

/** What is recorded where, by whom it is recorded, and how far the work is. */
export interface Recording {
  readonly places: Places;
  readonly district: DistrictId;
  readonly mandate: MandateProfile;
  /** The instant of recording, as ISO text: of two records about the same the later holds. */
  readonly at: string;
  readonly progress: Progress;
}

/** Records that a requirement, or `all` of them, is not asked of a student for a time. @throws NotPossible in words */
export function recordExemption(
  recording: Recording,
  { reason: askedReason, ...asked }: OfStudent & { readonly reason: string },
): Promise<Recorded> {
  const reason = EXEMPTION_REASONS.find(
    (allowed) => allowed === meant(askedReason, EXEMPTION_REASONS),
  );
  if (reason === undefined) {
    throw new NotPossible(`the reason is none of: ${EXEMPTION_REASONS.join(", ")}`);
  }
  return recordOfStudent(recording, asked, ["all"], ({ student, requirement, from, until }) =>
    exemptionFile({ student, requirement, reason, decidedBy: asked.by, from, until }, recording.at),
  );
}

/** Records what a named person states where neither text nor records decide. @throws NotPossible in words */
export function recordAttestation(
  recording: Recording,
  asked: OfStudent & { readonly reason: string; readonly isMet: boolean },
): Promise<Recorded> {
  if (asked.reason.trim() === "") throw new NotPossible("say on what the statement rests");
  const { reason, isMet, by: attestedBy } = asked;
  return recordOfStudent(recording, asked, [], ({ student, requirement, from, until }) =>
    attestationFile({ student, requirement, isMet, reason, attestedBy, from, until }, recording.at),
  );
}

/** Records that the district did one of its duties. @throws NotPossible in words */
export async function recordDuty(
  { places, district, mandate, at: instant, progress }: Recording,
  asked: { readonly duty: string; readonly on: string; readonly by: string },
): Promise<Recorded> {
  const doneOn = dayOf(asked.on, "the date on which it was done");
  const duties = mandate.duties.map(({ id }) => id);
  if (duties.length === 0) {
    throw new NotPossible(
      `${mandate.title} sets no duties for districts, so there is none to record; check that this is the mandate you mean`,
    );
  }
  const duty = nameOf(asked.duty, duties, `${mandate.title} has no duty`);
  if (doneOn > instant.slice(0, 10)) throw new NotPossible(`${doneOn} is still to come`);
  if ((await conformedInForce(places.records, district)) === null) {
    throw new NotPossible(nothingIngested(district));
  }
  return recordFile(
    places,
    district,
    dutyFile({ duty, doneOn, doneBy: asked.by }, instant),
    progress,
    instant,
  );
}

/** A statement of a student and requirement that are there. It repeats no student's identifier. */
async function recordOfStudent(
  { places, district, mandate, progress, at: instant }: Recording,
  asked: OfStudent,
  alsoAllowed: readonly string[],
  fileOf: (of: {
    readonly student: StudentId;
    readonly requirement: string;
    readonly from: Day;
    readonly until: Day | null;
  }) => IncomingFile,
): Promise<Recorded> {
  const from = dayOf(asked.from, "the first day");
  const until = asked.until === null ? null : dayOf(asked.until, "the day on which it ends");
  if (until !== null && until <= from) {
    throw new NotPossible(`the end, ${until}, is not after the first day, ${from}`);
  }
  if (asked.by.trim() === "") throw new NotPossible("say who decided or states it");
  const allowed = [...alsoAllowed, ...mandate.requirements.map(({ id }) => id)];
  const requirement = nameOf(asked.requirement, allowed, `${mandate.title} has no requirement`);
  const student = studentId(asked.student);
  const before = await conformedInForce(places.records, district);
  if (before === null) throw new NotPossible(nothingIngested(district));
  if (!(await studentExists(places.records, before, student))) {
    throw new NotPossible(
      `the exports of district ${district} hold no student with this identifier; identifiers are text, leading zeros count`,
    );
  }
  return recordFile(
    places,
    district,
    fileOf({ student, requirement, from, until }),
    progress,
    instant,
  );
}

function dayOf(text: string, name: string): Day {
  if (!isDay(text)) throw new NotPossible(`${name} must be a day that exists, as YYYY-MM-DD`);
  return text;
}

const meant = (asked: string, names: readonly string[]): string | undefined =>
  namesMeant(asked, names)[0];

function nameOf(asked: string, names: readonly string[], isUnknown: string): string {
  const name = meant(asked, names);
  if (name === undefined) {
    throw new NotPossible(`${isUnknown} "${asked.slice(0, 80)}"; ${namesToTry(asked, names)}`);
  }
  return name;
}
