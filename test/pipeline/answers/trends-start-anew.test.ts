import { beforeEach, describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import type { FirstDue } from "../../../functions/metrics/cube/due-days.ts";
import { readJson } from "../../../functions/pipeline/stored-json.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import type { KeptDrawing } from "../../../functions/editions/kept-drawing.ts";
import { DUE_DAYS } from "../../../functions/pipeline/release/staff-editions.ts";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { trend } from "../../../functions/releases/tables/trends.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, EFFECTIVE_PRACTICE, publishDay } from "../../support/local-district.ts";

const KENTUCKY = mandateById("KY");
const [JANUARY, FEBRUARY, MARCH] = ["2022-01-10", "2022-02-15", "2022-03-15"] as const;

describe("trends under a mandate that is changed in the middle of the year", () => {
  let places: Places;
  beforeEach(async () => {
    places = await conformedCast();
  });

  /** What both editions of a day say of their trends, and the days that are in them. */
  async function published(asOf: string, mandate = EFFECTIVE_PRACTICE) {
    const asked = { isAsked: false, isNewSecret: false };
    const { edition, release } = await publishDay(places, asOf, CAST, asked, mandate);
    const folders = [
      [places.records, recordsKeys.staffEdition(CAST, edition)],
      [places.public, `${CAST}/releases/${release ?? "none"}/`],
    ] as const;
    return Promise.all(
      folders.map(async ([store, folder]) => {
        const manifest = (await readJson<ReleaseManifest>(store, `${folder}manifest.json`))!;
        const rows = fromArrow(trend, (await store.get(`${folder}trend.arrow`))!);
        return {
          trend: manifest.trend,
          previous: manifest.previousRelease?.slice(0, 10) ?? null,
          days: [...new Set(rows.map((row) => row.asOf))],
          changes: manifest.messages.changes,
        };
      }),
    );
  }

  it("start anew in both editions, and say so once", async () => {
    for (const edition of await published(JANUARY)) {
      expect(edition.trend).toEqual({ startsOn: JANUARY, otherDefinitionsOn: null });
      expect(edition.changes).toEqual([]);
    }
    for (const edition of await published(FEBRUARY, KENTUCKY)) {
      expect(edition).toMatchObject({ previous: null, days: [FEBRUARY] });
      expect(edition.trend).toEqual({ startsOn: FEBRUARY, otherDefinitionsOn: JANUARY });
      expect(edition.changes[0]).toEqual({ id: "trends-start-anew", values: { on: JANUARY } });
    }
    for (const edition of await published(MARCH, KENTUCKY)) {
      expect(edition).toMatchObject({ previous: FEBRUARY, days: [FEBRUARY, MARCH] });
      expect(edition.trend).toEqual({ startsOn: FEBRUARY, otherDefinitionsOn: JANUARY });
      expect(edition.changes.filter(({ id }) => id === "trends-start-anew")).toEqual([]);
    }
  });

  it("go on beside the releases of the same mandate once it is in force again", async () => {
    await published(JANUARY);
    await published(FEBRUARY, KENTUCKY);
    for (const edition of await published(MARCH)) {
      expect(edition).toMatchObject({ previous: JANUARY, days: [JANUARY, MARCH] });
      expect(edition.trend).toEqual({ startsOn: JANUARY, otherDefinitionsOn: FEBRUARY });
    }
  });

  it("know what was due on earlier days from what was kept then, out of the public's sight", async () => {
    const { edition } = await publishDay(places, JANUARY);
    const { release } = await publishDay(places, FEBRUARY);
    const folder = recordsKeys.staffEdition(CAST, edition);
    const kept = await readJson<FirstDue>(places.records, folder + DUE_DAYS);
    expect(kept?.["CAST-HS"]).toMatchObject({ "review-1": "2022-01-19" });
    expect(kept?.["CAST-ALT"]).toMatchObject({ "review-1": "2021-11-12" });
    const drawing = await readJson<KeptDrawing>(
      places.records,
      recordsKeys.drawing(CAST, "2021-22", release ?? ""),
    );
    // The one school with public figures, on both days.
    expect(Object.keys(drawing?.firstDue ?? {})).toEqual([JANUARY, FEBRUARY]);
    expect(Object.keys(drawing?.firstDue?.[JANUARY] ?? {})).toEqual(["CAST-HS"]);
    const names = await places.public.list(`${CAST}/`);
    expect(names.filter((name) => name.includes("due-days"))).toEqual([]);
  });
});
