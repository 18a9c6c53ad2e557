import { describe, expect, it } from "vitest";
import type { ReadingNotes } from "../../../functions/releases/manifest/manifest.ts";
import { recordMessages } from "../../../functions/releases/messages/records-read.ts";

const NOTHING_OPEN = { absencesOutside: null, hasUndatedEnrollments: false };
const messages = (
  outcomes: readonly string[],
  rejects: number,
  reading: ReadingNotes = NOTHING_OPEN,
) =>
  recordMessages(
    {
      files: outcomes.map((outcome) => ({ outcome })),
      rejects: Array.from({ length: rejects }, () => ({})),
    },
    reading,
  );
const ALL_USED = { id: "all-records-used", values: {} };

describe("the messages on what was read", () => {
  it("say that every record could be used", () => {
    expect(messages(["used", "ignored"], 0)).toEqual([ALL_USED]);
  });

  it.each([1, 3])("count the reasons, %d, and no records", (reasons) => {
    expect(messages(["used"], reasons)).toEqual([{ id: "records-not-used", values: { reasons } }]);
  });

  it.each(["not-recognized", "unreadable", "stopped"])("tell of a file that is %s", (outcome) => {
    expect(messages(["used", outcome], 0)).toEqual([ALL_USED, { id: "file-left-out", values: {} }]);
  });

  it.each([1, 2])("count the requirements, %d, for which nothing is collected", (requirements) => {
    const lines = Array.from({ length: 2 * requirements }, (_, index) => ({
      requirement: `r${index % requirements}`,
      ...{ requirementName: "R", what: "resume", file: "f.csv", column: `c${index}` },
    }));
    expect(messages(["used"], 0, { ...NOTHING_OPEN, notCollected: lines })).toEqual([
      ALL_USED,
      { id: "not-collected", values: { requirements } },
    ]);
    expect(messages(["used"], 0, { ...NOTHING_OPEN, notCollected: [] })).toEqual([ALL_USED]);
  });

  it("tell of absences that no measure counts, and of enrollments without a first day", () => {
    const reading = { absencesOutside: "under 100", hasUndatedEnrollments: true };
    expect(messages(["used"], 0, reading)).toEqual([
      ALL_USED,
      { id: "absences-outside", values: { records: "under 100" } },
      { id: "enrollments-undated", values: {} },
    ]);
  });

  it("tell of calendars that were sent in part, and for which schools", () => {
    const calendarsInPart = [
      { id: "A", name: "Cedar Ridge High School" },
      { id: "B", name: "Fernhill School" },
    ];
    expect(messages(["used"], 0, { ...NOTHING_OPEN, calendarsInPart })).toEqual([
      ALL_USED,
      {
        id: "calendars-in-part",
        values: { schools: ["Cedar Ridge High School", "Fernhill School"] },
      },
    ]);
    expect(messages(["used"], 0, { ...NOTHING_OPEN, calendarsInPart: [] })).toEqual([ALL_USED]);
  });
});
