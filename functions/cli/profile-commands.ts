import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { incomingFiles } from "../adapters/incoming-files.ts";
import { inspectBeginning } from "../pipeline/inspect.ts";
import { ownProfile } from "../pipeline/own-profile.ts";
import type { IncomingFile, Progress } from "../pipeline/ports.ts";
import { contradictionWarning } from "../sources/contradicted-days.ts";
import type { Profile } from "../sources/profile.ts";
import { profileWarnings } from "../sources/profile-warnings.ts";
import { FILE_KINDS, fileKinds, PROFILES } from "../sources/profiles.ts";
import { starterProfile } from "../sources/starter-profile.ts";
import { CommandError } from "./command-error.ts";
import { inspectAll } from "./inspect.ts";
import { printable } from "./printable.ts";
import { checkedProfile, faultLines } from "./read-profile.ts";

interface Output {
  readonly json?: true;
}

/** Adds `ilp profile new|check|list`: profiles say how a vendor's export is read. */
export function addProfileCommands(program: Command, progressFor: (of: Output) => Progress): void {
  const profile = program
    .command("profile")
    .description(
      "Profiles: how a vendor's export is read. Make one, check one, list those that ship.",
    );
  const command = (name: string, description: string): Command =>
    profile
      .command(name)
      .description(description)
      .option("--json", "print one JSON document for machines");

  command("new", "Write a profile to begin with for a file that none matches.")
    .argument("<file>", "the export")
    .option("--out <file>", "where to write it; never over what is there")
    .action(async (path: string, options: Output & { readonly out?: string }) => {
      const { text, leftToDo } = await newProfile(path, progressFor(options));
      if (options.out === undefined) process.stdout.write(text);
      else writeNew(options.out, text);
      const lines = ["check each column, and:", ...leftToDo].map((line) => `ilp: ${line}\n`);
      if (leftToDo.length > 0) process.stderr.write(lines.join(""));
    });

  command("check", "Hold a profile to the schema, and to exports, and say what is wrong where.")
    .argument("<file>", "the profile, such as ilp.profile.json")
    .argument("[exports...]", "exports that it reads: warns where their days contradict it")
    .action(async (path: string, exports: readonly string[], options: Output) => {
      const { profile: checked, faults } = await checkedProfile(path);
      const warnings =
        checked === null ? [] : await warningsOf(checked, exports, progressFor(options));
      if (options.json) print({ profile: path, isSound: checked !== null, faults, warnings });
      else if (checked !== null) {
        const files = checked.files.map(({ file }) => file).join(", ");
        process.stdout.write(
          `${path} is sound: ${checked.id}, version ${checked.version}, ${files}\n`,
        );
        for (const warning of warnings) process.stdout.write(`  warning: ${printable(warning)}\n`);
      } else process.stdout.write(`${faultLines(faults)}\n`);
      if (checked === null) {
        throw new CommandError(
          `${path} has ${faults.length} fault${faults.length === 1 ? "" : "s"}`,
        );
      }
    });

  command("list", "The profiles that ship with this version.").action((options: Output) => {
    const shipped = PROFILES.map(({ id, version, title, files }) => ({
      ...{ id, version, title },
      files: files.map(({ file }) => file),
    }));
    if (options.json) print(shipped);
    else {
      for (const { id, version, title, files } of shipped) {
        process.stdout.write(`${id}, version ${version}: ${title}\n  ${files.join(", ")}\n`);
      }
    }
  });
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
      if (file.outcome === "not-opened") return [`${file.file} is not opened: ${file.message}`];
      if (file.outcome === "profile") return [];
      return file.contradictedDays.map((one) => `${file.file}: ${contradictionWarning(one)}`);
    }),
  ];
}

async function newProfile(path: string, progress: Progress) {
  const files: IncomingFile[] = [];
  for await (const file of incomingFiles(path)) files.push(file);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new CommandError(
      `${path} holds ${files.length} files: expected one that a profile is for`,
    );
  }
  const { facts, head } = await inspectBeginning(file, FILE_KINDS, progress);
  if (head.header.length === 0) {
    throw new CommandError(`${file.name} has no line to make a profile from`);
  }
  const { profile, leftToDo } = starterProfile(file.name, facts, head, FILE_KINDS);
  // A list of one name on one line: most are.
  const text = `${JSON.stringify(profile, null, 2)}\n`.replace(/\[\n\s+("[^\n]*")\n\s+\]/g, "[$1]");
  const { faults } = await ownProfile(text);
  // What is left to fill in says the same of most faults, and more.
  const others = faults.filter(({ path: at }) => !leftToDo.some((line) => line.startsWith(at)));
  return {
    text,
    leftToDo: [...leftToDo, ...others.map(({ path: at, message }) => `${at} ${message}`)],
  };
}

function writeNew(out: string, text: string): void {
  try {
    writeFileSync(out, text, { flag: "wx" });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new CommandError(
      isThere
        ? `${out} is there already, and a profile is not written over: remove it or name another`
        : `${out} cannot be written: expected a file in a folder that exists`,
    );
  }
}

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};
