import type { FileMode } from "../profiles/profile.ts";
import type { Recognized } from "./recognize.ts";
import { csvRecords } from "../csv/csv-records.ts";

/**
 * The modes that a OneRoster package states in its manifest.csv, by file name without its ending
 * (OneRoster 1.1 and 1.2, section on manifest.csv): `file.users,delta`.
 */
export type PackageModes = ReadonlyMap<string, FileMode>;

const STATED = /^file\.(\w+)$/i;

/** Reads a manifest; what is neither bulk nor delta, such as `absent`, states no mode. */
export function packageModes(text: string): PackageModes {
  const modes = new Map<string, FileMode>();
  for (const [file, mode] of statedIn(text)) {
    if (mode === "bulk" || mode === "delta") modes.set(file, mode);
  }
  return modes;
}

/**
 * Where a manifest and the files of its package do not agree, in words. The files are trusted: one
 * that came is read, and one without a mode is taken as whole, so that it removes much only when
 * somebody has accepted that.
 */
export function packageMismatches(text: string, names: readonly string[]): readonly string[] {
  const came = new Set(names.map(bareName));
  const stated = statedIn(text);
  const those = (isMeant: (file: string, mode: string) => boolean): string =>
    [...stated]
      .filter(([file, mode]) => isMeant(file, mode))
      .map(([file]) => file)
      .sort()
      .join(", ");
  return [
    [
      "says of files that did not come that they are there",
      those((file, mode) => mode !== "" && mode !== "absent" && !came.has(file)),
    ],
    [
      "says of files that came that they are absent",
      those((file, mode) => mode === "absent" && came.has(file)),
    ],
    [
      "says of files that came neither bulk nor delta",
      those((file, mode) => mode === "" && came.has(file)),
    ],
  ].flatMap(([what, files]) => (files === "" ? [] : [`${what}: ${files}`]));
}

const bareName = (name: string): string => name.toLowerCase().replace(/\.\w+$/, "");

/** Each file that a manifest names, with its mode as the manifest states it. */
function statedIn(text: string): ReadonlyMap<string, string> {
  const stated = new Map<string, string>();
  const csv = csvRecords(
    {
      header: () => undefined,
      record([property = "", value = ""]) {
        const file = STATED.exec(property.trim())?.[1]?.toLowerCase();
        if (file !== undefined) stated.set(file, value.trim().toLowerCase());
      },
    },
    { delimiter: "," },
  );
  csv.push(text);
  csv.end();
  return stated;
}

/** The mode that its package states for a file; null where it states none. */
export const statedModeOf = (name: string, modes: PackageModes | undefined): FileMode | null =>
  modes?.get(bareName(name)) ?? null;

/**
 * The mode of a file: that of its kind or its package; complete if neither states one. A file that
 * no profile reads is a series of its own.
 */
export function modeOf({ kind }: Recognized, stated: FileMode | null): FileMode {
  if (kind === null) return "append";
  return kind.mode === "by-manifest" ? (stated ?? "bulk") : kind.mode;
}
