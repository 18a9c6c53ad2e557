import { describe, expect, it } from "vitest";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ingestFiles,
  lines,
  oneTo,
  ORGS,
  ROLES_HEADER,
  roster,
  USERS_HEADER,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const AT = "2022-03-04T06:00:00.000Z";

const manifestOf = (version: string, ...changed: readonly string[]): HandedIn => [
  "changes/manifest.csv",
  lines(
    "propertyName,value",
    `oneroster.version,${version}`,
    ...changed.map((file) => `file.${file},delta`),
  ),
];

const changedRoles = (...records: readonly string[]): readonly HandedIn[] => [
  manifestOf("1.2", "roles"),
  ["changes/roles.csv", lines(ROLES_HEADER, ...records)],
];

const enrollmentsOf = async (places: Places, manifest: ConformedManifest, student: string) =>
  (await conformedRows(places, manifest, "enrollment"))
    .filter((enrollment) => enrollment["student"] === student)
    .map(({ school, enteredOn }) => `${String(school)} ${String(enteredOn)}`);

const rejectsOf = ({ rejects }: ConformedManifest) =>
  rejects.map(({ kind, reason, records }) => `${kind} ${reason} ${records}`);

/** Users as OneRoster 1.1 has them: with their schools. */
const OLD_HEADER =
  "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,grades";
const oldUsers = (...records: readonly string[]) => lines(OLD_HEADER, ...records);

describe("a change of a OneRoster record", () => {
  it.each([
    ["another school", `R1,active,${AT},0001,primary,student,2021-08-23,,S2,`, ["S2 2021-08-23"]],
    [
      "another first day",
      `R1,active,${AT},0001,primary,student,2021-09-01,,S1,`,
      ["S1 2021-09-01"],
    ],
    ["its removal, and no more", `R1,tobedeleted,${AT},,,,,,,`, []],
    ["its removal, with faults", `R1,tobedeleted,${AT},0001,primary,student,someday,,S1,`, []],
    ["another role", `R1,active,${AT},0001,primary,teacher,2021-08-23,,S1,`, []],
  ])("gives a stay %s", async (_what, record, enrollments) => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(4)));
    const { manifest } = await ingestFiles(places, changedRoles(record));
    expect(await enrollmentsOf(places, manifest, "0001")).toEqual(enrollments);
    expect(await enrollmentsOf(places, manifest, "0002")).toEqual(["S1 2021-08-23"]);
    expect(manifest.files.find(({ mode }) => mode === "delta")).toMatchObject({ accepted: 1 });
  });

  it("that was made before another does not undo it", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(4)));
    await ingestFiles(places, changedRoles(`R1,active,${AT},0001,primary,student,2021-08-23,,S2,`));
    const { manifest } = await ingestFiles(
      places,
      changedRoles("R1,tobedeleted,2022-03-03T06:00:00.000Z,,,,,,,"),
    );
    expect(await enrollmentsOf(places, manifest, "0001")).toEqual(["S2 2021-08-23"]);
  });

  it("leaves what was there where the new record cannot be used", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(4)));
    const { manifest } = await ingestFiles(
      places,
      changedRoles(`R1,active,${AT},0001,primary,student,someday,,S2,`),
    );
    expect(await enrollmentsOf(places, manifest, "0001")).toEqual(["S1 2021-08-23"]);
    expect(rejectsOf(manifest)).toEqual(["one-roster/roles.csv not-a-day 1"]);
  });

  it("of a user replaces all schools that the user had before (1.1)", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [
      ["orgs.csv", ORGS],
      [
        "users.csv",
        oldUsers(
          "0001,,,true,S1,student,a,Ann,Ash,09",
          '0002,,,true,"S1,S2",student,b,Bo,Birch,09',
          "0003,,,true,S1,student,c,Cy,Cedar,09",
        ),
      ],
    ]);
    const { manifest } = await ingestFiles(places, [
      manifestOf("1.1", "users"),
      [
        "changes/users.csv",
        oldUsers(`0001,active,${AT},true,S2,student,a,Ann,Ash,10`, `0002,tobedeleted,${AT},,,,,,,`),
      ],
    ]);
    expect(await enrollmentsOf(places, manifest, "0001")).toEqual(["S2 1900-01-01"]);
    expect(await enrollmentsOf(places, manifest, "0002")).toEqual([]);
    expect(await enrollmentsOf(places, manifest, "0003")).toEqual(["S1 1900-01-01"]);
    const students = await conformedRows(places, manifest, "student");
    expect(students.map(({ student, grade }) => `${String(student)} ${String(grade)}`)).toEqual([
      "0003 09",
      "0001 10",
    ]);
  });

  it("that removes a user takes the student out, whatever other files of the roster still say", async () => {
    const places = await freshPlaces();
    const files = roster(oneTo(4)).filter(([name]) => name !== "plans.csv");
    await ingestFiles(places, [
      ...files,
      [
        "demographics.csv",
        lines("sourcedId,status,dateLastModified,birthDate,sex", "0001,,,2008-01-02,female"),
      ],
    ]);
    const { manifest } = await ingestFiles(places, [
      manifestOf("1.2", "users"),
      ["changes/users.csv", lines(USERS_HEADER, `0001,tobedeleted,${AT},,,,,`)],
    ]);
    expect(await enrollmentsOf(places, manifest, "0001")).toEqual([]);
    const students = await conformedRows(places, manifest, "student");
    expect(students.map(({ student }) => student)).toEqual(["0002", "0003", "0004"]);
    expect(rejectsOf(manifest)).toEqual([]);
    // One who is there again is there with all that the roster says.
    const back = await ingestFiles(places, [
      manifestOf("1.2", "users"),
      [
        "changes/users.csv",
        lines(USERS_HEADER, "0001,active,2022-03-05T06:00:00Z,u1,Ann,Ash,901,10"),
      ],
    ]);
    expect(await enrollmentsOf(places, back.manifest, "0001")).toEqual(["S1 2021-08-23"]);
  });

  it.each([
    ["in a spreadsheet's way", "3/10/2022 9:15", "3/9/2022 18:00"],
    ["with half days", "3/10/2022 1:15 PM", "3/10/2022 11:00 AM"],
    ["with a zone", "2022-03-10T01:00:00+05:00", "2022-03-09T19:30:00Z"],
    ["without a zone", "2022-03-10 09:15:00", "2022-03-10T09:14:59.999Z"],
  ])("is later by its time written %s", async (_how, later, earlier) => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(4)));
    await ingestFiles(
      places,
      changedRoles(`R1,active,${later},0001,primary,student,2021-08-23,,S2,`),
    );
    const { manifest } = await ingestFiles(
      places,
      changedRoles(`R1,active,${earlier},0001,primary,student,2021-08-23,,S1,`),
    );
    expect(await enrollmentsOf(places, manifest, "0001")).toEqual(["S2 2021-08-23"]);
  });

  it("is the last that came where a time says nothing", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(4)));
    await ingestFiles(
      places,
      changedRoles("R1,active,yesterday,0001,primary,student,2021-08-23,,S2,"),
    );
    const { manifest } = await ingestFiles(
      places,
      changedRoles(`R1,active,${AT},0001,primary,student,2021-09-01,,S1,`),
    );
    expect(await enrollmentsOf(places, manifest, "0001")).toEqual(["S1 2021-09-01"]);
  });
});
