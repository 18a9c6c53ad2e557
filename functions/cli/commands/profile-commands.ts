import { existsSync } from "node:fs";
import type { Command } from "commander";
import type { Progress } from "../../pipeline/ports.ts";
import { contradictionWarning } from "../../sources/read/contradicted-days.ts";
import type { Profile } from "../../sources/profiles/profile.ts";
import { profileWarnings } from "../../sources/profiles/profile-warnings.ts";
import { fileKinds, PROFILES } from "../../sources/profiles/profiles.ts";
import { askGaps, terminalToAsk } from "../steps/ask-gap.ts";
import { CommandError } from "../arguments/command-error.ts";
import { inspectAll } from "../steps/inspect.ts";
import { printable } from "../arguments/printable.ts";
import { newProfileText } from "../text/profile-new-text.ts";
import { checkedProfile, faultLines } from "../steps/read-profile.ts";

interface Output {
  readonly json?: true;
}

/** Adds `ilp profile new|check|list`: profiles say how a vendor's export is read. */
export function addProfileCommands(program: Command, progressFor: (of: Output) => Progress): void {
  const profile = program
    .command("profile")
    .description(
      "Profiles say how to read a vendor's export. Make one, check one, or list the built-in ones.",
    );
  addNew(profile, progressFor);
  addCheck(profile, progressFor);
  withJson(profile, "list", "List the built-in profiles.").action(listProfiles);
}

const withJson = (profile: Command, name: string, description: string): Command =>
  profile
    .command(name)
    .description(description)
    .option("--json", "print JSON for use by other programs");

function addNew(profile: Command, progressFor: (of: Output) => Progress): void {
  withJson(profile, "new", "Write a draft profile for the files that no built-in profile matches.")
    .argument("<source...>", "a folder, a zip file, or the files of one export")
    .option("--out <file>", "where to write it; an existing file is never overwritten")
    .addHelpText(
      "after",
      `
On a terminal, you are asked for what the files do not show; otherwise it is left as a gap, marked
"?". For a folder or a zip file, the profile is written beside the exports as ilp.profile.json; for a
single file, it is printed. Fill the gaps in an editor, check it with \`ilp profile check\`, then ingest.

Exit codes:
  0  a complete profile was made
  1  no profile could be made
  2  a profile was made that has gaps`,
    )
    .action((paths: string[], options: NewOptions) =>
      makeProfile(paths, options, progressFor(options)),
    );
}

type NewOptions = Output & { readonly out?: string };

/** @throws CommandError when no profile is made, or one that has gaps */
async function makeProfile(
  paths: readonly string[],
  options: NewOptions,
  progress: Progress,
): Promise<void> {
  const { isThere, newProfile, placeOfProfile, profileText, writeNew } =
    await import("../steps/profile-new.ts");
  const out = options.out ?? placeOfProfile(paths);
  // Checked before any question is asked.
  if (out !== null && existsSync(out)) throw isThere(out);
  const terminal = options.json ? null : terminalToAsk();
  const ask = terminal === null ? null : askGaps(terminal.ask);
  const made = await newProfile(paths, progress, ask).finally(() => terminal?.close());
  const { profile, gaps } = made;
  if (profile !== null && out !== null) writeNew(out, profileText(profile));
  const written = profile === null ? null : out;
  if (options.json) print({ written, ...made });
  else {
    if (profile !== null && out === null) process.stdout.write(profileText(profile));
    process.stderr.write(newProfileText(made, written));
  }
  if (profile === null) {
    throw new CommandError(
      "no profile was made: either none is needed, or the columns fit no table",
    );
  }
  if (gaps.length > 0) throw new CommandError(`the profile has ${gapCount(gaps.length)}`, 2);
}

function addCheck(profile: Command, progressFor: (of: Output) => Progress): void {
  withJson(profile, "check", "Check a profile: list its errors and its gaps.")
    .argument("<file>", "the profile, such as ilp.profile.json")
    .argument(
      "[exports...]",
      "exports to read with it: warns if their dates contradict the profile",
    )
    .addHelpText(
      "after",
      `
Each gap, marked "?", is listed with the values it may have. Fill every gap before ingesting.

Exit codes:
  0  the profile is valid
  1  the profile has errors
  2  the profile has no errors, but it has gaps`,
    )
    .action((path: string, exports: readonly string[], options: Output) =>
      checkProfile(path, exports, options, progressFor(options)),
    );
}

/** @throws CommandError when the profile has faults or gaps */
async function checkProfile(
  path: string,
  exports: readonly string[],
  options: Output,
  progress: Progress,
): Promise<void> {
  const { profile, faults } = await checkedProfile(path);
  const warnings = profile === null ? [] : await warningsOf(profile, exports, progress);
  const gaps = faults.filter(({ isGap }) => isGap === true);
  const wrong = faults.filter(({ isGap }) => isGap !== true);
  if (options.json) {
    print({ profile: path, isSound: profile !== null, faults: wrong, gaps, warnings });
  } else if (profile !== null) {
    process.stdout.write(soundText(path, profile, warnings));
  } else process.stdout.write(`${faultLines(faults)}\n`);
  if (profile !== null) return;
  const counts = [
    ...(wrong.length === 0 ? [] : [`${wrong.length} error${wrong.length === 1 ? "" : "s"}`]),
    ...(gaps.length === 0 ? [] : [gapCount(gaps.length)]),
  ];
  throw new CommandError(`${path} has ${counts.join(" and ")}`, wrong.length === 0 ? 2 : 1);
}

function soundText(path: string, profile: Profile, warnings: readonly string[]): string {
  const files = profile.files.map(({ file }) => file).join(", ");
  return [
    `${path} is valid: ${profile.id}, version ${profile.version}, ${files}\n`,
    ...warnings.map((warning) => `  warning: ${printable(warning)}\n`),
  ].join("");
}

function listProfiles(options: Output): void {
  const shipped = PROFILES.map(({ id, version, title, files }) => ({
    ...{ id, version, title },
    files: files.map(({ file }) => file),
  }));
  if (options.json) {
    print(shipped);
    return;
  }
  for (const { id, version, title, files } of shipped) {
    process.stdout.write(`${id}, version ${version}: ${title}\n  ${files.join(", ")}\n`);
  }
}

/** What is likely to be a mistake: by the names of columns, and by the days in exports. */
async function warningsOf(
  profile: Profile,
  exports: readonly string[],
  progress: Progress,
): Promise<readonly string[]> {
  const { files } = await inspectAll(exports, fileKinds([profile, ...PROFILES]), progress);
  return [
    ...profileWarnings(profile).map(({ path, message }) => `${path} ${message}`),
    ...files.flatMap((file) => {
      if (file.outcome === "not-opened") return [`${file.file} cannot be opened: ${file.message}`];
      if (file.outcome === "profile") return [];
      return file.contradictedDays.map((days) => `${file.file}: ${contradictionWarning(days)}`);
    }),
  ];
}

const gapCount = (gaps: number): string =>
  gaps === 1 ? 'a gap, marked "?"' : `${gaps} gaps, marked "?"`;

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};
