import { incomingFiles } from "../../adapters/incoming/incoming-files.ts";
import { day } from "../../domain/calendar/day.ts";
import { ownProfile, type OwnProfile } from "../../pipeline/intake/own-profile.ts";
import type { IncomingFile, Progress } from "../../pipeline/ports.ts";
import type { Inspection } from "../../sources/inspect/inspect-file.ts";
import type { ProfileFault } from "../../sources/profiles/profile-fault.ts";
import { profileWarnings } from "../../sources/profiles/profile-warnings.ts";
import { fileKinds, PROFILES, type FileKind } from "../../sources/profiles/profiles.ts";
import { readProfile } from "./read-profile.ts";

/** A file that was given to `ilp inspect`: what it looks like, or why it cannot be opened. */
export type InspectedFile = Inspection | InspectedProfile | UnopenedFile;

/** A district's own profile beside its exports. */
export interface InspectedProfile {
  readonly file: string;
  readonly outcome: "profile";
  readonly faults: readonly ProfileFault[];
  /** What is likely to be a mistake in it. */
  readonly warnings: readonly ProfileFault[];
}
export interface UnopenedFile {
  readonly file: string;
  readonly outcome: "not-opened";
  readonly message: string;
}

export interface InspectReport {
  readonly files: readonly InspectedFile[];
}

/**
 * The kinds that a file may be of: those of a district's own profile, if it has one, and the
 * built-in ones.
 */
export async function kindsWith(path: string | undefined): Promise<readonly FileKind[]> {
  if (path === undefined) return fileKinds(PROFILES);
  return fileKinds([await readProfile(path), ...PROFILES]);
}

/**
 * Inspects every file under the paths: one report per file, and nothing is stored. The profiles
 * among them are checked and then used, as in an ingest.
 */
export async function inspectAll(
  sources: readonly string[],
  kinds: readonly FileKind[],
  progress: Progress,
): Promise<InspectReport> {
  const arrived: IncomingFile[] = [];
  for (const source of sources) for await (const file of incomingFiles(source)) arrived.push(file);
  const files: InspectedFile[] = [];
  let all = kinds;
  for (const file of arrived.filter(isProfile)) {
    const { profile, faults } = await profileIn(file);
    if (profile !== null) all = [...fileKinds([profile]), ...all];
    const warnings = profile === null ? [] : profileWarnings(profile);
    files.push({ file: file.name, outcome: "profile", faults, warnings });
  }
  for (const file of arrived.filter((incoming) => !isProfile(incoming))) {
    files.push(await inspectOne(file, all, progress));
  }
  return { files };
}

export const isProfile = ({ name }: IncomingFile): boolean =>
  /(^|\.)ilp\.profile\.json$/i.test(name);

/** Longer than any profile that a person writes. */
const MOST_PROFILE_BYTES = 4 * 2 ** 20;

export async function profileIn(file: IncomingFile): Promise<OwnProfile> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.open()) {
    bytes += chunk.length;
    if (bytes > MOST_PROFILE_BYTES) {
      return { profile: null, faults: [{ path: "", message: "is longer than any profile is" }] };
    }
    chunks.push(chunk.slice());
  }
  return ownProfile(Buffer.concat(chunks).toString("utf8"));
}

async function inspectOne(
  file: IncomingFile,
  kinds: readonly FileKind[],
  progress: Progress,
): Promise<InspectedFile> {
  // No other step needs the words by which columns are guessed.
  const { inspect } = await import("../../pipeline/intake/inspect.ts");
  try {
    return await inspect(file, kinds, today(), progress);
  } catch (error) {
    // A broken zip or an unreadable file must not prevent the others from being inspected.
    progress.done();
    const message = error instanceof Error ? error.message : "cannot be read";
    return { file: file.name, outcome: "not-opened", message };
  }
}

const today = () => day(new Date().toISOString().slice(0, 10));

/**
 * Whether a profile matches, the file can be read and, if it has records, some of them can be used.
 */
export function isUsable(file: InspectedFile): boolean {
  if (file.outcome === "profile") return file.faults.length === 0;
  if (file.outcome !== "used" && file.outcome !== "ignored") return false;
  return file.records === 0 || file.accepted > 0;
}
