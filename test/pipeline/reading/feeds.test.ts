import { describe, expect, it } from "vitest";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  ORGS,
  plans,
  roles,
  roster,
  users,
  USERS_HEADER,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const whole = (last: number, folder = "whole"): readonly HandedIn[] =>
  [
    ["manifest.csv", "propertyName,value\nfile.users,bulk\nfile.roles,bulk\nfile.orgs,bulk\n"],
    ["orgs.csv", ORGS],
    ["users.csv", users(oneTo(last))],
    ["roles.csv", roles(oneTo(last))],
  ].map(([name, text]): HandedIn => [`${folder}/${name ?? ""}`, text ?? ""]);

/** One student of a delta, by its time. */
const delta = (
  folder: string,
  status: string,
  number: string,
  instant: string,
): readonly HandedIn[] => [
  [`${folder}/manifest.csv`, "propertyName,value\nfile.users,delta\n"],
  [
    `${folder}/users.csv`,
    lines(USERS_HEADER, `${number},${status},${instant},u${number},Given,Family,9${number},09`),
  ],
];

const OWN_PROFILE = JSON.stringify({
  id: "vx",
  version: 1,
  title: "VX absences",
  files: [
    {
      file: "vx_absent.csv",
      name: "Absences",
      pattern: "^vx_absent.*\\.csv$",
      mode: "append",
      signature: ["Pupil", "Away", "Why"],
      reads: [
        {
          table: "attendance",
          columns: [
            { to: "student", from: ["Pupil"], isRequired: true },
            { to: "on", from: ["Away"], isRequired: true },
            { to: "kind", from: ["Why"], isRequired: true, values: { X: "excused" } },
          ],
        },
      ],
    },
  ],
});

const students = async (
  places: Places,
  manifest: Awaited<ReturnType<typeof ingestFiles>>["manifest"],
) => new Set((await conformedRows(places, manifest, "student")).map(({ student }) => student)).size;
const absentDays = async (
  places: Places,
  manifest: Awaited<ReturnType<typeof ingestFiles>>["manifest"],
) => (await conformedRows(places, manifest, "absence")).map(({ on }) => String(on)).sort();

const daily = (...records: readonly string[]): string => lines(ATTENDANCE_HEADER, ...records);

describe("feeds", () => {
  it("keep a delta a delta when all files are recognized anew", async () => {
    const places = await freshPlaces();
    const changes = [
      delta("first", "tobedeleted", "0001", "2022-01-10T06:00:00.000Z"),
      delta("second", "tobedeleted", "0002", "2022-01-11T06:00:00.000Z"),
    ];
    // In one ingest before anything is conformed, and after a profile of the district's own has come.
    const { manifest } = await ingestFiles(places, [...whole(12), ...changes.flat()]);
    expect(await students(places, manifest)).toBe(10);
    const { manifest: again } = await ingestFiles(places, [["ilp.profile.json", OWN_PROFILE]]);
    expect(await students(places, again)).toBe(10);
    expect(again.files.filter(({ mode }) => mode === "delta")).toHaveLength(2);
    expect(
      again.files.find(({ name, mode }) => name === "users.csv" && mode === "bulk"),
    ).toMatchObject({
      outcome: "used",
      records: 12,
    });
  });

  it("take the whole file that is sent once more after a change as the last word", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, whole(12));
    const changed = delta("change", "tobedeleted", "0001", "2022-01-10T06:00:00.000Z");
    const { manifest: without } = await ingestFiles(places, changed);
    expect(await students(places, without)).toBe(11);
    const { manifest } = await ingestFiles(places, whole(12));
    expect(await students(places, manifest)).toBe(12);
  });

  it("of one name and ingest are taken in the order in which they are handed in", async () => {
    const places = await freshPlaces();
    const { manifest, received } = await ingestFiles(places, [
      ...whole(8, "monday"),
      ...whole(9, "tuesday"),
    ]);
    expect(await students(places, manifest)).toBe(9);
    const people = received.filter(({ file }) => file === "users.csv");
    expect(people.map(({ outcome }) => outcome)).toEqual(["superseded", "received"]);
  });

  it("stay as they are when the same files come once more, also those of one name", async () => {
    const places = await freshPlaces();
    const files = [...whole(8, "monday"), ...whole(9, "tuesday")];
    const { manifest } = await ingestFiles(places, files);
    const before = await feeds(places.table, FERNHILL);
    const { manifest: again, received } = await ingestFiles(places, files);
    expect(await feeds(places.table, FERNHILL)).toEqual(before);
    expect(again).toEqual(manifest);
    const people = received.filter(({ file }) => file === "users.csv");
    expect(people.map(({ outcome }) => outcome)).toEqual(["superseded", "known"]);
  });

  it("of which one was accepted over another of its ingest stay accepted", async () => {
    const places = await freshPlaces();
    const others = roster(oneTo(10)).filter(([name]) => name !== "plans.csv");
    const files: readonly HandedIn[] = [
      ...others,
      ["a/plans.csv", plans(oneTo(10))],
      ["b/plans.csv", plans(oneTo(3))],
    ];
    const first = await ingestFiles(places, files, { acceptRemovals: true });
    expect(await conformedRows(places, first.manifest, "plan")).toHaveLength(3);
    const { manifest } = await ingestFiles(places, files);
    expect(await conformedRows(places, manifest, "plan")).toHaveLength(3);
  });

  it("go back to the good version where that comes again after one that waits", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(20)));
    const ten = (from: number) => plans(oneTo(20).slice(from, from + 10));
    await ingestFiles(places, [["plans.csv", ten(0)]], { acceptRemovals: true });
    await ingestFiles(places, [["plans.csv", ten(10)]]);
    const { manifest } = await ingestFiles(places, [["plans.csv", ten(0)]]);
    const files = manifest.files.filter(({ name }) => name === "plans.csv");
    expect(files).toMatchObject([{ outcome: "used", records: 10 }]);
    const inForce = await conformedRows(places, manifest, "plan");
    expect(inForce.map(({ plan }) => plan)).toContain("P1");
  });

  it("say of a file that is passed over what took its place, and of copies that they are", async () => {
    const places = await freshPlaces();
    const { received } = await ingestFiles(places, [
      ...roster(oneTo(8)).filter(([name]) => name !== "plans.csv"),
      ["a/plans.csv", plans(oneTo(7))],
      ["b/Plans.csv", plans(oneTo(8))],
      ["c/plans.csv", plans(oneTo(8))],
    ]);
    expect(received.slice(-3)).toMatchObject([
      {
        outcome: "superseded",
        supersededBy: {
          note: "Another file of its name came with it in c and takes its place: where each holds one school, give each a name of its own.",
        },
      },
      { outcome: "received" },
      {
        outcome: "known",
        note: "It is the same, byte for byte, as another file of this ingest: it is read once.",
      },
    ]);
    // One that an earlier ingest brought is no other file of this one.
    const late = await ingestFiles(places, [
      ["plans_2022-01-10.csv", plans(oneTo(6))],
      ["plans_2022-01-10.csv", plans(oneTo(5))],
    ]);
    expect(late.received).toMatchObject([{ outcome: "superseded" }, { outcome: "superseded" }]);
    expect(late.received.some((file) => "supersededBy" in file)).toBe(false);
  });

  it("add up where one ingest brings attendance of one name in two packages", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(8)));
    const { manifest } = await ingestFiles(places, [
      ["north/daily_attendance.csv", daily("0001,2022-01-10,excused,")],
      ["south/daily_attendance.csv", daily("0005,2022-01-11,excused,")],
    ]);
    expect(await absentDays(places, manifest)).toEqual(["2022-01-10", "2022-01-11"]);
  });

  it("that nobody knew are all read once a profile for them comes", async () => {
    const places = await freshPlaces();
    const away = (on: string): string => `Pupil,Away,Why\n0001,${on},X\n`;
    await ingestFiles(places, [
      ...roster(oneTo(8)),
      ["vx_absent_2022-01-10.csv", away("2022-01-10")],
      ["vx_absent_2022-01-11.csv", away("2022-01-11")],
    ]);
    const { manifest } = await ingestFiles(places, [["ilp.profile.json", OWN_PROFILE]]);
    expect(await absentDays(places, manifest)).toEqual(["2022-01-10", "2022-01-11"]);
  });

  it.each([
    ["plans.csv", "plans (1).csv"],
    ["plans.csv", "Copy of plans.csv"],
    ["plans_20220110.csv", "plans_20220111083015.csv"],
    ["plans_2022-01-10T08-30-15.csv", "plans_2022-01-11T08-30-15.csv"],
    ["plans_01-10-2022.csv", "plans_01-11-2022.csv"],
    ["plans-Jan-10-2022.csv", "plans-Jan-11-2022.csv"],
    ["plans_2022.01.10.csv", "plans_2022.01.11.csv"],
  ])("know %s and %s for two of one series", async (first, second) => {
    const places = await freshPlaces();
    const others = roster(oneTo(8)).filter(([name]) => name !== "plans.csv");
    await ingestFiles(places, [...others, [first, plans(oneTo(8))]]);
    const { manifest } = await ingestFiles(places, [[second, plans(oneTo(7))]]);
    expect(await conformedRows(places, manifest, "plan")).toHaveLength(7);
  });

  it("that state a day still to come count for the day on which they came", async () => {
    const places = await freshPlaces();
    const others = roster(oneTo(8)).filter(([name]) => name !== "plans.csv");
    const late = { on: "2022-06-02" };
    await ingestFiles(places, [...others, ["plans_2027-01-01.csv", plans(oneTo(8))]]);
    const { manifest } = await ingestFiles(
      places,
      [["plans_2022-06-02.csv", plans(oneTo(7))]],
      late,
    );
    expect(await conformedRows(places, manifest, "plan")).toHaveLength(7);
  });
});
