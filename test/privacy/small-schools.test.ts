import { expect, it } from "vitest";
import { districtId } from "../../functions/domain/ids.ts";
import { conformedDistrict, publishReleases, type MadeDistrict } from "../support/districts.ts";
import { publicBytes, releasesIn, rowsOf } from "./release-bytes.ts";

const HIGH = ["09", "10", "11", "12"];
const district = (id: string, large: readonly number[]): MadeDistrict => ({
  id: districtId(id),
  seed: 11,
  schools: [...large, ...Array.from({ length: 10 }, () => 11)].map((students) => ({
    grades: HIGH,
    students,
  })),
});

async function tablesOf(made: MadeDistrict) {
  const places = await conformedDistrict(made);
  await publishReleases(places, made.id, ["2022-05-20"]);
  const bytes = await publicBytes(places.public);
  const [folder = ""] = releasesIn(bytes, made.id);
  return {
    associations: rowsOf(bytes, folder, "associations"),
    means: rowsOf(bytes, folder, "exposure-groups"),
    groups: rowsOf(bytes, folder, "student-groups"),
  };
}

it("students of schools that are too small are in no estimate, of the district's either", async () => {
  const alone = await tablesOf(district("small-alone", []));
  for (const rows of [alone.associations, alone.means]) {
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ state }) => state === "shown")).toEqual([]);
    // Nobody with five goals is not told from few.
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["too-few-students"]));
  }

  const beside = await tablesOf(district("small-beside", [200, 240]));
  const adjusted = beside.associations.find(
    ({ level, method }) => level === "district" && method === "within-school-difference",
  );
  // Of two schools there is no interval: it takes eight.
  expect(adjusted).toMatchObject({ low: null, high: null });
  const goals = beside.associations.find(
    ({ level, exposure, method }) =>
      level === "district" && exposure === "goals" && method === "spearman",
  );
  expect(Number(goals?.["students"])).toBeGreaterThan(300);
  expect(Number(goals?.["students"])).toBeLessThanOrEqual(440);
  // That a small school has a row of a group would tell that somebody there is in it.
  const schools = new Set(
    beside.groups.filter(({ level }) => level === "school").map(({ school }) => school),
  );
  expect([...schools].sort()).toEqual(["800001", "800002"]);
}, 60_000);
