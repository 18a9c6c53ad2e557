import { describe, expect, it } from "vitest";
import { recordChanges, changedRows } from "../../../functions/pipeline/conform/record-changes.ts";
import {
  ATTENDANCE_HEADER,
  ingestFiles,
  lines,
  oneTo,
  plans,
  roles,
  roster,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const attendance = (...rows: readonly string[]): HandedIn => [
  "attendance.csv",
  lines(ATTENDANCE_HEADER, ...rows),
];
const BOTH_SCHOOLS: HandedIn = [
  "roles.csv",
  `${roles(oneTo(8))}R99,,,0001,primary,student,2021-08-23,,S2,\n`,
];

/** What changes from one night of files to the next; both begin with a roster of eight. */
async function changes(first: readonly HandedIn[], second: readonly HandedIn[]) {
  const places = await freshPlaces();
  const before = await ingestFiles(places, [...roster(oneTo(8)), ...first]);
  const now = await ingestFiles(places, second);
  const { changes: counts } = await recordChanges(places.records, before.manifest, now.manifest);
  const rows = [];
  for await (const row of changedRows(places.records, before.manifest, now.manifest))
    rows.push(row);
  return { counts, rows };
}

describe("the records that differ between two versions", () => {
  it("do not count what a student has as withdrawn when the student leaves one of two schools", async () => {
    const { counts } = await changes([BOTH_SCHOOLS], [["roles.csv", roles(oneTo(8))]]);
    expect(counts).toEqual([{ table: "enrollment", added: 0, changed: 0, withdrawn: 1 }]);
  });

  it("nor where another record of the other school changed the same night", async () => {
    const second = plans(oneTo(8)).replace("P2,0002,ILP,2022,active", "P2,0002,ILP,2022,draft");
    const { counts } = await changes(
      [BOTH_SCHOOLS],
      [
        ["roles.csv", roles(oneTo(8))],
        ["plans.csv", second],
      ],
    );
    expect(counts).toEqual([
      { table: "enrollment", added: 0, changed: 0, withdrawn: 1 },
      { table: "plan", added: 0, changed: 1, withdrawn: 0 },
    ]);
  });

  it("are each given once with what it was and is, also of a student of two schools", async () => {
    const { counts, rows } = await changes(
      [
        BOTH_SCHOOLS,
        attendance(
          "0001,2022-02-01,absent,1",
          "0001,2022-03-01,absent,1",
          "0002,2022-03-01,absent,1",
        ),
      ],
      [
        attendance(
          "0001,2022-02-01,absent,1",
          "0001,2022-03-01,absent,0.5",
          "0002,2022-03-02,absent,1",
        ),
      ],
    );
    expect(counts).toEqual([{ table: "absence", added: 1, changed: 1, withdrawn: 1 }]);
    const absence = (student: string, on: string, absentMilli: number) =>
      expect.objectContaining({ student, on, absentMilli });
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        {
          table: "absence",
          key: "0001\u00002022-03-01",
          before: absence("0001", "2022-03-01", 1000),
          now: absence("0001", "2022-03-01", 500),
        },
        {
          table: "absence",
          key: "0002\u00002022-03-01",
          before: absence("0002", "2022-03-01", 1000),
          now: null,
        },
        {
          table: "absence",
          key: "0002\u00002022-03-02",
          before: null,
          now: absence("0002", "2022-03-02", 1000),
        },
      ]),
    );
  });
});
