import { spawnSync } from "node:child_process";

/** Why the text of a PDF cannot be read on this machine; null where it can. */
export const NO_PDF_TEXT: string | null =
  spawnSync("pdftotext", ["-v"]).error === undefined
    ? null
    : "pdftotext is not on this machine: apt-get install poppler-utils";

/** What stands on each sheet of a PDF, its spaces made one. */
export function sheetsOf(file: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync("pdftotext", ["-enc", "UTF-8", file, "-"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  // A form feed ends each sheet.
  return stdout
    .split("\f")
    .slice(0, -1)
    .map((sheet) => sheet.replaceAll(/\s+/g, " ").trim());
}
