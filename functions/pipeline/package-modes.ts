import type { FileMode } from "../sources/profile.ts";
import type { Recognised } from "../sources/recognise.ts";
import { csvRecords } from "../sources/csv-records.ts";

/**
 * The modes that a OneRoster package states in its manifest.csv, by file name without its ending
 * (OneRoster 1.1 and 1.2, section on manifest.csv): `file.users,delta`.
 */
export type PackageModes = ReadonlyMap<string, FileMode>;

const STATED = /^file\.(\w+)$/i;

/** Reads a manifest; what is neither bulk nor delta, such as `absent`, states no mode. */
export function packageModes(text: string): PackageModes {
  const modes = new Map<string, FileMode>();
  const csv = csvRecords(
    {
      header: () => undefined,
      record([property = "", value = ""]) {
        const file = STATED.exec(property.trim())?.[1]?.toLowerCase();
        const mode = value.trim().toLowerCase();
        if (file !== undefined && (mode === "bulk" || mode === "delta")) modes.set(file, mode);
      },
    },
    { delimiter: "," },
  );
  csv.push(text);
  csv.end();
  return modes;
}

/** How a file is to be taken: as its kind says, or its package, and whole where nobody says. */
export function modeOf(name: string, { kind }: Recognised, modes: PackageModes): FileMode {
  const mode = kind?.mode ?? "bulk";
  if (mode !== "by-manifest") return mode;
  return modes.get(name.toLowerCase().replace(/\.\w+$/, "")) ?? "bulk";
}
