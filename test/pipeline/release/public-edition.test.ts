import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { setProtection } from "../../../functions/pipeline/settings/district-protection.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { latestPublic } from "../../../functions/pipeline/release/public-releases.ts";
import type { KeptDrawing } from "../../../functions/editions/kept-drawing.ts";
import { readJson } from "../../../functions/pipeline/stored-json.ts";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { lateness } from "../../../functions/releases/tables/lateness.ts";
import { rates } from "../../../functions/releases/tables/rates.ts";
import { trend } from "../../../functions/releases/tables/trends.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import {
  CAST,
  CAST_EXPORTS,
  everything,
  ingestPath,
  publishDay,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const BY_HAND = { isAsked: true, isNewSecret: false };

describe("the public edition", () => {
  let places: Places;
  beforeEach(async () => {
    places = await conformedCast();
  });
  const days = async () =>
    (await latestPublic(places.public, CAST))?.releases.map(({ asOf }) => asOf);

  it("comes out in the first publish of a month, and the nights in between leave it alone", async () => {
    await publishDay(places, "2022-01-14");
    const open = await everything(places.public);
    expect((await publishDay(places, "2022-01-31")).release).toBeNull();
    expect(await everything(places.public)).toEqual(open);
    expect((await publishDay(places, "2022-02-01")).release).not.toBeNull();
    expect(await days()).toEqual(["2022-02-01", "2022-01-14"]);
    expect(await latestPublic(places.public, CAST)).toMatchObject({
      calendar: "monthly",
      nextDueOn: "2022-03-01",
      staleAfterDays: 45,
    });
  });

  it("has nothing of how late reviews are, in no byte of it nor in what it is drawn from, and staff have it", async () => {
    const { release, edition } = await publishDay(places, "2022-03-15");
    for (const [key, bytes] of Object.entries(await everything(places.public))) {
      expect(`${key} ${bytes}`.toLowerCase(), key).not.toMatch(/lateness|overdue-(within|over)/);
    }
    const key = recordsKeys.drawing(CAST, "2021-22", release ?? "");
    const drawing = await readJson<KeptDrawing>(places.records, key);
    expect(JSON.stringify(drawing)).not.toContain("lateness");
    const folder = recordsKeys.staffEdition(CAST, edition);
    const rows = fromArrow(lateness, (await places.records.get(`${folder}lateness.arrow`))!);
    expect(rows).toContainEqual(
      expect.objectContaining({ requirement: "review-1", level: "school", school: "CAST-HS" }),
    );
  });

  it("says the level of schools with a public figure alone, and staff have that of each", async () => {
    const { release, edition } = await publishDay(places, "2022-01-14");
    const levelsIn = async (store: Places["records"], folder: string) =>
      (await readJson<ReleaseManifest>(store, `${folder}manifest.json`))?.schools.map(
        ({ id, level }) => [id, level],
      );
    expect(await levelsIn(places.public, `cast/releases/${release ?? ""}/`)).toEqual([
      ["CAST-ALT", "other"],
      ["CAST-ES", "other"],
      ["CAST-HS", "high"],
      ["CAST-MS", "other"],
    ]);
    expect(await levelsIn(places.records, recordsKeys.staffEdition(CAST, edition))).toEqual([
      ["CAST-ALT", "high"],
      ["CAST-ES", "elementary"],
      ["CAST-HS", "high"],
      ["CAST-MS", "middle"],
    ]);
  });

  it("comes out by hand at any later day, once for equal records", async () => {
    await publishDay(places, "2022-01-14");
    const first = await publishDay(places, "2022-01-21", CAST, BY_HAND);
    const again = await publishDay(places, "2022-01-21", CAST, BY_HAND);
    expect(again.release).toBe(first.release);
    expect((await publishDay(places, "2022-01-20", CAST, BY_HAND)).release).toBeNull();
    expect(await days()).toEqual(["2022-01-21", "2022-01-14"]);
  });

  it("comes out by hand alone where the district has set that, and says so", async () => {
    await setProtection(places.records, CAST, { calendar: "by-hand" });
    expect((await publishDay(places, "2022-01-14")).release).toBeNull();
    expect(await latestPublic(places.public, CAST)).toBeNull();
    await publishDay(places, "2022-01-14", CAST, BY_HAND);
    expect(await latestPublic(places.public, CAST)).toMatchObject({
      calendar: "by-hand",
      nextDueOn: null,
      staleAfterDays: null,
    });
  });

  it("keeps the counts that it was drawn from in the records bucket, and a figure that few moves changed with its day", async () => {
    await publishDay(places, "2022-01-14");
    const { release } = await publishDay(places, "2022-03-15");
    const key = recordsKeys.drawing(CAST, "2021-22", release ?? "");
    const drawing = await readJson<KeptDrawing>(places.records, key);
    const bars = Object.entries(drawing?.bars ?? {});
    expect(bars.length).toBeGreaterThan(8);
    // The high school has 25 students on the one day and 26 on the other.
    const held = drawing?.bars["plan-coverage|school CAST-HS|all/all"];
    expect(held?.drawnOn).toBe("2022-01-14");
    const table = await places.public.get(`cast/releases/${release}/rates.csv`);
    expect(Buffer.from(table ?? []).toString()).toMatch(
      /plan-coverage,.*,CAST-HS,.*,all,all,All students,25,0\.8,1,GE80,2022-01-14,shown/,
    );
  });

  it("is not made without the secret that releases of the year rest on, and staff have theirs all the same", async () => {
    await publishDay(places, "2022-01-14");
    await places.records.delete([recordsKeys.secret(CAST, "2021-22")]);
    const open = await everything(places.public);
    await expect(publishDay(places, "2022-02-01")).rejects.toThrow("--new-secret");
    expect(await everything(places.public)).toEqual(open);
    const latest = await readJson<{ asOf: string }>(places.records, recordsKeys.staffLatest(CAST));
    expect(latest?.asOf).toBe("2022-02-01");
    const asked = { isAsked: true, isNewSecret: true };
    expect((await publishDay(places, "2022-02-01", CAST, asked)).release).not.toBeNull();
  });

  it("is not made where what the last one was drawn from is gone", async () => {
    const { release } = await publishDay(places, "2022-01-14");
    await places.records.delete([recordsKeys.drawing(CAST, "2021-22", release ?? "")]);
    await expect(publishDay(places, "2022-02-01")).rejects.toThrow("put it back from a backup");
    const asked = { isAsked: true, isNewSecret: true };
    expect((await publishDay(places, "2022-02-01", CAST, asked)).release).not.toBeNull();
    expect((await publishDay(places, "2022-03-15")).release).not.toBeNull();
  });

  it("is the same where a new secret is asked for and none is missing", async () => {
    const { release } = await publishDay(places, "2022-01-14");
    const asked = { isAsked: true, isNewSecret: true };
    expect((await publishDay(places, "2022-01-14", CAST, asked)).release).toBe(release);
  });

  it("keeps the smallest group of the year's first release, and says that one", async () => {
    const small = async (release: string | null) => {
      const folder = `cast/releases/${release}/`;
      const manifest = await readJson<ReleaseManifest>(places.public, `${folder}manifest.json`);
      const table = await places.public.get(`${folder}rates.csv`);
      const shown = Buffer.from(table ?? []).toString();
      return [manifest?.protection.smallestGroup, /plan-coverage,.*,CAST-HS,.*,shown/.test(shown)];
    };
    const first = await publishDay(places, "2022-01-14");
    expect(await small(first.release)).toEqual([20, true]);
    await setProtection(places.records, CAST, { smallestGroup: 30 });
    const later = await publishDay(places, "2022-03-15");
    expect(await small(later.release)).toEqual([20, true]);
  });

  it("has one release of a day in later trends, the one that corrects the other", async () => {
    await publishDay(places, "2022-01-14");
    const plans = readFileSync(join(CAST_EXPORTS, "plans.csv"), "utf8").trimEnd();
    const folder = scratchFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "plans.csv"), plans.slice(0, plans.lastIndexOf("\n") + 1));
    await ingestPath(places, folder, CAST, true);
    const second = await publishDay(places, "2022-01-14", CAST, BY_HAND);
    const { release } = await publishDay(places, "2022-03-15");
    expect(await days()).toEqual(["2022-03-15", "2022-01-14", "2022-01-14"]);
    const bytes = (name: string, file: string) =>
      places.public.get(`cast/releases/${name}/${file}`) as Promise<Uint8Array>;
    const manifest = await readJson<ReleaseManifest>(
      places.public,
      `cast/releases/${release}/manifest.json`,
    );
    expect(manifest?.previousRelease).toBe(second.release);
    const figuresOf = (rows: readonly RateRow[]) =>
      rows
        .filter(({ breakdown }) => breakdown !== "grade")
        .map(({ measure, school, breakdown, group, n, low, high, drawnOn }) =>
          [measure, school, breakdown, group, n, low, high, drawnOn].join(),
        );
    const inTrend = fromArrow(
      trend,
      await bytes(release ?? "", "trend.arrow"),
    ) as readonly (RateRow & {
      asOf: string;
    })[];
    const ofSecond = fromArrow(rates, await bytes(second.release ?? "", "rates.arrow"));
    const ofDay = inTrend.filter(({ asOf }) => asOf === "2022-01-14");
    expect(ofDay.length).toBeGreaterThan(10);
    expect(figuresOf(ofDay)).toEqual(figuresOf(ofSecond));
  });
});
