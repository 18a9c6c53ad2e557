import { describe, expect, it } from "vitest";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import {
  decideRemovals,
  type RemovalsAsked,
} from "../../../functions/pipeline/decisions/decide-removals.ts";
import { decidedOneByOne } from "../../../functions/pipeline/decisions/decided.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import { FERNHILL, ingestFiles, oneTo, plans, roster } from "../../support/ingest-files.ts";
import { EFFECTIVE_PRACTICE, freshPlaces, quiet } from "../../support/local-district.ts";

const plansFile = ({ files }: ConformedManifest) => files.find(({ name }) => name === "plans.csv")!;

/** A district of 20 plans whose newest file has 15, so that it waits. */
async function waiting() {
  const places = await freshPlaces();
  await ingestFiles(places, roster(oneTo(20)));
  const { manifest } = await ingestFiles(places, [["plans.csv", plans(oneTo(15))]]);
  return { places, file: plansFile(manifest) };
}

let minute = 0;
const decide = (places: Places, asked: Omit<RemovalsAsked, "by" | "reason">) =>
  decideRemovals(
    {
      ...{ places, district: FERNHILL, mandate: EFFECTIVE_PRACTICE, progress: quiet },
      at: new Date(Date.UTC(2022, 5, 2, 8, minute++)).toISOString(),
    },
    { ...asked, by: "L. Leader", reason: "seen with the school" },
  );
const now = async (places: Places) => (await conformedInForce(places.records, FERNHILL))!;
const plansIn = async (places: Places) =>
  (await conformedRows(places, await now(places), "plan")).length;

describe("a file that would remove many", () => {
  it("says how many of which type it would remove", async () => {
    const { file } = await waiting();
    expect(file.outcome).toBe("waiting");
    expect(file.removals).toContainEqual({ type: "plan", before: 20, gone: 5 });
  });

  it("is used once it is accepted, and again when the district is conformed anew", async () => {
    const { places, file } = await waiting();
    await decide(places, { files: [file.sha256], decision: "accept" });
    expect(plansFile(await now(places))).toMatchObject({ outcome: "used" });
    expect(await plansIn(places)).toBe(15);
    await expect(decide(places, { files: [file.sha256], decision: "accept" })).rejects.toThrow(
      "a decision about this file is recorded already, by L. Leader",
    );
  });

  it("stays as it was sent and says that it is refused, until that is withdrawn", async () => {
    const { places, file } = await waiting();
    const raw = recordsKeys.raw(FERNHILL, file.sha256);
    const before = await places.records.get(raw);
    await decide(places, { files: [file.sha256], decision: "refuse" });
    expect(plansFile(await now(places))).toMatchObject({ outcome: "refused", accepted: 0 });
    expect(await plansIn(places)).toBe(20);
    expect(await places.records.get(raw)).toEqual(before);
    // Neither a run that accepts all that waits nor the next night changes it.
    const night = await ingestFiles(places, [], { acceptRemovals: true });
    expect(plansFile(night.manifest)).toMatchObject({ outcome: "refused" });
    await decide(places, { files: [file.sha256], decision: "withdraw-refusal" });
    expect(plansFile(await now(places))).toMatchObject({ outcome: "waiting" });
    const decided = await decidedOneByOne(places.records, await now(places));
    expect(decided.map(({ state, isWithdrawal }) => [state, isWithdrawal])).toEqual([
      ["in-force", true],
      ["withdrawn", false],
    ]);
  });

  it("is decided by its bytes: one that came after it waits for a decision of its own", async () => {
    const { places, file } = await waiting();
    await ingestFiles(places, [["plans.csv", plans(oneTo(10))]]);
    await expect(decide(places, { files: [file.sha256], decision: "accept" })).rejects.toThrow(
      "the file does not wait any more",
    );
    expect(plansFile(await now(places)).outcome).toBe("waiting");
    expect(await plansIn(places)).toBe(20);
  });
});
