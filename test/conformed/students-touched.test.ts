import { describe, expect, it } from "vitest";
import { studentsTouched } from "../../functions/conformed/students-touched.ts";
import type { FileRejects } from "../../functions/join/rows/file-rejects.ts";
import { heldColumns, noRows } from "../../functions/join/rows/held-rows.ts";
import type { CanonicalRows } from "../../functions/sources/read/canonical-rows.ts";
import { UNSTATED } from "../../functions/sources/read/record-state.ts";

const rows = (...students: readonly string[]) =>
  ({
    rows: {
      ...noRows(),
      goal: heldColumns(
        students.map((student, index) => ({
          ...{ ...UNSTATED, record: index + 1 },
          row: { student } as unknown as CanonicalRows["goal"],
        })),
      ),
    },
  }) as unknown as Parameters<typeof studentsTouched>[0];
const rejects = (...records: readonly number[]) =>
  ({
    first: records.map((record) => ({
      file: "g.csv",
      record,
      column: "status",
      reason: "not-a-listed-value",
    })),
  }) as unknown as Pick<FileRejects, "first">;
const tally = (records: number, reason = "not-a-listed-value") =>
  ({ column: "status", reason, records }) as Parameters<typeof studentsTouched>[2];

describe("how many students rejects of a file touch", () => {
  it("is each student once", () => {
    expect(studentsTouched(rows("A", "A", "B"), rejects(1, 2, 3), tally(3))).toBe(2);
  });

  it("leaves out a record whose value alone is set aside for the same reason", () => {
    const [first, second] = rejects(1, 2).first as [object, object];
    const mixed = { first: [first, { ...second, disposition: "set-aside" }] } as never;
    expect(studentsTouched(rows("A", "B"), mixed, tally(1))).toBe(1);
  });

  it.each([
    ["one record does not say whose it is", rows("A", ""), rejects(1, 2), tally(2)],
    ["a record gave no row", rows("A"), rejects(1, 2), tally(2)],
    ["more records were rejected than are kept", rows("A"), rejects(1), tally(2)],
    ["the records are of nobody in the roster", rows("A"), rejects(1), tally(1, "unknown-student")],
  ])("cannot be said where %s", (_, file, of, reason) => {
    expect(studentsTouched(file, of, reason)).toBeNull();
  });
});
