import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { studentId } from "../../../functions/domain/ids.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { planDocumentOf } from "../../support/plan-document-of.ts";
import { staffLatest } from "../../../functions/pipeline/release/staff-editions.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  everything,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

function exportsCopy(): string {
  const folder = join(scratchFolder(), "exports");
  cpSync(CAST_EXPORTS, folder, { recursive: true });
  return folder;
}

const withoutPlansOf = (folder: string, student: string) => {
  const path = join(folder, "plans.csv");
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, lines.filter((line) => !line.includes(`,${student},`)).join("\n"));
};

describe("data that changes and goes back", () => {
  it("shows staff the earlier edition of the day again when the data is again what it was", async () => {
    const places = await conformedCast();
    const first = await publishDay(places, CAST_DAY);
    const folder = exportsCopy();
    withoutPlansOf(folder, "C-0401");
    await ingestPath(places, folder);
    const second = await publishDay(places, CAST_DAY);
    expect(second.edition).not.toBe(first.edition);
    expect((await staffLatest(places.records, CAST))?.edition).toBe(second.edition);

    await ingestPath(places, CAST_EXPORTS);
    const third = await publishDay(places, CAST_DAY);
    expect(third).toMatchObject({ edition: first.edition, isCurrent: true });
    const latest = await staffLatest(places.records, CAST);
    expect(latest?.editions.map(({ edition }) => edition)).toEqual([first.edition]);
  });

  it("leaves the public figures of the month as they are", async () => {
    const places = await conformedCast();
    const first = await publishDay(places, CAST_DAY);
    const before = await everything(places.public);
    const folder = exportsCopy();
    withoutPlansOf(folder, "C-0401");
    await ingestPath(places, folder);
    expect((await publishDay(places, CAST_DAY)).release).toBeNull();
    expect(await everything(places.public)).toEqual(before);
    expect(first.release).not.toBeNull();
  });

  it("removes the document of a plan that is no longer sent", async () => {
    const places = await conformedCast();
    const document = () =>
      planDocumentOf(places.table, CAST, studentId("C-0401"), schoolYear(2022));
    expect((await document())?.plans).toHaveLength(1);
    const folder = exportsCopy();
    withoutPlansOf(folder, "C-0401");
    await ingestPath(places, folder);
    expect(await document()).toBeNull();
  });

  it("keeps the last good plans when the new ones are of students whom nobody knows", async () => {
    const places = await freshPlaces();
    const folder = exportsCopy();
    await ingestPath(places, folder);
    const path = join(folder, "plans.csv");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(",C-", ",X-"));
    const { conformed } = await ingestPath(places, folder);
    if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
    const plans = conformed.manifest.files.filter(({ name }) => name === "plans.csv");
    expect(plans.map(({ outcome }) => outcome)).toEqual(["stopped", "used"]);
    expect(plans[0]).toMatchObject({ accepted: 0, rejected: plans[0]!.records });
    const document = await planDocumentOf(
      places.table,
      CAST,
      studentId("C-0401"),
      schoolYear(2022),
    );
    expect(document?.plans).toHaveLength(1);
  });

  it("takes the later of two files of one name in one ingest, and the same one each time", async () => {
    const places = await freshPlaces();
    const both = scratchFolder();
    const old = join(both, "old");
    mkdirSync(old);
    cpSync(CAST_EXPORTS, old, { recursive: true });
    withoutPlansOf(old, "C-0401");
    await ingestPath(places, old);
    for (const time of [1, 2]) {
      const { received } = await ingestPath(places, CAST_EXPORTS);
      expect(
        received.filter(({ outcome }) => outcome === "received").map(({ file }) => file),
        `ingest ${time}`,
      ).toEqual(time === 1 ? ["plans.csv"] : []);
    }
  });
});
