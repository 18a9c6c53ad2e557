import { describe, expect, it } from "vitest";
import { proposedFor } from "../../support/survey-of.ts";

const STUDENTS = Array.from({ length: 8 }, (_, n) => `P-${100 + n}`);
/** Days 1 to 28 of March; the first four students left on the 20th. */
const LEFT_ON = 20;
const day = (date: number): string => `2022-03-${String(date).padStart(2, "0")}`;

const ROSTER = [
  "Pupil No,Last,First,Campus,Entry Date,Exit Date",
  ...STUDENTS.map((id, n) => `${id},Vance,Ada,North,2021-09-01,${n < 4 ? day(LEFT_ON) : ""}`),
  "",
].join("\n");

/** What the profile says of the exit day, where attendance holds these records of those who left. */
async function endDaysWith(days: (student: number) => readonly number[]) {
  const lines = STUDENTS.flatMap((id, n) => days(n).map((date) => `${id},${day(date)},Present`));
  const { profile } = await proposedFor({
    "roster.csv": ROSTER,
    "attendance.csv": ["Pupil No,Day,Status", ...lines, ""].join("\n"),
  });
  const enrollment = profile?.files
    .flatMap(({ reads }) => reads)
    .find(({ table }) => table === "enrollment");
  return enrollment?.columns.find(({ to }) => to === "withdrewOn")?.endDays;
}

const until = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

describe("whether the last day counts", () => {
  it.each([
    [
      "has a record on it for two who left",
      (n: number) => until(n < 2 ? LEFT_ON : LEFT_ON - 1),
      "last-day-in",
    ],
    [
      "has one for one alone, which may be a slip",
      (n: number) => until(n < 1 ? LEFT_ON : LEFT_ON - 1),
      "?",
    ],
    ["has one for every day before it, and never on it", () => until(LEFT_ON - 1), "first-day-out"],
    ["has too few days to say", () => until(14), "?"],
    ["has none of those who left", (n: number) => (n < 4 ? [] : until(28)), "?"],
  ] as const)("where attendance %s", async (_what, days, expected) => {
    expect(await endDaysWith(days)).toBe(expected);
  });

  it("is said by the name of the column", async () => {
    const roster = ROSTER.replace("Exit Date", "Last Day Attended");
    const { profile } = await proposedFor({ "roster.csv": roster });
    const columns = profile?.files.flatMap(({ reads }) => reads).flatMap(({ columns }) => columns);
    expect(columns?.find(({ to }) => to === "withdrewOn")).toMatchObject({
      ...{ from: ["Last Day Attended"], endDays: "last-day-in" },
    });
  });
});
