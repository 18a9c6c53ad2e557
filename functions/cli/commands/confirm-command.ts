import { nothingIngested } from "../../pipeline/not-possible.ts";
import type { Command } from "commander";
import { day, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import type { RuleConfirmation } from "../../domain/plans/rule-confirmation.ts";
import { FACT_STATUS_NAMES } from "../../mandates/rules/cited.ts";
import type { Due } from "../../mandates/rules/due.ts";
import { isUnconfirmed } from "../../mandates/rules/confirmations.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import type { Requirement } from "../../mandates/rules/requirement.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import { ruleHash } from "../../mandates/rules/confirmed-rules.ts";
import { mandateSetting } from "../../pipeline/settings/mandate-setting.ts";
import type { Places, Progress } from "../../pipeline/ports.ts";
import { confirmationFile } from "../../pipeline/decisions/record-statement.ts";
import { AS_STAFF, commandCase, noted, signedBy, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument, mandateAsked, type OfMandate } from "../arguments/mandate-argument.ts";
import { nameAsked } from "../arguments/name-asked.ts";
import { recordFile } from "../../pipeline/decisions/record-file.ts";

/** What the command is asked for. */
export interface ConfirmAsked extends OfDistrict, OfMandate {
  readonly requirement: string;
  readonly by?: string;
  readonly source?: string;
  readonly on?: Day;
  readonly withdraw?: true;
}

/** What `ilp district confirm` did: a file that was recorded, or why none was needed. */
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

/** Adds `ilp district confirm`: that the district has read the text of a rule that nobody of this project has confirmed. */
export function addConfirmCommand(district: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(
    district,
    "confirm",
    "Record that the district has read the official text of a rule that this project has not checked, so that the rule may give “not met”.",
  )
    .requiredOption(
      "--requirement <id>",
      "the id of the requirement; ilp mandates show lists the ids",
    )
    .option("--by <name>", "who has read it, name and role; with --as, that person")
    .option("--source <text>", "the document that was read, with its edition")
    .option("--on <day>", "the date on which it was read; by default, today", parsed(dayArgument))
    .option("--withdraw", "withdraw the confirmation; --source may give the reason")
    .option(
      "--mandate <id>",
      "the mandate; by default, the district's own",
      parsed(mandateArgument),
    )
    .option(...AS_STAFF)
    .action(async (options: ConfirmAsked & AsStaff) => {
      const now = new Date().toISOString();
      const report = await withLocalPlaces(options.data, async (places) => {
        const of = await commandCase(places, options);
        const reading = readingOf({ ...options, by: signedBy(of, options.by) }, now);
        const what = `confirmation of ${options.requirement.slice(0, 80)}`;
        await noted(of, "confirm-rule", what);
        return confirmRule(places, options, reading, progressFor(options), now);
      });
      print(options, report, confirmText);
    });
}

export interface Reading {
  readonly by: string;
  readonly source: string;
  readonly on: Day;
}

/** Who read what, and when. @param now the instant, as ISO text */
export function readingOf(
  { by = "", source = "", on, withdraw }: ConfirmAsked,
  now: string,
): Reading {
  const today = day(now.slice(0, 10));
  const reading = { by: by.trim(), source: source.trim(), on: on ?? today };
  if (reading.by === "") {
    throw new CommandError("--by must say who has read the text: name and role");
  }
  if (withdraw !== true && reading.source === "") {
    throw new CommandError(
      '--source must say what was read, such as --source "704 KAR 3:305, 2024 edition"',
    );
  }
  if (reading.on > today) throw new CommandError(`--on ${reading.on} is in the future`);
  return reading;
}

/** Records the statement, unless it says what is so already. @throws CommandError when it is about no such rule */
export async function confirmRule(
  places: Places,
  options: ConfirmAsked,
  reading: Reading,
  progress: Progress,
  now: string,
): Promise<ConfirmReport> {
  const { district, withdraw } = options;
  if ((await conformedInForce(places.records, district)) === null) {
    throw new CommandError(nothingIngested(district));
  }
  const { mandate, profile } = await asked(places, options);
  const requirementIds = mandate.requirements.map(({ id }) => id);
  const id = nameAsked(options.requirement, requirementIds, `${mandate.title} has no requirement`);
  if (mandate.districtOwn?.includes(id) === true) {
    throw new CommandError(`${id} is the district's own rule: there is no state text to confirm`);
  }
  const about = { district, mandate: profile.id, requirement: id };
  const requirement = ruleOf(mandate, id);
  if (withdraw === true && requirement.confirmedBy === undefined) {
    throw new CommandError(`the district has not confirmed ${id}: there is nothing to withdraw`);
  }
  if (withdraw !== true && !isUnconfirmed(requirement)) {
    return { ...about, kind: "confirmed-already", because: whyConfirmed(requirement) };
  }
  const isWithdrawn = withdraw === true;
  const statement: RuleConfirmation = {
    ...{ mandate: profile.id, requirement: id, isWithdrawn, ...reading },
    ...{ rule: ruleHash(ruleOf(profile, id)), recordedAt: now },
  };
  const { file, version } = await recordFile(
    places,
    district,
    confirmationFile(statement),
    progress,
    now,
  );
  const noEffectBecause = whyNeverNotMet(requirement);
  return { ...about, kind: "recorded", isWithdrawn, noEffectBecause, file, version };
}

/** The mandate as it is asked for, with what the district has confirmed, and its profile as the project has it. */
async function asked(
  places: Places,
  options: ConfirmAsked,
): Promise<{ readonly mandate: MandateProfile; readonly profile: MandateProfile }> {
  const mandate = await mandateAsked(places, options);
  const setting = await mandateSetting(places.records, options.district);
  const profile = options.mandate ?? mandateById(setting === null ? mandate.id : setting.mandate);
  return { mandate, profile };
}

function ruleOf({ requirements }: MandateProfile, id: string): Requirement {
  const requirement = requirements.find((candidate) => candidate.id === id);
  if (requirement === undefined) throw new Error(`no requirement ${id} in the mandate`);
  return requirement;
}

const whyConfirmed = ({ confirmedBy, status, citation, read }: Requirement): string =>
  confirmedBy === undefined
    ? `${FACT_STATUS_NAMES[status]}: ${citation}${read === undefined ? "" : ` (${read.edition}, read on ${longDay(read.on)})`}`
    : `by ${confirmedBy.by} on ${longDay(confirmedBy.on)}: ${confirmedBy.source}; withdraw it with --withdraw before recording another`;

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

/** What people read after it. */
export const confirmText = (report: ConfirmReport): string => {
  const rule = `${report.requirement} of ${report.mandate}`;
  if (report.kind === "confirmed-already") {
    return `${rule} is already confirmed: ${report.because}; nothing was recorded\n`;
  }
  const { isWithdrawn, noEffectBecause } = report;
  const state = `${rule} is ${isWithdrawn ? "no longer confirmed" : "confirmed"} by the district`;
  const effect =
    noEffectBecause !== null
      ? `${state}; this changes no answer by itself: ${noEffectBecause}`
      : isWithdrawn
        ? `${state}: it cannot give "not met" until it is`
        : `${state}: it may give "not met" from now on`;
  return `${effect}\nrecorded in ${report.file}; conformed version ${report.version}. The next ilp publish applies it and starts a new trend.\n`;
};
