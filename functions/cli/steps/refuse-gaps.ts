import { incomingFiles } from "../../adapters/incoming/incoming-files.ts";
import { CommandError } from "../arguments/command-error.ts";
import { isProfile, profileIn } from "./inspect.ts";
import { faultLines } from "./read-profile.ts";

/**
 * Ends the command if a profile among the files still has gaps: some of the files would be read
 * only in part, or by another profile, and figures would be wrong.
 */
export async function refuseGaps(sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    for await (const file of incomingFiles(source)) {
      if (!isProfile(file)) continue;
      const { faults } = await profileIn(file).catch(() => ({ faults: [] }));
      const gaps = faults.filter(({ isGap }) => isGap === true);
      if (gaps.length === 0) continue;
      throw new CommandError(
        `${file.name} has ${gaps.length === 1 ? "a gap" : `${gaps.length} gaps`}: fill ${gaps.length === 1 ? "it" : "them"} before ingesting\n${faultLines(gaps)}`,
      );
    }
  }
}
