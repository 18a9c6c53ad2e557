import { DISTRICT, permit } from "../../access/permit.ts";
import type { Reader } from "../../access/reader.ts";
import { SCHOOL_ROLES, STAFF_ROLE_NAMES } from "../../domain/people/staff-member.ts";
import { day, daysBetween } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { consoleSetting } from "../settings/console-setting.ts";
import { OUTCOME_REMEDIES } from "../../editions/data-quality-tables.ts";
import { unusableFiles } from "../conform/unusable-files.ts";
import { lastFailure } from "../run/run-failure.ts";
import { releaseBeside } from "../release/release-beside.ts";
import { staffManifest } from "../release/staff-editions.ts";
import type { Notice } from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { listSchools } from "./seen-students.ts";

/**
 * What is missing, old or failed, and what to do about it. The first notice is the one that affects
 * the reader most.
 */
export async function noticesFor(of: ConsoleCase): Promise<readonly Notice[]> {
  const { reader } = of;
  const notices = [...aboutReader(of)];
  if (reader.kind === "unknown" || (reader.kind === "staff" && reader.roles.length === 0)) {
    return notices;
  }
  return [
    ...notices,
    ...(await aboutEdition(of)),
    ...(await aboutRuns(of)),
    ...(await aboutFiles(of)),
    ...(await aboutCalendars(of)),
  ];
}

function aboutReader({ reader, manifest, who }: ConsoleCase): readonly Notice[] {
  const hasList = (manifest?.staff ?? []).length > 0;
  const notices: Notice[] = [];
  if (!hasList) {
    notices.push({
      id: "no-staff-list",
      text: "No staff list is ingested yet, so nobody but the system account can use the console.",
      remedy: remedyFor(
        reader,
        `Ingest a staff.csv, or run ilp staff add --district ${who.district} for each person.`,
      ),
    });
  }
  if (reader.kind === "unknown" && hasList) {
    notices.push({
      id: "unknown-staff",
      text: "The district’s staff list does not have this staff id, so nothing can be shown.",
      remedy: "Ask whoever keeps the staff list to add you with a role.",
    });
  }
  if (reader.kind !== "staff") return notices;
  if (reader.roles.length === 0) {
    notices.push({
      id: "no-role",
      text: "The district’s staff list gives you no role, so nothing can be shown.",
      remedy: "Ask whoever keeps the staff list to give you a role.",
    });
  }
  for (const { role, schools } of reader.roles) {
    if (!SCHOOL_ROLES.includes(role) || schools.length > 0) continue;
    notices.push({
      id: "no-school",
      text: `The staff list has you as ${STAFF_ROLE_NAMES[role]} and names no school for it.`,
      remedy: "Ask whoever keeps the staff list to add your schools.",
    });
  }
  return notices;
}

async function aboutEdition(of: ConsoleCase): Promise<readonly Notice[]> {
  const { manifest, latest, who, places, at: instant, exact, reader } = of;
  if (manifest === null) {
    return [
      {
        id: "nothing-ingested",
        text: `Nothing is ingested for district ${who.district} yet.`,
        remedy: remedyFor(reader, `Run ilp ingest <folder> --district ${who.district}.`),
      },
    ];
  }
  if (latest === null) {
    return [
      {
        id: "no-edition",
        text: "The exports are ingested, and no edition is written yet.",
        remedy: remedyFor(reader, `Run ilp publish --district ${who.district} --as-of <day>.`),
      },
    ];
  }
  const notices: Notice[] = [];
  const { oldAfterDays } = await consoleSetting(places.records, who.district);
  const age = daysBetween(latest.asOf, day(instant.slice(0, 10)));
  // The demo shows days of the past on purpose.
  if (!who.isDemo && age > oldAfterDays) {
    notices.push({
      id: "old-edition",
      text: `The data are ${age} days old: no later day than ${longDay(latest.asOf)} is published.`,
      remedy: remedyFor(
        reader,
        "See whether last night’s export arrived and its publish ran; ilp publish writes a new edition.",
      ),
    });
  }
  return exact.isWholeDistrict
    ? notices
    : [...notices, ...(await aboutReleases(of, latest.edition))];
}

/**
 * Why the district and other schools have no figures for a reader who sees only some schools
 * exactly.
 */
async function aboutReleases(
  { places, who, exact }: ConsoleCase,
  edition: string,
): Promise<readonly Notice[]> {
  const manifest = await staffManifest(places.records, who.district, edition);
  const beside = await releaseBeside(places.public, who.district, manifest);
  switch (beside.state) {
    case "comparable":
      return [];
    case "none":
      return [
        {
          id: "no-public-release",
          text: "No public release is out yet, so the district and other schools have no figures here.",
          remedy: "They come with the first public release.",
        },
      ];
    case "made-otherwise":
      // A reader who sees no school exactly reads that release itself.
      if (exact.schools.length === 0) return [];
      return [
        {
          id: "older-public-release",
          text: `The public release of ${longDay(beside.asOf)} was made by earlier rules or an earlier version of this program, so the district and other schools have no figures here.`,
          remedy: `They come back with the next public release${beside.nextDueOn === null ? "" : `, due on ${longDay(beside.nextDueOn)}`}.`,
        },
      ];
  }
}

/** A run on AWS that stopped, until a later run succeeds. On one machine there is none. */
async function aboutRuns({ places, who, reader, latest }: ConsoleCase): Promise<readonly Notice[]> {
  const failure = await lastFailure(places.table, who.district);
  if (failure === null) return [];
  const step = failure.step === null ? "" : ` in the step “${failure.step}”`;
  const shown = latest === null ? "" : ` The figures are still those of ${longDay(latest.asOf)}.`;
  return [
    {
      id: "stopped-run",
      text: `The update of ${longDay(failure.at.slice(0, 10))} stopped${step}.${shown}`,
      remedy: remedyFor(
        reader,
        "The runbook has a heading for each step: repair it, then redrive.",
      ),
    },
  ];
}

/**
 * Files that could not be used the last time the district was conformed: the last good ones are in
 * use.
 */
async function aboutFiles({
  places,
  who,
  reader,
  schools,
}: ConsoleCase): Promise<readonly Notice[]> {
  const files = (await unusableFiles(places.records, who.district)) ?? [];
  const mayDecide =
    reader.kind === "staff" && permit(reader, "decide-removals", DISTRICT, schools).isAllowed;
  return files
    .filter(({ outcome }) => OUTCOME_REMEDIES[outcome] !== "")
    .map(({ name, outcome }) => ({
      id: "failed-files" as const,
      text: `The file ${name} ${OUTCOMES[outcome] ?? "could not be used"}.`,
      remedy:
        outcome === "waiting" && mayDecide
          ? "Accept or refuse it under Decisions."
          : remedyFor(reader, OUTCOME_REMEDIES[outcome]),
    }));
}

/** Of which schools of the reader only a part of the calendar was sent when the edition was made. */
async function aboutCalendars(of: ConsoleCase): Promise<readonly Notice[]> {
  const { places, who, latest } = of;
  if (latest === null) return [];
  const manifest = await staffManifest(places.records, who.district, latest.edition);
  const inPart = manifest?.reading.calendarsInPart ?? [];
  if (inPart.length === 0) return [];
  const own = new Set([...of.exact.schools, ...(await listSchools(of)).map(({ id }) => id)]);
  const names = inPart.filter(({ id }) => own.has(id)).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        {
          id: "calendars-in-part",
          text: `Only a part of the school calendar was sent for ${names.join(", ")}. Due days that depend on the length of the school year cannot be determined there.`,
          remedy:
            "Ask whoever exports the calendar to send every instructional day of the school year, from the first to the last.",
        },
      ];
}

const OUTCOMES: { readonly [outcome: string]: string } = {
  "not-recognized": "was not recognized",
  unreadable: "could not be read to its end",
  stopped: "was stopped",
  waiting:
    "would remove many records and waits to be accepted: the version before it is still used",
  refused: "would remove many records and was refused: the version before it is still used",
};

/** What to do: for a reader who runs commands, the command; for everybody else, whom to ask. */
const remedyFor = ({ kind }: Reader, forOperator: string): string =>
  kind === "system"
    ? forOperator
    : "Tell whoever runs the nightly update: the console shows them what to do.";
