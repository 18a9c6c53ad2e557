import { describe, expect, it } from "vitest";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import { ingestFiles, lines, ORGS, type HandedIn } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

/** A package of OneRoster 1.1: users with their schools, and no roles. */
const USERS: HandedIn = [
  "users.csv",
  lines(
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,grades",
    ...["1", "2", "3", "4", "5"].map(
      (id) => `${id},,,true,S1,student,user${id},Given${id},Family${id},07`,
    ),
  ),
];
const SESSIONS: HandedIn = [
  "academicSessions.csv",
  lines(
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
    "Y,,,2021-22,schoolYear,2021-08-20,2022-06-16,,2022",
    "T1,,,Fall,semester,2021-08-20,2022-01-15,Y,2022",
    "T2,,,Spring,semester,2022-01-18,2022-06-16,Y,2022",
  ),
];
const CLASSES_HEADER =
  "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";
const CLASSES: HandedIn = [
  "enrollments.csv",
  lines(
    CLASSES_HEADER,
    // There from the first day, and a class changed in between.
    "E1,,,C1,S1,1,student,false,2021-08-20,2022-01-15",
    "E2,,,C2,S1,1,student,false,2021-10-04,2022-01-15",
    // Came within the first term.
    "E3,,,C1,S1,2,student,false,2021-10-11,2022-01-15",
    // Left within the first term.
    "E4,,,C1,S1,3,student,false,2021-08-20,2021-11-05",
    "E5,,,C2,S1,3,student,false,2021-08-20,2021-10-01",
    // Only the classes of the second term are listed.
    "E6,,,C3,S1,4,student,false,2022-01-18,2022-06-16",
    // Their class has no days.
    "E7,,,C1,S1,5,student,false,,",
    "E8,,,C1,S1,T,teacher,true,2021-08-20,2022-01-15",
  ),
];

const enrollmentsOf = async (places: Places, manifest: ConformedManifest) =>
  (await conformedRows(places, manifest, "enrollment")).map(
    ({ student, enteredOn, withdrewOn }) =>
      `${String(student)} ${String(enteredOn)} ${String(withdrewOn)}`,
  );

describe("stays of which no file says when they began", () => {
  it("begin and end with the student's classes, but for those that go with a term", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [["orgs.csv", ORGS], USERS, SESSIONS, CLASSES]);
    expect(await enrollmentsOf(places, manifest)).toEqual([
      "1 1900-01-01 null",
      "2 2021-10-11 null",
      "3 1900-01-01 2021-11-05",
      "4 1900-01-01 null",
      "5 1900-01-01 null",
    ]);
    expect(manifest.undatedEnrollments).toBe(4);
    expect(manifest.files.find(({ name }) => name === "enrollments.csv")).toMatchObject({
      ...{ outcome: "used", records: 8, accepted: 8, leftOut: 1 },
    });
  });

  it("stay open where no session says what is a term", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [["orgs.csv", ORGS], USERS, CLASSES]);
    expect(new Set(await enrollmentsOf(places, manifest))).toEqual(
      new Set(["1", "2", "3", "4", "5"].map((id) => `${id} 1900-01-01 null`)),
    );
    expect(manifest.undatedEnrollments).toBe(5);
  });

  it("say which class is of a student whom no roster knows", async () => {
    const places = await freshPlaces();
    const stray = lines(CLASSES_HEADER, "E9,,,C1,S1,9,student,false,2021-10-11,");
    const files: readonly HandedIn[] = [["orgs.csv", ORGS], USERS, SESSIONS];
    const { manifest } = await ingestFiles(places, [...files, ["enrollments.csv", stray]]);
    expect(manifest.rejects).toEqual([
      {
        ...{ kind: "one-roster/enrollments.csv", column: "userSourcedId" },
        ...{ reason: "unknown-student", records: 1 },
      },
    ]);
  });
});
