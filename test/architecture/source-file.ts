import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const REPOSITORY = join(import.meta.dirname, "../..");

/** One file of the repository, under its path from the top. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(["node_modules", "dist", "cdk.out", ".observablehq"]);

/** The paths of all files below a folder. */
export function pathsBelow(folder: string): readonly string[] {
  return readdirSync(join(REPOSITORY, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });
}

/** The code below a folder: TypeScript, and the few modules of plain JavaScript. */
export const codeBelow = (folder: string): readonly SourceFile[] =>
  pathsBelow(folder)
    .filter((path) => /\.(ts|mts|mjs)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(REPOSITORY, path), "utf8") }));
