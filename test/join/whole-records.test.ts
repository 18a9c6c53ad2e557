import { describe, expect, it } from "vitest";
import { conformedRows } from "../support/conformed-rows.ts";
import { ingestFiles, lines, oneTo, ORGS, roster } from "../support/ingest-files.ts";
import { freshPlaces } from "../support/local-district.ts";

const HEADER = "sourcedId,orgSourcedIds,role,givenName,familyName,grades";
const usersOf = (orgs: string) =>
  lines(HEADER, ...oneTo(25).map((n) => `${n},"${orgs}",student,Given${n},Family${n},09`));

describe("a record with several rows", () => {
  it("enrolls in its school where the district's own identifier stands beside", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [
      ["orgs.csv", ORGS],
      ["users.csv", usersOf("D,S1")],
    ]);
    expect(manifest.files.find(({ name }) => name === "users.csv")).toMatchObject({
      outcome: "used",
      accepted: 25,
      rejected: 0,
    });
    expect(await conformedRows(places, manifest, "enrollment")).toHaveLength(25);
  });

  it("stays at the school that is known, the unknown one of its list set aside", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [
      ["orgs.csv", ORGS],
      ["users.csv", lines(HEADER, "1,S1,student,A,B,09", '2,"S1,S9",student,C,D,09')],
    ]);
    expect(manifest.files.find(({ name }) => name === "users.csv")).toMatchObject({
      ...{ accepted: 2, rejected: 0, setAside: 1 },
    });
    const enrollments = await conformedRows(places, manifest, "enrollment");
    expect(enrollments.map(({ student, school }) => [student, school])).toEqual([
      ["1", "S1"],
      ["2", "S1"],
    ]);
    expect(manifest.rejects).toMatchObject([
      { column: "orgSourcedIds", reason: "unknown-school", disposition: "set-aside", records: 1 },
    ]);
  });

  it("is used as a whole or not at all where no school of its list is known", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [
      ["orgs.csv", ORGS],
      ["users.csv", lines(HEADER, "1,S1,student,A,B,09", '2,"S8,S9",student,C,D,09')],
    ]);
    expect(manifest.files.find(({ name }) => name === "users.csv")).toMatchObject({
      accepted: 1,
      rejected: 1,
    });
    const enrollments = await conformedRows(places, manifest, "enrollment");
    expect(enrollments.map(({ student }) => student)).toEqual(["1"]);
  });

  it("of a document keeps a review whose identifier stands in another student's plan too", async () => {
    const places = await freshPlaces();
    const document = (n: number, review: string) =>
      JSON.stringify({
        ...{ plan_id: `P${n}`, student_id: `000${n}`, plan_type: "ILP", school_year: 2022 },
        ...{ status: "active", opened_on: "2021-09-10" },
        reviews: [{ review_id: review, status: "held", held_on: "2021-10-10" }],
      });
    const { manifest } = await ingestFiles(places, [
      ...roster(oneTo(4)).filter(([name]) => name !== "plans.csv"),
      ["plans.jsonl", lines(document(1, "V1"), document(2, "V1"), document(3, "V3"))],
    ]);
    expect(manifest.files.find(({ name }) => name === "plans.jsonl")).toMatchObject({
      accepted: 3,
      rejected: 0,
    });
    const reviews = await conformedRows(places, manifest, "review");
    expect(reviews.map(({ review, plan }) => [review, plan])).toEqual([
      ["V1", "P1"],
      ["V1", "P2"],
      ["V3", "P3"],
    ]);
  });
});
