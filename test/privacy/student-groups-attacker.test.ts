// The attacker on the demo district, whose release is divided by student group.
import { describe, expect, it } from "vitest";
import { districtId } from "../../functions/domain/ids.ts";
import { auditPublished } from "../../functions/pipeline/release/audit.ts";
import { gapBetween, possibleShare } from "../../functions/releases/tables/gaps.ts";
import { readySolver } from "../audit/ready-solver.ts";
import { conformedDemo } from "../support/conformed-districts.ts";
import { conformedDistrict, publishReleases, RURAL, SIX_SCHOOLS } from "../support/districts.ts";
import { EFFECTIVE_PRACTICE } from "../support/local-district.ts";
import { publicBytes, releasesIn, rowsOf, type Row } from "./release-bytes.ts";
import { attacked, isPossible } from "./true-counts.ts";
import { unlabelled } from "./unlabelled.ts";

const GRAND_BEND = districtId("grand-bend");
const AUTUMN = "2021-10-31";
const MAY = "2022-05-20";

describe("student groups of a release", { timeout: 300_000 }, () => {
  it("keep every count of the demo from a reader who takes every byte", async () => {
    const places = await conformedDemo();
    await publishReleases(places, GRAND_BEND, [MAY]);
    const solve = await readySolver();
    const audit = await auditPublished(places.public, GRAND_BEND, null, solve);
    expect([...audit.findings, ...audit.releases[0]!.findings]).toEqual([]);
    expect(audit.releases[0]!.counts).toBeGreaterThan(1_000);
    expect(audit.exact).toBe(0);

    const bytes = await publicBytes(places.public);
    const [folder = ""] = releasesIn(bytes, GRAND_BEND);
    const all = await attacked(places, bytes, GRAND_BEND);
    expect(all.filter((attacked) => !isPossible(attacked, solve))).toEqual([]);
    expect(await unlabelled(places, GRAND_BEND, MAY, EFFECTIVE_PRACTICE, bytes, folder)).toEqual(
      [],
    );

    // A gap says what its two bands and the bounds of the method say, and nothing else.
    const groups = rowsOf(bytes, folder, "student-groups");
    const gaps = groups.filter(({ gapLow }) => typeof gapLow === "number");
    expect(gaps.length).toBeGreaterThan(40);
    const rates = rowsOf(bytes, folder, "rates");
    for (const row of gaps) {
      const { gapLow, gapHigh, gap } = row;
      const other =
        row["comparedWith"] === "all"
          ? rates.find((rate) => sameColumns(rate, row, ["measure", "school"]))!
          : groups.find(
              (group) =>
                sameColumns(group, row, ["measure", "school", "division"]) &&
                group["group"] === row["comparedWith"],
            )!;
      const possible = (of: Row) => possibleShare(shareOf(of), String(row["measure"]), MAY);
      expect({ gapLow, gapHigh, gap }).toEqual(gapBetween(possible(row), possible(other)));
    }
  });

  it.each([SIX_SCHOOLS, RURAL])(
    "leave no group of 20 or more of the district $id without a label",
    async (district) => {
      const places = await conformedDistrict(district);
      await publishReleases(places, district.id, [AUTUMN, "2022-02-28"]);
      const bytes = await publicBytes(places.public);
      for (const folder of releasesIn(bytes, district.id)) {
        expect(
          await unlabelled(places, district.id, AUTUMN, EFFECTIVE_PRACTICE, bytes, folder),
        ).toEqual([]);
        const shown = rowsOf(bytes, folder, "student-groups").filter(
          ({ state }) => state === "shown",
        );
        expect(shown.length).toBeGreaterThan(30);
      }
    },
  );
});

const sameColumns = (row: Row, other: Row, columns: readonly string[]): boolean =>
  columns.every((column) => row[column] === other[column]);

const shareOf = (row: Row) =>
  row as {
    readonly low: number | null;
    readonly high: number | null;
    readonly band: string | null;
    readonly n: number | null;
    readonly drawnOn: string | null;
  };
