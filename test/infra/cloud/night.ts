import { afterAll, beforeAll } from "vitest";
import { CAST_EXPORTS, RECEIVED_ON } from "../../support/local-district.ts";
import { scratchFolderOfAll } from "../../support/scratch-folder.ts";
import { startCloud, type Cloud, type CloudOptions } from "./cloud.ts";
import { drop, knowSecret } from "./drop.ts";
import { synthesize, type Synthesis } from "./templates/synthesis.ts";

/** Five in the morning in Chicago, on the day on which tests hand in the cast's files. */
export const MORNING = new Date(`${RECEIVED_ON}T10:00:00Z`);

/**
 * Gives the tests of a file stacks at work, closed again when all have ended.
 * @param district what the districts have in the configuration otherwise
 */
export function clouds(district: object = {}): {
  /** Stacks with nothing in them. */
  empty(options?: CloudOptions): Promise<Cloud>;
  /** Stacks in which the upload of the cast's files has had its run. */
  withCast(options?: CloudOptions): Promise<Cloud>;
} {
  const folder = scratchFolderOfAll();
  let synthesis: Synthesis | undefined;
  const open: Cloud[] = [];
  beforeAll(async () => {
    synthesis = await synthesize(folder, district);
  });
  afterAll(async () => {
    for (const cloud of open) await cloud.close();
  });
  const empty = async (options: CloudOptions = {}): Promise<Cloud> => {
    if (synthesis === undefined) throw new Error("nothing is synthesized before the first test");
    const cloud = await startCloud(synthesis, { startAt: MORNING, ...options });
    open.push(cloud);
    await knowSecret(cloud);
    return cloud;
  };
  return {
    empty,
    async withCast(options) {
      const cloud = await empty(options);
      await drop(cloud, CAST_EXPORTS);
      await cloud.quiet();
      return cloud;
    },
  };
}
