import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { measure } from "../../../functions/pipeline/measure/measure.ts";
import type { Item, ObjectStore, Places } from "../../../functions/pipeline/ports.ts";
import { writePreview } from "../../../functions/pipeline/release/preview.ts";
import { trialStore } from "../../../functions/pipeline/release/trial-store.ts";
import { dyingAfter, Killed } from "../../support/killed-run.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, everything, publishDay } from "../../support/local-district.ts";

const PREVIEWS = "previews/cast/PA/";
const measuring = { asOf: CAST_DAY, mandate: mandateById("PA") };

/** As `ilp publish --mandate PA` does. */
async function preview({ records }: Pick<Places, "records">) {
  const manifest = (await conformedInForce(records, CAST))!;
  const trial = trialStore(records, PREVIEWS);
  for (const school of manifest.schools) await measure(trial, manifest, school, measuring);
  return writePreview(records, manifest, measuring);
}

/** The SHA-256 of every object by its key. */
async function hashes(store: ObjectStore): Promise<Map<string, string>> {
  const all = Object.entries(await everything(store));
  return new Map(
    all.map(([key, text]) => [key, createHash("sha256").update(text, "latin1").digest("hex")]),
  );
}

/** What is in force: every object but the previews, and the table's items. */
async function inForce({ records, public: open, table }: Places) {
  const items: Item[] = [];
  const students = ["C-0401", "C-0403"].map((student) => `${CAST}#student#${student}`);
  const parts = ["worklist", "ledger", "releases", "access", "custody"].map(
    (part) => `${CAST}#${part}`,
  );
  for (const partition of [...parts, ...students]) {
    items.push(...(await table.query({ partition })).items);
  }
  const kept = [...(await hashes(records))].filter(([key]) => !key.startsWith("previews/"));
  return { records: kept, public: [...(await hashes(open))], items };
}

describe("a preview of a mandate", () => {
  it("is a staff edition that nobody is pointed to: nothing else changes, twice gives the same, a killed one loses nothing, and an earlier one goes", async () => {
    const places = await conformedCast();
    await publishDay(places, CAST_DAY);
    const before = await inForce(places);
    expect(before.items.filter(({ partition }) => partition === "cast#worklist")).not.toEqual([]);
    expect(before.public).not.toEqual([]);

    const first = await preview(places);
    expect(first).toMatchObject({ isNew: true, folder: `${PREVIEWS}${first.edition}/` });
    expect(await inForce(places)).toEqual(before);
    const written = await everything(places.records, "previews/");
    const names = Object.keys(written).map((key) => key.slice(first.folder.length));
    expect(names).toEqual(
      expect.arrayContaining(["manifest.json", "rates.arrow", "rates.csv", "students.arrow"]),
    );
    expect(JSON.parse(written[`${first.folder}manifest.json`]!)).toMatchObject({
      edition: "staff",
      mandate: { id: "PA" },
    });

    expect(await preview(places)).toEqual({ ...first, isNew: false });
    expect(await everything(places.records, "previews/")).toEqual(written);

    // Among the counts, among the tables, and before the manifest, which comes last.
    const all = Object.keys(written).length;
    for (const writes of [1, 8, all - 1]) {
      await places.records.delete(Object.keys(written));
      await expect(preview(dyingAfter(places, writes))).rejects.toThrow(Killed);
      expect(await inForce(places), `killed before write ${writes + 1}`).toEqual(before);
      await preview(places);
      expect(await everything(places.records, "previews/")).toEqual(written);
    }

    // An earlier one under the same mandate goes, those under others stay.
    const other = "previews/cast/KY/2022-03-15-00000000/manifest.json";
    const old = [`${PREVIEWS}2021-12-01-0/rates.csv`, `${PREVIEWS}counts/cast/CAST-MS/old.json`];
    for (const key of [other, ...old]) await places.records.put(key, new Uint8Array(2));
    expect(await preview(places)).toMatchObject({ isNew: false });
    expect(await places.records.list("previews/")).toEqual([...Object.keys(written), other].sort());
  }, 60_000);
});
