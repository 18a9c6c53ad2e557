import { day, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import type { RuleConfirmation } from "../../domain/plans/rule-confirmation.ts";
import { FACT_STATUS_NAMES } from "../../mandates/rules/cited.ts";
import { isUnconfirmed } from "../../mandates/rules/confirmations.ts";
import { ruleHash } from "../../mandates/rules/confirmed-rules.ts";
import type { Due } from "../../mandates/rules/due.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { Requirement } from "../../mandates/rules/requirement.ts";
import { NotPossible } from "../not-possible.ts";
import { inTurn } from "./in-turn.ts";
import { confirmationFile } from "./record-statement.ts";
import { dayOf, ingested, nameOf, recorded, type Recording } from "./recording.ts";

/** What somebody says about a rule. */
export interface ConfirmationAsked {
  readonly requirement: string;
  readonly isWithdrawn: boolean;
  /** Who has read the text: name and role. */
  readonly by: string;
  /** What was read, with its edition; why, where it is withdrawn. */
  readonly source: string;
  /** The date on which it was read; null for the day of recording. */
  readonly on: string | null;
}

/** What came of it: a file that was recorded, or why none was needed. */
export type ConfirmReport = {
  readonly district: string;
  readonly mandate: string;
  readonly requirement: string;
} & (
  | {
      readonly kind: "recorded";
      readonly isWithdrawn: boolean;
      /** Why the requirement cannot give "not met" whoever confirms it; null where it can. */
      readonly noEffectBecause: string | null;
      readonly file: string;
      readonly version: string;
    }
  | { readonly kind: "confirmed-already"; readonly because: string }
);

/**
 * Records that the district has read the text of a rule, or takes this back, unless it is so already.
 * @param profile the mandate's profile as the project has it, without the district's own rules
 * @throws NotPossible when it is about no such rule, or says not who has read what
 */
export async function confirmRule(
  recording: Recording,
  profile: MandateProfile,
  asked: ConfirmationAsked,
): Promise<ConfirmReport> {
  const { district } = recording;
  const reading = readingOf(asked, day(recording.at.slice(0, 10)));
  return inTurn(district, async () => {
    await ingested(recording);
    return confirm({ recording, profile, asked, reading });
  });
}

interface Reading {
  readonly by: string;
  readonly source: string;
  readonly on: Day;
}

/** Who read what, and when. */
function readingOf({ by, source, on, isWithdrawn }: ConfirmationAsked, today: Day): Reading {
  if (by.trim() === "") throw new NotPossible("say who has read the text: name and role");
  if (!isWithdrawn && source.trim() === "") {
    throw new NotPossible('say what was read, such as "704 KAR 3:305, 2024 edition"');
  }
  const reading = { by: by.trim(), source: source.trim(), on: readOn(on, today) };
  if (reading.on > today) throw new NotPossible(`${reading.on} is in the future`);
  return reading;
}

function readOn(on: string | null, today: Day): Day {
  return on === null ? today : dayOf(on, "the date on which it was read");
}

interface Confirming {
  readonly recording: Recording;
  readonly profile: MandateProfile;
  readonly asked: ConfirmationAsked;
  readonly reading: Reading;
}

async function confirm({ recording, profile, asked, reading }: Confirming): Promise<ConfirmReport> {
  const { mandate, district, at: instant } = recording;
  const { isWithdrawn } = asked;
  const ids = mandate.requirements.map(({ id }) => id);
  const id = nameOf(asked.requirement, ids, `${mandate.title} has no requirement`);
  if (mandate.districtOwn?.includes(id) === true) {
    throw new NotPossible(`${id} is the district's own rule: there is no state text to confirm`);
  }
  const about = { district, mandate: profile.id, requirement: id };
  const requirement = ruleOf(mandate, id);
  if (isWithdrawn && requirement.confirmedBy === undefined) {
    throw new NotPossible(`the district has not confirmed ${id}: there is nothing to withdraw`);
  }
  if (!isWithdrawn && !isUnconfirmed(requirement)) {
    return { ...about, kind: "confirmed-already", because: whyConfirmed(requirement) };
  }
  const statement: RuleConfirmation = {
    ...{ mandate: profile.id, requirement: id, isWithdrawn, ...reading },
    ...{ rule: ruleHash(ruleOf(profile, id)), recordedAt: instant },
  };
  const { file, version } = await recorded(recording, confirmationFile(statement));
  const noEffectBecause = whyNeverNotMet(requirement);
  return { ...about, kind: "recorded", isWithdrawn, noEffectBecause, file, version };
}

function ruleOf({ requirements }: MandateProfile, id: string): Requirement {
  const requirement = requirements.find((rule) => rule.id === id);
  if (requirement === undefined) throw new Error(`no requirement ${id} in the mandate`);
  return requirement;
}

const whyConfirmed = ({ confirmedBy, status, citation, read }: Requirement): string =>
  confirmedBy === undefined
    ? `${FACT_STATUS_NAMES[status]}: ${citation}${read === undefined ? "" : ` (${read.edition}, read on ${longDay(read.on)})`}`
    : `by ${confirmedBy.by} on ${longDay(confirmedBy.on)}: ${confirmedBy.source}; withdraw it before recording another`;

const NOT_HELD_TO: { readonly [modality in Requirement["modality"]]: string | null } = {
  must: null,
  counted: null,
  "must-offer": "it must be offered, and no student has to do it",
  "on-request": "it is owed only on request, and no student has to do it",
  encouraged: "it is encouraged, not required",
};

/** Why a requirement never gives "not met", confirmed or not; null where it may. */
export function whyNeverNotMet(requirement: Requirement): string | null {
  const { kind, modality, appliesTo, due, entrantDue } = requirement;
  // Once the request is on record, what is owed on request is owed like anything else.
  const isRequested = modality === "on-request" && appliesTo?.after !== undefined;
  const why = NOT_HELD_TO[modality];
  if (why !== null && !isRequested) return why;
  if (kind === "judged") return "no record shows whether it is met: a person must judge it";
  return hasDueDay(due) || (entrantDue !== undefined && hasDueDay(entrantDue))
    ? null
    : "its text names no due date";
}

const hasDueDay = (due: Due): boolean =>
  due.kind === "either" ? due.of.some(hasDueDay) : due.kind !== "open";
