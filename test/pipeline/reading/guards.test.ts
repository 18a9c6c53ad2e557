import { describe, expect, it } from "vitest";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { inactiveRecords } from "../../../functions/pipeline/conform/inactive-records.ts";
import type { Item, Places } from "../../../functions/pipeline/ports.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ATTENDANCE_HEADER,
  ingestFiles,
  lines,
  oneTo,
  plans,
  PLANS_HEADER,
  roles,
  roster,
  users,
  USERS_HEADER,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const outcomes = ({ files }: ConformedManifest, wanted: string) =>
  files.filter(({ name }) => name === wanted).map(({ outcome }) => outcome);

const plansIn = async (places: Places, manifest: ConformedManifest) =>
  (await conformedRows(places, manifest, "plan")).length;

describe("the guards", () => {
  it("let a file wait that drops more than a fifth, until somebody accepts it", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(20)));
    const waiting = await ingestFiles(places, [["plans.csv", plans(oneTo(15))]]);
    expect(outcomes(waiting.manifest, "plans.csv")).toEqual(["waiting", "used"]);
    expect(await plansIn(places, waiting.manifest)).toBe(20);
    const accepted = await ingestFiles(places, [], { acceptRemovals: true });
    expect(outcomes(accepted.manifest, "plans.csv")).toEqual(["used"]);
    expect(await plansIn(places, accepted.manifest)).toBe(15);
    // What was accepted is now what the next file is held against.
    const next = await ingestFiles(places, [["plans.csv", plans(oneTo(14))]]);
    expect(outcomes(next.manifest, "plans.csv")).toEqual(["used"]);
  });

  it("accept on AWS the files that were seen to wait, and none that came after somebody looked", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(20)));
    await ingestFiles(places, [["plans.csv", plans(oneTo(15))]]);
    // A broken upload came between the look and the yes.
    const { manifest } = await ingestFiles(places, [["users.csv", users(oneTo(10))]], {
      acceptRemovals: "waiting",
    });
    expect(outcomes(manifest, "plans.csv")).toEqual(["used"]);
    expect(outcomes(manifest, "users.csv")).toEqual(["waiting", "used"]);
    const seen = await ingestFiles(places, [], { acceptRemovals: "waiting" });
    expect(outcomes(seen.manifest, "users.csv")).toEqual(["used"]);
  });

  it("still accept a file when the run is killed between the version in force and the ledger", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(20)));
    await ingestFiles(places, [["plans.csv", plans(oneTo(15))]]);
    const killed = {
      ...places,
      table: {
        ...places.table,
        put: (item: Item) =>
          "edition" in item ? Promise.reject(new Error("killed")) : places.table.put(item),
      },
    };
    await expect(ingestFiles(killed, [], { acceptRemovals: "waiting" })).rejects.toThrow("killed");
    const { manifest } = await ingestFiles(places, [], { acceptRemovals: "waiting" });
    expect(outcomes(manifest, "plans.csv")).toEqual(["used"]);
  });

  it("take a file that drops a fifth and no more", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(20)));
    const { manifest } = await ingestFiles(places, [["plans.csv", plans(oneTo(16))]]);
    expect(outcomes(manifest, "plans.csv")).toEqual(["used"]);
  });

  it.each([
    ["students", "users.csv", (numbers: readonly number[]) => users(numbers)],
    ["enrollments", "roles.csv", (numbers: readonly number[]) => roles(numbers)],
  ])("hold a file that drops %s", async (_what, name, make) => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(20)));
    const { manifest } = await ingestFiles(places, [[name, make(oneTo(10))]]);
    expect(outcomes(manifest, name)).toEqual(["waiting", "used"]);
    expect(await conformedRows(places, manifest, "student")).toHaveLength(20);
  });

  it.each([
    ["a header alone", `${PLANS_HEADER}\n`, "stopped"],
    ["a header without a line end", PLANS_HEADER, "stopped"],
    ["not a byte", "", "not-recognized"],
    ["blank lines", "\n\n\n", "not-recognized"],
  ])("never let a file of %s wipe what was there", async (_what, content, outcome) => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(8)));
    const { manifest } = await ingestFiles(places, [["plans.csv", content]], {
      acceptRemovals: true,
    });
    expect(outcomes(manifest, "plans.csv").sort()).toEqual([outcome, "used"].sort());
    expect(await plansIn(places, manifest)).toBe(8);
  });

  it("stop a file most of whose records are rejected, as a whole, and keep the last good one", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(20)));
    const half = plans(oneTo(20))
      .split("\n")
      .map((line, index) => (index > 9 ? line.replace("active", "open") : line))
      .join("\n");
    const { manifest } = await ingestFiles(places, [["plans.csv", half]]);
    expect(manifest.files.find(({ name }) => name === "plans.csv")).toMatchObject({
      outcome: "stopped",
      records: 20,
      accepted: 0,
      rejected: 20,
    });
    expect(await plansIn(places, manifest)).toBe(20);
  });

  it("use the good one of two days that come together, although the later is cut off", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [
      ...roster(oneTo(10)).filter(([name]) => name !== "plans.csv"),
      ["plans_2022-03-02.csv", `${PLANS_HEADER}\n`],
      ["plans_2022-03-01.csv", plans(oneTo(10))],
    ]);
    expect(await plansIn(places, manifest)).toBe(10);
    const later = await ingestFiles(places, [["plans_2022-03-03.csv", plans(oneTo(9))]]);
    expect(await plansIn(places, later.manifest)).toBe(9);
    const earlier = await ingestFiles(places, [["plans_2022-02-27.csv", plans(oneTo(10))]]);
    expect(earlier.received).toMatchObject([{ outcome: "superseded" }]);
    expect(await plansIn(places, earlier.manifest)).toBe(9);
  });

  it("keep the changes between a good whole file and one that is not used", async () => {
    const places = await freshPlaces();
    const status =
      "sourcedId,status,dateLastModified,username,givenName,familyName,identifier,grades";
    const manifestOf = (mode: string) =>
      lines(
        "propertyName,value",
        "manifest.version,1.0",
        "oneroster.version,1.2",
        `file.users,${mode}`,
      );
    await ingestFiles(
      places,
      [
        ...roster(oneTo(8)),
        ["2022-03-01.zip/users.csv", users(oneTo(8))],
        ["2022-03-01.zip/manifest.csv", manifestOf("bulk")],
      ],
      { on: "2022-02-01" },
    );
    const delta = lines(status, "0001,active,2022-03-02T00:00:00.000Z,u1,Renamed,Family1,901,10");
    await ingestFiles(places, [
      ["2022-03-02.zip/users.csv", delta],
      ["2022-03-02.zip/manifest.csv", manifestOf("delta")],
    ]);
    const { manifest } = await ingestFiles(places, [
      ["2022-03-03.zip/users.csv", `${USERS_HEADER}\n`],
      ["2022-03-03.zip/manifest.csv", manifestOf("bulk")],
    ]);
    expect(outcomes(manifest, "users.csv")).toEqual(expect.arrayContaining(["stopped"]));
    const [first] = await conformedRows(places, manifest, "student");
    expect(first).toMatchObject({ student: "0001", givenName: "Renamed", grade: "10" });
  });

  it("make absent records inactive, and active again when they come back", async () => {
    const places = await freshPlaces();
    const first = await ingestFiles(places, roster(oneTo(8)));
    const second = await ingestFiles(places, [["plans.csv", plans(oneTo(7))]]);
    expect(await inactiveRecords(places.records, second.manifest)).toMatchObject([
      { table: "plan", key: "P8", lastIn: first.manifest.version, record: { student: "0008" } },
    ]);
    const third = await ingestFiles(places, [["plans.csv", plans(oneTo(8))]]);
    expect(third.manifest.version).toBe(first.manifest.version);
    expect(await inactiveRecords(places.records, third.manifest)).toEqual([]);
  });

  it("keep the good attendance of a file that comes again with students of another district", async () => {
    const places = await freshPlaces();
    const days = (student: string) =>
      lines(ATTENDANCE_HEADER, ...oneTo(9).map((on) => `${student},2021-09-0${on},absent,`));
    await ingestFiles(places, [...roster(oneTo(8)), ["daily_attendance.csv", days("0001")]]);
    const { manifest } = await ingestFiles(places, [["daily_attendance.csv", days("9901")]]);
    expect(outcomes(manifest, "daily_attendance.csv")).toEqual(["stopped", "used"]);
    expect(await conformedRows(places, manifest, "absence")).toHaveLength(9);
  });

  it.each([
    [
      "goals",
      "goals.csv",
      "goal_id,plan_id,domain,description,set_on,status",
      (n: number) => `G${n},P${n},academic,Read,2021-09-10,not-started`,
    ],
    [
      "reviews",
      "reviews.csv",
      "review_id,plan_id,status,held_on",
      (n: number) => `V${n},P${n},held,2021-10-10`,
    ],
  ])("hold a file cut from ten %s to one", async (_what, name, header, record) => {
    const places = await freshPlaces();
    await ingestFiles(places, [
      ...roster(oneTo(10)),
      [name, lines(header, ...oneTo(10).map(record))],
    ]);
    const { manifest } = await ingestFiles(places, [[name, lines(header, record(1))]]);
    expect(outcomes(manifest, name)).toEqual(["waiting", "used"]);
  });

  it("let go of plans that were never in force", async () => {
    const places = await freshPlaces();
    const some = roster(oneTo(20)).filter(([name]) => name !== "plans.csv");
    await ingestFiles(places, [...some, ["plans.csv", plans(oneTo(30))]]);
    const { manifest } = await ingestFiles(places, [["plans.csv", plans(oneTo(20))]]);
    expect(outcomes(manifest, "plans.csv")).toEqual(["used"]);
  });

  it("never take a file of which nothing could be used for a good one", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [
      ...roster(oneTo(20)).filter(([name]) => name !== "plans.csv"),
      ["plans.csv", plans(oneTo(60).slice(30))],
    ]);
    const { manifest } = await ingestFiles(places, [["plans.csv", plans(oneTo(61).slice(31))]]);
    expect(outcomes(manifest, "plans.csv")).toEqual(["stopped"]);
  });
});
