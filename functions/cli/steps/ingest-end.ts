import { printable } from "../arguments/printable.ts";
import type { IngestedFile, IngestReport } from "./ingest.ts";

/** How an ingest ended: 0 all is well, 2 some of the files wait or could not be used, 1 nothing is usable. */
export interface IngestEnd {
  readonly exitCode: 0 | 1 | 2;
  /** The message on the error output; empty when all is well. */
  readonly message: string;
}

/** @param handedIn whether files were handed in, or only what waited was accepted */
export function ingestEnd({ files, version, missing }: IngestReport, handedIn: boolean): IngestEnd {
  if (handedIn && files.length === 0) {
    return {
      exitCode: 1,
      message: "no file was found: nothing was stored, and nothing can be published",
    };
  }
  const amiss = files.filter((file) => !isFine(file));
  const named = amiss.map(({ file, outcome }) => `${printable(file)} (${outcome})`);
  const names = `${named.slice(0, MOST_NAMED).join(", ")}${named.length > MOST_NAMED ? " and others" : ""}`;
  if (version === null) {
    const why =
      missing.length === 0
        ? "a district needs at least a file of schools and a file of enrollments in a known format"
        : missing.map(printable).join("; ");
    const isAnyUsed = files.some(({ outcome }) => outcome === "used");
    const message = `${isAnyUsed ? "" : "no usable file; "}the district cannot be set up yet: ${why}`;
    return { exitCode: 1, message: amiss.length === 0 ? message : `${message}: ${names}` };
  }
  if (!handedIn || amiss.length === 0) return { exitCode: 0, message: "" };
  const of = `${amiss.length} of ${files.length} files not used, or waiting to be accepted: ${names}`;
  return amiss.length === files.length
    ? { exitCode: 1, message: `${of}; the files used before are still used` }
    : { exitCode: 2, message: `${of}; the others are used` };
}

const MOST_NAMED = 20;

/** Whether a file handed in needs nobody any more: it is used, is not needed, or a later version is there. */
const isFine = ({ outcome, records, accepted }: IngestedFile): boolean =>
  outcome === "used"
    ? records === 0 || accepted > 0
    : outcome === "ignored" || outcome === "profile" || outcome === "superseded";
