import { readFileSync } from "node:fs";
import { ownProfile } from "../../pipeline/intake/own-profile.ts";
import type { Profile } from "../../sources/profiles/profile.ts";
import type { ProfileFault } from "../../sources/profiles/profile-fault.ts";
import { CommandError } from "../arguments/command-error.ts";

/** The faults of the profile in a file, and the profile where it has none. */
export async function checkedProfile(path: string) {
  return ownProfile(textOf(path));
}

/** The profile in a file; a mistake in it ends the command. */
export async function readProfile(path: string): Promise<Profile> {
  const { profile, faults } = await checkedProfile(path);
  if (profile === null)
    throw new CommandError(`${path} is not a valid profile:\n${faultLines(faults)}`);
  return profile;
}

/** One line per fault: where it is, and what to do. */
export const faultLines = (faults: readonly ProfileFault[]): string =>
  faults
    .map(({ path, message }) => `  ${path === "" ? "the profile" : path} ${message}`)
    .join("\n");

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new CommandError(`${path} cannot be read: expected a profile as a JSON file`);
  }
}
