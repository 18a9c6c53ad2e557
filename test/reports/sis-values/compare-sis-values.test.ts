import { describe, expect, it } from "vitest";
import {
  compareSisValues,
  type ReportedStudent,
} from "../../../functions/reports/sis-values/compare-sis-values.ts";
import type { SisRecord } from "../../../functions/reports/sis-values/read-sis-values.ts";
import type { SisField } from "../../../functions/reports/sis-values/sis-profile.ts";
import { subject } from "../../support/report-in-hand.ts";

const FIELD: SisField = {
  ...{ id: "diploma", title: "Diploma", citation: "the manual", columns: [] },
  ...{ row: "finding", means: { "names-one": "some", "no-plan": "none" } },
};
const student = (id: string, stateId: string, finding: string): ReportedStudent => ({
  ...{ about: subject(id), stateId, says: { finding } },
});
const listed = (record: number, stateId: string, says: string | null): SisRecord => ({
  ...{ record, stateId, says: { diploma: says } },
});
const compare = (students: readonly ReportedStudent[], records: readonly SisRecord[]) =>
  compareSisValues(students, records, [FIELD]);
const kinds = (...asked: Parameters<typeof compare>) =>
  compare(...asked).differences.map(({ kind, about, field }) => [kind, about?.student, field]);

describe("a list beside the students of a report", () => {
  it.each([
    ["names-one", "some", []],
    ["no-plan", "none", []],
    ["names-one", "none", [["differs", "1", "diploma"]]],
    ["no-plan", "some", [["differs", "1", "diploma"]]],
    ["not-determinable", "some", [["cannot-compare", "1", "diploma"]]],
    ["names-one", null, [["cannot-compare", "1", "diploma"]]],
  ])("where the plan says %s and the list %s: %j", (finding, says, expected) => {
    expect(kinds([student("1", "X1", finding)], [listed(1, "X1", says)])).toEqual(expected);
  });

  it("says what each of the two says, and in which record", () => {
    const { differences, matched } = compare(
      [student("1", "X1", "no-plan")],
      [listed(1, "X2", "some"), listed(2, "X1", "some")],
    );
    expect(differences[0]).toEqual({
      ...{ kind: "differs", about: subject("1"), stateId: "X1", field: "diploma" },
      ...{ inList: "some", inReport: "none", record: 2 },
    });
    expect(matched).toBe(1);
  });

  it("are joined by the state’s identifier, whatever its case, blanks and width", () => {
    expect(kinds([student("1", "ab1", "no-plan")], [listed(1, " \uff21B\uff11", "none")])).toEqual(
      [],
    );
  });

  it("never drops who is in one of the two alone", () => {
    expect(
      kinds(
        [student("1", "X1", "no-plan"), student("2", "", "no-plan")],
        [listed(1, "X9", "none"), listed(2, "X9", "none")],
      ),
    ).toEqual([
      ["not-in-list", "1", ""],
      ["no-state-id", "2", ""],
      ["not-in-report", undefined, ""],
    ]);
  });

  it("does not join two students who share an identifier", () => {
    const two = [student("1", "X1", "no-plan"), student("2", "x1", "no-plan")];
    expect(kinds(two, [listed(1, "X1", "some")])).toEqual([
      ["no-state-id", "1", ""],
      ["no-state-id", "2", ""],
    ]);
  });

  it("says where the list has two values of one student, and takes equal ones as one", () => {
    const own = [student("1", "X1", "no-plan")];
    const { differences } = compare(own, [listed(1, "X1", "some"), listed(2, "X1", "none")]);
    expect(differences).toMatchObject([{ kind: "contradicts-itself", inList: "some; none" }]);
    expect(kinds(own, [listed(1, "X1", "none"), listed(2, "X1", "none")])).toEqual([]);
  });
});
