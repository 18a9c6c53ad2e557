import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import type { RemovalDecision } from "../../conformed/removal-rulings.ts";
import { conform } from "../conform/conform.ts";
import { NotPossible } from "../not-possible.ts";
import { addRemovalDecisions, removalDecisions } from "../settings/removal-decisions.ts";
import { inTurn } from "./in-turn.ts";
import { ingested, recordedAlready, refuseUnsigned, type Recording } from "./recording.ts";

export interface RemovalsAsked {
  /** The SHA-256 of the files that the reader was shown, and no others. */
  readonly files: readonly string[];
  readonly decision: "accept" | "refuse" | "withdraw-refusal";
  readonly by: string;
  readonly reason: string;
}

/** What was decided about the files. */
export interface RemovalsDecided {
  readonly district: string;
  readonly files: readonly string[];
  readonly version: string;
}

/**
 * Accepts or refuses files that would remove many records, or takes a refusal back, and conforms the
 * district. A file stays as sent whatever is decided; of a refused one the last good version is used.
 * @throws NotPossible where a file does not wait, or is not refused
 */
export async function decideRemovals(
  recording: Recording,
  asked: RemovalsAsked,
): Promise<RemovalsDecided> {
  const { files, by, reason } = asked;
  if (files.length === 0) throw new NotPossible("say which files are meant");
  refuseUnsigned(by);
  if (reason.trim() === "") throw new NotPossible("say why");
  return inTurn(recording.district, () => decide(recording, asked));
}

async function decide(
  recording: Recording,
  { files, decision, by, reason }: RemovalsAsked,
): Promise<RemovalsDecided> {
  const { places, district, at: instant, progress } = recording;
  const manifest = await ingested(recording);
  const wanted = decision === "withdraw-refusal" ? "refused" : "waiting";
  const decisions: RemovalDecision[] = [];
  for (const sha256 of new Set(files)) {
    const file = manifest.files.find((waiting) => waiting.sha256 === sha256);
    if (file?.outcome !== wanted) throw await notOpen(recording, file, wanted);
    decisions.push({
      ...{ sha256, file: file.name, isAccepted: decision === "accept" },
      ...{
        isWithdrawn: decision === "withdraw-refusal",
        decidedBy: by,
        reason,
        decidedAt: instant,
      },
    });
  }
  await addRemovalDecisions(places.records, district, decisions);
  const options = { name: null, acceptRemovals: false };
  const conformed = await conform(district, options, places, progress);
  if (conformed.kind !== "conformed") {
    throw new Error(`district ${district} had records, and after ${decision} it has none`);
  }
  return {
    district,
    files: decisions.map(({ file }) => file),
    version: conformed.manifest.version,
  };
}

/** Why a file can no longer be decided: somebody else has decided, or a newer file has come. */
async function notOpen(
  { places, district }: Recording,
  file: ConformedFile | undefined,
  wanted: "waiting" | "refused",
): Promise<NotPossible> {
  const decided = await removalDecisions(places.records, district);
  const last = decided.findLast(({ sha256 }) => sha256 === file?.sha256);
  if (last !== undefined) return recordedAlready("a decision about this file", last.decidedBy);
  return new NotPossible(
    wanted === "waiting"
      ? "the file does not wait any more: a newer one has come, or it was accepted with a run; read the page again"
      : "the file is not refused: there is nothing to withdraw",
  );
}
