import type { ConformedManifest, ConformedFile, FileOutcome } from "./conformed-manifest.ts";

/** A manifest as it was written through conform version 13. */
export interface OlderManifest extends Omit<ConformedManifest, "undatedEnrollments" | "files"> {
  readonly undatedStays: number;
  readonly files: readonly OlderFile[];
}

export interface OlderFile extends Omit<ConformedFile, "outcome"> {
  readonly outcome: FileOutcome | "not-recognised";
}

export const withNewOutcome = ({ outcome, ...file }: ConformedFile | OlderFile): ConformedFile => ({
  ...file,
  outcome: outcome === "not-recognised" ? "not-recognized" : outcome,
});

export const withNewNames = ({
  undatedStays,
  files,
  ...sameNames
}: OlderManifest): ConformedManifest => ({
  ...sameNames,
  files: files.map(withNewOutcome),
  undatedEnrollments: undatedStays,
});
