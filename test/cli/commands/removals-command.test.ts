import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLocalPlaces } from "../../../functions/cli/arguments/local-places.ts";
import {
  decideRemovals,
  type RemovalsAsked,
} from "../../../functions/pipeline/decisions/decide-removals.ts";
import { FERNHILL, oneTo, plans, roster, type HandedIn } from "../../support/ingest-files.ts";
import { EFFECTIVE_PRACTICE, quiet } from "../../support/local-district.ts";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

describe("ilp removals list", () => {
  it("lists what waits, what was decided and why, and no student", async () => {
    const data = scratchFolder();
    const of = ["--district", FERNHILL, "--data", data];
    const list = async (...more: string[]) => ilp("removals", "list", ...of, ...more);
    const ingest = async (...files: readonly HandedIn[]) => {
      for (const [name, text] of files) writeFileSync(join(data, name), text);
      return ilp("ingest", ...files.map(([name]) => join(data, name)), ...of);
    };
    expect((await list()).stderr).toContain("nothing is ingested");
    await ingest(...roster(oneTo(20)));
    expect((await list()).stdout).toBe("No file waits to be accepted or refused.\n");

    await ingest(["plans.csv", plans(oneTo(15))]);
    expect((await list()).stdout).toMatch(
      /^plans\.csv \([0-9a-f]{12}, 15 records\): waits; would remove 5 of 20 plans\n$/,
    );
    const { files } = JSON.parse((await list("--json")).stdout) as {
      readonly files: readonly { readonly sha256: string }[];
    };
    const decide = (decision: RemovalsAsked["decision"], minute: number) =>
      withLocalPlaces(data, (places) =>
        decideRemovals(
          {
            ...{ places, district: FERNHILL, mandate: EFFECTIVE_PRACTICE, progress: quiet },
            at: `2022-06-02T08:0${minute}:00.000Z`,
          },
          {
            ...{ files: files.map(({ sha256 }) => sha256), decision },
            ...{ by: "L. Leader", reason: "seen with the school" },
          },
        ),
      );
    await decide("refuse", 1);
    expect((await list()).stdout).toMatch(
      /: refused; would remove 5 of 20 plans\n\nDecided, the newest first:\nJune 2, 2022 {2}plans\.csv \([0-9a-f]{12}\): refused by L\. Leader: seen with the school\n$/,
    );
    await decide("withdraw-refusal", 2);
    await decide("accept", 3);
    const { stdout } = await list();
    expect(stdout).toMatch(/^No file waits/);
    expect(stdout.match(/(accepted|refusal withdrawn|refused) by/g)).toEqual([
      "accepted by",
      "refusal withdrawn by",
      "refused by",
    ]);
    const withoutHashes = stdout.replaceAll(/\([0-9a-f]{12}\)/g, "");
    for (const n of oneTo(20)) {
      const names = [String(n).padStart(4, "0"), `Given${n}`, `Family${n}`];
      for (const name of names) expect(withoutHashes).not.toContain(name);
    }
  }, 60_000);

  it("is for those who decide, and each look is noted", async () => {
    const data = scratchFolder();
    const of = ["--district", FERNHILL, "--data", data];
    for (const [name, text] of roster(oneTo(20))) writeFileSync(join(data, name), text);
    await ilp("ingest", ...roster(oneTo(20)).map(([name]) => join(data, name)), ...of);
    const { status, stdout, stderr } = await ilp("removals", "list", ...of, "--as", "Z-9");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).not.toBe("");
    const log = await ilp("access-log", ...of, "--json", "--staff", "Z-9");
    expect(JSON.parse(log.stdout)).toMatchObject([{ what: "removals", isAllowed: false }]);
  }, 60_000);
});
