import { statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { incomingFiles } from "../../adapters/incoming/incoming-files.ts";
import { inspectBeginning } from "../../pipeline/intake/inspect.ts";
import { ownProfile } from "../../pipeline/intake/own-profile.ts";
import type { IncomingFile, Progress } from "../../pipeline/ports.ts";
import { isTable, surveyFile, type NoTable } from "../../pipeline/intake/survey-file.ts";
import { GAP, type Profile } from "../../sources/profiles/profile.ts";
import {
  gapMessage,
  profileGaps,
  withFilled,
  type ProfileGap,
} from "../../sources/profiles/profile-gaps.ts";
import { FILE_KINDS } from "../../sources/profiles/profiles.ts";
import { proposeProfile, type ProposedFile } from "../../sources/propose/propose-profile.ts";
import type { SurveyedFile } from "../../sources/propose/survey.ts";
import { starterProfile } from "../../sources/inspect/starter-profile.ts";
import { CommandError } from "../arguments/command-error.ts";

/** A profile that was made, and what is left to do to it. */
export interface NewProfile {
  readonly profile: Profile | null;
  readonly gaps: readonly ProfileGap[];
  readonly leftToDo: readonly string[];
  readonly files: readonly ProposedFile[];
}

/** Asks a person about a gap; an empty answer leaves it. */
export type AskGap = (gap: ProfileGap, place: number, of: number) => Promise<string>;

const PROFILE_NAME = "ilp.profile.json";
const IS_PROFILE = /(^|\.)ilp\.profile\.json$/i;

/** Makes one profile for all files under the paths, and asks about what they do not show. */
export async function newProfile(
  paths: readonly string[],
  progress: Progress,
  ask: AskGap | null,
): Promise<NewProfile> {
  const exports: IncomingFile[] = [];
  for (const path of paths) for await (const file of incomingFiles(path)) exports.push(file);
  const files = exports.filter(({ name }) => !IS_PROFILE.test(name));
  if (files.length === 0)
    throw new CommandError(`${paths.join(", ")} has no file that needs a profile`);
  const surveyed: SurveyedFile[] = [];
  const others: NoTable[] = [];
  for (const file of files) {
    const read = await soundly(file, progress);
    if (isTable(read)) surveyed.push(read);
    else others.push(read);
  }
  const [only] = surveyed;
  if (only === undefined) {
    throw new CommandError(others.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  }
  const isOne = files.length === 1;
  const proposed = proposeProfile(isOne ? only.file : nameOf(paths), surveyed, FILE_KINDS);
  const isForStarter = isOne && proposed.profile === null && only.shown.people < 2;
  const { profile, leftToDo } = isForStarter
    ? await starterOf(files[0], progress)
    : { profile: proposed.profile, leftToDo: [] };
  const answered = profile === null || ask === null ? profile : await withAnswers(profile, ask);
  const gaps = answered === null ? [] : profileGaps(answered);
  const faults = answered === null ? [] : (await ownProfile(JSON.stringify(answered))).faults;
  return {
    profile: answered,
    gaps,
    files: [...proposed.files, ...others.map(notOpened)],
    leftToDo: [
      ...leftToDo,
      ...gaps.map((gap) => `${gap.path} ${gapMessage(gap)}`),
      ...faults
        .filter(({ isGap }) => isGap !== true)
        .map(({ path, message }) => `${path} ${message}`),
    ],
  };
}

/** A file that cannot be opened must not prevent the others from being read. */
async function soundly(file: IncomingFile, progress: Progress): Promise<SurveyedFile | NoTable> {
  try {
    return await surveyFile(file, FILE_KINDS, progress);
  } catch (error) {
    progress.done();
    return { file: file.name, message: error instanceof Error ? error.message : "cannot be read" };
  }
}

async function starterOf(file: IncomingFile | undefined, progress: Progress) {
  if (file === undefined) return { profile: null, leftToDo: [] };
  const { facts, head } = await inspectBeginning(file, FILE_KINDS, progress);
  return starterProfile(file.name, facts, head, FILE_KINDS);
}

async function withAnswers(profile: Profile, ask: AskGap): Promise<Profile> {
  const gaps = profileGaps(profile);
  let filled = profile;
  for (const [index, gap] of gaps.entries()) {
    const answer = await ask(gap, index + 1, gaps.length);
    if (answer !== "" && answer !== GAP) filled = withFilled(filled, gap, answer);
  }
  return filled;
}

const notOpened = ({ file, message }: NoTable): ProposedFile => ({
  file,
  outcome: "not-read",
  tables: [],
  columns: 0,
  read: 0,
  unread: [],
  people: 0,
  unsure: [],
  notes: [message],
});

const nameOf = ([path = ""]: readonly string[]): string => basename(path.replace(/[/\\]+$/, ""));

/** The profile as text: a list of one name on one line, as most are. */
export const profileText = (profile: Profile): string =>
  `${JSON.stringify(profile, null, 2)}\n`.replace(/\[\n\s+("[^\n]*")\n\s+\]/g, "[$1]");

/**
 * Where a profile for these paths is written: beside the exports; null for a single file, for which
 * it is printed.
 */
export function placeOfProfile([path = "", ...others]: readonly string[]): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return join(path, PROFILE_NAME);
  const isPackage = /\.zip$/i.test(path);
  return isPackage || others.length > 0 ? join(dirname(path), PROFILE_NAME) : null;
}

/** Somebody may have worked on an existing profile, so it is never overwritten. */
export const isThere = (out: string): CommandError =>
  new CommandError(
    `${out} already exists, and a profile is never overwritten: remove it or choose another name`,
  );

/** Writes a profile if there is none. */
export function writeNew(out: string, text: string): void {
  try {
    writeFileSync(out, text, { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw exists
      ? isThere(out)
      : new CommandError(`${out} cannot be written: expected a file in a folder that exists`);
  }
}
