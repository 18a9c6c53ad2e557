import { incomingFiles } from "../adapters/incoming-files.ts";
import { inspect } from "../pipeline/inspect.ts";
import type { IncomingFile, Progress } from "../pipeline/ports.ts";
import type { Inspection } from "../sources/inspect-file.ts";
import { fileKinds, PROFILES, type FileKind } from "../sources/profiles.ts";
import { readProfile } from "./read-profile.ts";

/** A file that was handed to `ilp inspect`: what it looks like, or why it cannot be opened. */
export type InspectedFile = Inspection | UnopenedFile;

export interface UnopenedFile {
  readonly file: string;
  readonly outcome: "not-opened";
  readonly message: string;
}

export interface InspectReport {
  readonly files: readonly InspectedFile[];
}

/** The kinds to hold a file to: those of a district's own profile, where it has one, and the shipped. */
export async function kindsWith(ownProfile: string | undefined): Promise<readonly FileKind[]> {
  if (ownProfile === undefined) return fileKinds(PROFILES);
  return fileKinds([await readProfile(ownProfile), ...PROFILES]);
}

/** Inspects every file under the paths: one report a file, and nothing stored. */
export async function inspectAll(
  sources: readonly string[],
  kinds: readonly FileKind[],
  progress: Progress,
): Promise<InspectReport> {
  const files: InspectedFile[] = [];
  for (const source of sources) {
    for await (const file of incomingFiles(source)) {
      files.push(await inspectOne(file, kinds, progress));
    }
  }
  return { files };
}

async function inspectOne(
  file: IncomingFile,
  kinds: readonly FileKind[],
  progress: Progress,
): Promise<InspectedFile> {
  try {
    return await inspect(file, kinds, progress);
  } catch (error) {
    // A broken zip or an unreadable file must not keep the others from being looked at.
    progress.done();
    const message = error instanceof Error ? error.message : "cannot be read";
    return { file: file.name, outcome: "not-opened", message };
  }
}

/** Whether a profile matches, the file can be read and, where it has records, some of them can be used. */
export function isUsable(file: InspectedFile): boolean {
  if (file.outcome !== "used" && file.outcome !== "ignored") return false;
  return file.records === 0 || file.accepted > 0;
}
