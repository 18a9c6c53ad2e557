import type { Day } from "../../domain/calendar/day.ts";
import { studentId, type StudentId } from "../../domain/ids.ts";
import type { Attestation } from "../../domain/plans/attestation.ts";
import { EXEMPTION_REASONS, type Exemption } from "../../domain/plans/exemption.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import { NotPossible } from "../not-possible.ts";
import type { IncomingFile } from "../ports.ts";
import { conformedRow } from "./conformed-rows.ts";
import { inTurn } from "./in-turn.ts";
import { attestationFile, exemptionFile } from "./record-statement.ts";
import {
  dayOf,
  ingested,
  nameOf,
  recorded,
  recordedAlready,
  refuseUnsigned,
  type Recorded,
  type Recording,
} from "./recording.ts";

/** Which statement about a student is meant, and who decides, states or withdraws it. */
interface AboutStudent {
  readonly student: string;
  readonly requirement: string;
  readonly from: string;
  readonly by: string;
}

interface OfStudent extends AboutStudent {
  /** First day on which it no longer holds; null for no end. */
  readonly until: string | null;
}

/** Records that a requirement, or `all` of them, is not asked of a student for a time. @throws NotPossible in words */
export async function recordExemption(
  recording: Recording,
  asked: OfStudent & { readonly reason: string },
): Promise<Recorded> {
  const { by: decidedBy, from, until } = asked;
  const meant = namesMeant(asked.reason, EXEMPTION_REASONS)[0];
  const reason = EXEMPTION_REASONS.find((name) => name === meant);
  if (reason === undefined) {
    throw new NotPossible(`the reason is none of: ${EXEMPTION_REASONS.join(", ")}`);
  }
  const end = endOf(from, until);
  return recordStatement<Exemption>(recording, asked, "exemption", (about, held) => {
    const exemption = { ...about, reason, decidedBy, until: end };
    if (isSame(held, exemption)) throw recordedAlready("this exemption", decidedBy);
    return exemptionFile(exemption, { recordedAt: recording.at, isWithdrawn: false });
  });
}

/** Records that an exemption does not hold and never did. @throws NotPossible in words */
export const withdrawExemption = (recording: Recording, asked: AboutStudent): Promise<Recorded> =>
  recordStatement<Exemption>(recording, asked, "exemption", (about, held) => {
    if (held === null) throw nothingToWithdraw("exemption", about);
    const stamp = { recordedAt: recording.at, isWithdrawn: true };
    return exemptionFile({ ...held, decidedBy: asked.by }, stamp);
  });

/** Records what a named person states where neither text nor records decide. @throws NotPossible in words */
export async function recordAttestation(
  recording: Recording,
  asked: OfStudent & { readonly reason: string; readonly isMet: boolean },
): Promise<Recorded> {
  const { reason, isMet, by: attestedBy, from, until } = asked;
  if (reason.trim() === "") throw new NotPossible("say on what the statement rests");
  const end = endOf(from, until);
  return recordStatement<Attestation>(recording, asked, "attestation", (about, held) => {
    const attestation = { ...about, isMet, reason, attestedBy, until: end };
    if (isSame(held, attestation)) throw recordedAlready("this statement", attestedBy);
    return attestationFile(attestation, { recordedAt: recording.at, isWithdrawn: false });
  });
}

/** Records that a statement is taken back, and why. @throws NotPossible in words */
export async function withdrawAttestation(
  recording: Recording,
  asked: AboutStudent & { readonly reason: string },
): Promise<Recorded> {
  const { reason, by: attestedBy } = asked;
  if (reason.trim() === "") throw new NotPossible("say why the statement is withdrawn");
  return recordStatement<Attestation>(recording, asked, "attestation", (about, held) => {
    if (held === null) throw nothingToWithdraw("attestation", about);
    const stamp = { recordedAt: recording.at, isWithdrawn: true };
    return attestationFile({ ...held, reason, attestedBy }, stamp);
  });
}

/** What a statement is about: one student and requirement from a day on. */
interface About {
  readonly student: StudentId;
  readonly requirement: string;
  readonly from: Day;
}

/**
 * A statement of a student and requirement that are there. It repeats no student's identifier.
 * @param fileOf the file, from what it is about and the statement about it that holds now, if any
 */
async function recordStatement<T extends About>(
  recording: Recording,
  asked: AboutStudent,
  table: "exemption" | "attestation",
  fileOf: (about: About, held: T | null) => IncomingFile,
): Promise<Recorded> {
  const from = dayOf(asked.from, "the first day");
  refuseUnsigned(asked.by);
  const { mandate, district, places } = recording;
  const names = [
    ...(table === "exemption" ? ["all"] : []),
    ...mandate.requirements.map(({ id }) => id),
  ];
  const requirement = nameOf(asked.requirement, names, `${mandate.title} has no requirement`);
  const about: About = { student: studentId(asked.student), requirement, from };
  return inTurn(district, async () => {
    const { records } = places;
    const before = await ingested(recording);
    const isStudent = (row: { readonly [field: string]: unknown }): boolean =>
      row["student"] === about.student;
    if ((await conformedRow(records, before, "student", isStudent)) === null) {
      throw new NotPossible(
        `the exports of district ${district} hold no student with this identifier; identifiers are text, leading zeros count`,
      );
    }
    const held = await conformedRow(
      records,
      before,
      table,
      (row) => isStudent(row) && row["requirement"] === requirement && row["from"] === from,
    );
    // The table decides the type of its rows.
    return recorded(recording, fileOf(about, held as T | null));
  });
}

function endOf(from: string, until: string | null): Day | null {
  if (until === null) return null;
  const end = dayOf(until, "the day on which it ends");
  if (end <= from) {
    throw new NotPossible(`the end, ${end}, is not after the first day, ${from.slice(0, 10)}`);
  }
  return end;
}

/** Whether the statement that holds says the same already, whoever made it. */
const isSame = <T extends object>(held: T | null, wanted: T): boolean =>
  held !== null &&
  Object.entries(wanted).every(
    ([field, value]) => (held as { readonly [field: string]: unknown })[field] === value,
  );

const nothingToWithdraw = (what: string, { requirement, from }: About): NotPossible =>
  new NotPossible(
    `the student has no ${what} from ${requirement} that begins on ${from}: there is nothing to withdraw`,
  );
