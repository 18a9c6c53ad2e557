import { describe, expect, it } from "vitest";
import {
  quarantineList,
  quarantineShow,
} from "../../../functions/pipeline/conform/quarantine-list.ts";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { FERNHILL, ingestFiles, lines, oneTo, roster } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const REVIEWS_HEADER = "review_id,plan_id,status,scheduled_on,held_on";
const reviews = (...held: readonly string[]): string =>
  lines(REVIEWS_HEADER, ...held.map((on, n) => `R${n + 1},P${n + 1},held,,${on}`));

const rowsOf = ({ schools }: ConformedManifest, wanted: string): number =>
  schools
    .flatMap(({ partitions }) => partitions)
    .filter(({ table }) => table === wanted)
    .reduce((sum, { rows }) => sum + rows, 0);

describe("a review", () => {
  it("of another school year than its plan is held on an unknown day, and its day is listed with the range", async () => {
    const places = await freshPlaces();
    const file = reviews("2019-10-04", "2020-12-31", "2021-01-01", "2022-05-31", "2021-10-04");
    const { manifest } = await ingestFiles(places, [...roster(oneTo(5)), ["reviews.csv", file]]);
    const conformedFile = manifest.files.find(({ kind }) => kind === "plain/reviews.csv");
    expect(conformedFile).toMatchObject({ outcome: "used", records: 5, accepted: 5, rejected: 0 });
    const { rejects } = await quarantineShow(places, FERNHILL, "reviews.csv");
    expect(rejects.map(({ remedy: _, ...reject }) => reject)).toEqual(
      [1, 2].map((record) => ({
        ...{ file: "reviews.csv", record, column: "held_on", reason: "outside-its-school-year" },
        range: { from: "2021-01-01", until: "2022-08-31" },
        disposition: "set-aside",
      })),
    );
    expect(rejects[0]?.remedy).toContain("Allowed here: January 1, 2021 to August 31, 2022.");
    expect(JSON.stringify(rejects)).not.toMatch(/2019-10-04|2020-12-31|October 4/);
    const [listed] = await quarantineList(places, FERNHILL);
    expect(listed?.reasons[0]?.remedy).toContain("Allowed: from January 1 before");
    expect(rowsOf(manifest, "review")).toBe(5);
  });

  it.each([
    ["2022-05-31", 1],
    ["2022-06-01", 0],
  ])("held on June 1 and handed in on %s has %d days that are set aside", async (on, setAside) => {
    const files = [...roster(oneTo(2)), ["reviews.csv", reviews("2022-06-01")] as const];
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, files, { on });
    const file = manifest.files.find(({ kind }) => kind === "plain/reviews.csv");
    expect(file).toMatchObject({ accepted: 1, rejected: 0 });
    const { rejects } = await quarantineShow(places, FERNHILL, "reviews.csv");
    expect(rejects).toHaveLength(setAside);
    if (setAside === 0) return;
    expect(rejects).toMatchObject([
      { reason: "day-still-to-come", column: "held_on", disposition: "set-aside" },
    ]);
    // Sent again with another record, on a day by which it has happened.
    const later = reviews("2022-06-01", "2022-05-02");
    const again = await ingestFiles(places, [["reviews.csv", later]], { on: "2022-06-01" });
    const fixedFeeds = again.manifest.files.filter(({ kind }) => kind === "plain/reviews.csv");
    expect(fixedFeeds).toMatchObject([{ outcome: "used", accepted: 2, rejected: 0 }]);
  });
});

describe("a goal without a day and a domain", () => {
  it("is used, and its district's codes say so", async () => {
    const goals = lines("goal_id,plan_id,description,status", "G1,P1,Weld,met", "G2,P2,Read,met");
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [...roster(oneTo(2)), ["goals.csv", goals]]);
    const file = manifest.files.find(({ kind }) => kind === "plain/goals.csv");
    expect(file).toMatchObject({ outcome: "used", accepted: 2, rejected: 0 });
    expect(manifest.collected?.goalDomains).toEqual([]);
    expect(rowsOf(manifest, "goal")).toBe(2);
  });
});
