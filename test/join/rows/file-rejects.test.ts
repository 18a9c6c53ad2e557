import { describe, expect, it } from "vitest";
import type { Reject } from "../../../functions/domain/records/reject.ts";
import {
  MOST_KEPT_REJECTS,
  rejectLog,
  rejectsOf,
  together,
} from "../../../functions/join/rows/file-rejects.ts";
import { quarantineOf } from "../../../functions/pipeline/conform/quarantine.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  PLANS_HEADER,
  roster,
} from "../../support/ingest-files.ts";
import { everything, freshPlaces } from "../../support/local-district.ts";

const reject = (record: number, column = "date"): Reject => ({
  file: "a.csv",
  record,
  column,
  reason: "not-a-day",
});

describe("the rejects of a file", () => {
  it("are all counted, and so many of them kept", () => {
    const log = rejectLog();
    for (let record = 1; record <= MOST_KEPT_REJECTS + 5; record++) log.add(reject(record));
    const { first, counts, records } = log.rejects();
    expect(first).toHaveLength(MOST_KEPT_REJECTS);
    expect(first.at(-1)).toEqual(reject(MOST_KEPT_REJECTS));
    expect(records).toBe(MOST_KEPT_REJECTS + 5);
    expect(counts).toEqual([{ column: "date", reason: "not-a-day", records: records }]);
  });

  it("count a record once that is rejected twice", () => {
    expect(rejectsOf([reject(7), reject(7, "status"), reject(9)]).records).toBe(2);
    const log = rejectLog([reject(7), reject(9)]);
    log.add(reject(7, "status"));
    log.add(reject(8));
    expect(log.rejects().records).toBe(3);
  });

  it("count the items of a document's list together", () => {
    const { counts } = rejectsOf([reject(1, "goals[0].set_on"), reject(2, "goals[5].set_on")]);
    expect(counts).toEqual([{ column: "goals[].set_on", reason: "not-a-day", records: 2 }]);
  });

  it("add up", () => {
    const both = together(rejectsOf([reject(1)]), rejectsOf([reject(2), reject(3, "status")]));
    expect(both.records).toBe(3);
    expect(both.counts).toEqual([
      { column: "date", reason: "not-a-day", records: 2 },
      { column: "status", reason: "not-a-day", records: 1 },
    ]);
  });

  it("are counted beyond those that the quarantine keeps, of attendance and of plans", async () => {
    const places = await freshPlaces();
    const many = MOST_KEPT_REJECTS + 30;
    const stranger = (n: number) => `X${n},2022-03-01,Present,`;
    const knownRow = (n: number) => `${String(n).padStart(4, "0")},2022-03-01,Present,`;
    const { manifest } = await ingestFiles(places, [
      ...roster(oneTo(20)),
      [
        "attendance.csv",
        lines(ATTENDANCE_HEADER, ...oneTo(20).map(knownRow), ...oneTo(many).map(stranger)),
      ],
      [
        "more_plans.csv",
        lines(PLANS_HEADER, ...oneTo(many).map((n) => `P${n},,ILP,2022,active,2021-09-10,,`)),
      ],
    ]);
    const counts = (name: string) => manifest.files.find((file) => file.name === name);
    expect(counts("attendance.csv")).toMatchObject({ rejected: many, accepted: 20 });
    expect(manifest.rejects).toEqual([
      {
        kind: "plain/daily_attendance.csv",
        column: "student_id",
        reason: "unknown-student",
        records: many,
      },
      { kind: "plain/plans.csv", column: "student_id", reason: "missing-value", records: many },
    ]);
    const sha256 = counts("attendance.csv")?.sha256 ?? "";
    const { first, counts: kept, records } = await quarantineOf(places.records, FERNHILL, sha256);
    expect(first).toHaveLength(MOST_KEPT_REJECTS);
    expect(records).toBe(many);
    expect(kept).toEqual([{ column: "student_id", reason: "unknown-student", records: many }]);
    for (const text of Object.values(await everything(places.records, "quarantine/"))) {
      expect(text.trimEnd().split("\n")).toHaveLength(MOST_KEPT_REJECTS + 1);
    }
  });

  it("name each record of an unknown student once, though its days are read in a second way", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [
      ...roster(oneTo(20)),
      [
        "attendance.csv",
        lines(
          ATTENDANCE_HEADER,
          ...oneTo(20).map(
            (n) => `${String(n).padStart(4, "0")},${n % 12 || 1}/${n % 2 ? 3 : 25}/2022,Present,`,
          ),
          ...oneTo(5).map((n) => `X${n},3/${n + 20}/2022,Present,`),
        ),
      ],
    ]);
    const file = manifest.files.find(({ name }) => name === "attendance.csv");
    expect(file).toMatchObject({ records: 25, accepted: 20, rejected: 5 });
    const { counts } = await quarantineOf(places.records, FERNHILL, file?.sha256 ?? "");
    expect(counts).toMatchObject([{ reason: "unknown-student", records: 5 }]);
  });
});
