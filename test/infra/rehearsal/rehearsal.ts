import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cloud } from "../cloud/cloud.ts";
import { clouds } from "../cloud/night.ts";
import { ofType, synthesized } from "../synthesized.ts";
import { rehearseFigures } from "./figures.ts";
import { rehearseFiles, rehearseUnfinished, rehearseUnusable } from "./files.ts";
import { DAY, ringing, type Stage, started } from "./operator.ts";
import { rehearseRuns } from "./runs.ts";
import { rehearseStarts } from "./starts.ts";
import { rehearseSteps } from "./steps.ts";

const { pipeline } = synthesized();
const anchorOf = (heading: string) => heading.toLowerCase().replaceAll(" ", "-");
const headings = [...readFileSync("docs/runbook.md", "utf8").matchAll(/^## (.+)$/gm)].map(
  ([, text]) => text!,
);
const linked = ofType(pipeline, "AWS::CloudWatch::Alarm").map(
  ([, { Properties }]) => String(Properties["AlarmDescription"]).split("#")[1],
);

/**
 * Rehearses the headings of the runbook on one cloud: each has its own day, and leaves the night as it
 * should be.
 * @param isWhole whether also those that are left to `npm run soak`
 */
export function rehearseRunbook(isWhole: boolean): void {
  describe("the runbook, rehearsed", { timeout: 120_000 }, () => {
    const { withCast } = clouds();
    const rehearsed = new Set<string>();
    let cloud: Cloud;
    let isClean = true;
    beforeAll(async () => {
      cloud = await withCast({ startAt: new Date("2022-04-25T10:00:00Z") });
    }, 120_000);
    const rehearse: Stage["rehearse"] = (heading, fact, act) => {
      rehearsed.add(heading);
      it(`${heading}: ${fact}`, async () => {
        // What one rehearsal left undone is not laid to the next one.
        if (!isClean) await started(cloud, { acceptRemovals: true });
        cloud.clock.skip(isClean ? DAY : 3 * DAY);
        if (!isClean) await started(cloud);
        expect(ringing(cloud), "alarms before").toEqual([]);
        isClean = false;
        await act(cloud);
        isClean = true;
      });
    };
    const stage: Stage = {
      rehearse,
      rehearseLong: isWhole ? rehearse : (heading) => void rehearsed.add(heading),
    };
    rehearseRuns(stage);
    rehearseSteps(stage);
    rehearseFiles(stage);
    rehearseStarts(stage);
    rehearseFigures(stage);
    rehearseUnfinished(stage);
    rehearseUnusable(stage);

    it("leaves out no heading that an alarm links to", () => {
      expect(headings).toEqual(expect.arrayContaining([...rehearsed]));
      expect(linked.length).toBeGreaterThan(10);
      expect([...rehearsed].map(anchorOf)).toEqual(expect.arrayContaining(linked));
    });
  });
}
