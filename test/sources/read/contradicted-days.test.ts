import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { contradictionWarning } from "../../../functions/sources/read/contradicted-days.ts";
import { isNamedOtherwise } from "../../../functions/sources/profiles/day-names.ts";
import type { ColumnMap, Profile } from "../../../functions/sources/profiles/profile.ts";
import { profileWarnings } from "../../../functions/sources/profiles/profile-warnings.ts";
import { PROFILES } from "../../../functions/sources/profiles/profiles.ts";
import { readFile } from "../read-export.ts";

const GOALS = "goal_id,plan_id,domain,description,set_on,target_on,status,status_on\n";
const goals = (
  ...days: readonly (readonly [setOn: string, targetOn: string, statusOn?: string])[]
) =>
  GOALS +
  days
    .map(([setOn, targetOn, statusOn = ""], n) =>
      [`G${n}`, "P1", "career", "x", setOn, targetOn, "met", statusOn].join(","),
    )
    .join("\n");
const RECEIVED = day("2022-05-20");
const contradictedIn = (text: string) =>
  readFile("goals.csv", text, null, RECEIVED).reading.contradictedDays.map(
    ({ column, field, because, records }) => [column, field, because, records],
  );

const AFTER = ["2022-03-02", "2022-03-01"] as const;
const BEFORE = ["2022-02-28", "2022-03-01"] as const;
const SAME = ["2022-03-01", "2022-03-01"] as const;
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

describe("the days of a column", () => {
  it("contradict a goal's day where most are after the target day", () => {
    expect(contradictedIn(goals(...times(5, AFTER), ...times(4, SAME)))).toEqual([
      ["set_on", "goal.setOn", "after-target", 5],
    ]);
  });

  it.each([
    ["half of them", goals(...times(5, AFTER), ...times(5, BEFORE))],
    ["fewer than five", goals(...times(4, AFTER))],
    ["none, since no target is given", goals(...times(9, ["2022-03-02", ""] as const))],
  ])("contradict nothing where it is %s", (_, text) => {
    expect(contradictedIn(text)).toEqual([]);
  });

  it("contradict it where most are after the day of the status", () => {
    expect(contradictedIn(goals(...times(6, ["2022-03-02", "", "2022-03-01"] as const)))).toEqual([
      ["set_on", "goal.setOn", "after-status", 6],
    ]);
  });

  it("contradict it where most were still to come when the file came", () => {
    const still = times(5, ["2022-05-21", "2022-06-01"] as const);
    expect(contradictedIn(goals(...still, ...times(4, BEFORE)))).toEqual([
      ["set_on", "goal.setOn", "still-to-come", 5],
    ]);
    expect(contradictedIn(goals(...times(9, ["2022-05-20", "2022-06-01"] as const)))).toEqual([]);
  });

  it("contradict an end that lies before the beginning", () => {
    const header = "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on\n";
    const plans = times(5, "P,7,ILP,2022,closed,2022-03-02,2022-03-01").join("\n");
    const { reading } = readFile("plans.csv", header + plans, null, RECEIVED);
    expect(reading.contradictedDays).toEqual([
      { column: "closed_on", field: "plan.closedOn", because: "end-before-begin", records: 5 },
    ]);
  });

  it("are told of without any day", () => {
    const text = goals(...times(5, AFTER));
    const [contradicted] = readFile("goals.csv", text, null, RECEIVED).reading.contradictedDays;
    const warning = contradictionWarning(contradicted!);
    expect(warning).toMatch(/^set_on is read as goal\.setOn, and in 5 records/);
    expect(warning).toContain("a goal without the day it was set still counts");
    expect(warning).not.toContain("2022");
  });
});

describe("isNamedOtherwise", () => {
  it.each([
    ["Target Date", "goal", "setOn", true],
    ["targetCompletionDate", "goal", "setOn", true],
    ["DUE_DATE", "goal", "setOn", true],
    ["End Date", "goal", "setOn", true],
    ["Date Set", "goal", "setOn", false],
    ["Created", "goal", "setOn", false],
    ["Residue Date", "goal", "setOn", false],
    ["Scheduled Date", "review", "heldOn", true],
    ["Scheduled Date", "review", "scheduledOn", false],
    ["Start Date", "plan", "closedOn", true],
    ["End Date", "plan", "openedOn", true],
    ["Target Date", "goal", "targetOn", false],
    ["Target Date", "goal", "description", false],
  ] as const)("of %s as %s.%s is %s", (column, table, field, isOther) => {
    expect(isNamedOtherwise(column, table, field)).toBe(isOther);
  });
});

describe("profileWarnings", () => {
  const profileOf = (setOn: ColumnMap): Profile => ({
    ...{ id: "ours", version: 1, title: "Ours" },
    files: [
      {
        ...{ file: "goals.csv", name: "Goals", pattern: "^goals", signature: ["Goal"] },
        reads: [{ table: "goal", columns: [setOn] }],
      },
    ],
  });

  it("name the column that by its name is no such day", () => {
    const [warning, ...others] = profileWarnings(profileOf({ to: "setOn", from: ["Target Date"] }));
    expect(others).toEqual([]);
    expect(warning?.path).toBe("files[0].reads[0].columns[0].from");
    expect(warning?.message).toContain('names "Target Date"');
    expect(profileWarnings(profileOf({ to: "setOn", from: ["Set On"] }))).toEqual([]);
  });

  it("are raised by no profile that ships", () => {
    expect(PROFILES.flatMap(profileWarnings)).toEqual([]);
  });
});
