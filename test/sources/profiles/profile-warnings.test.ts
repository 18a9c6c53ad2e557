import { describe, expect, it } from "vitest";
import type { ColumnMap, Profile } from "../../../functions/sources/profiles/profile.ts";
import { profileWarnings } from "../../../functions/sources/profiles/profile-warnings.ts";

const profileOf = (table: "plan" | "review", columns: readonly ColumnMap[]): Profile => ({
  id: "own",
  version: 1,
  title: "Own",
  sources: ["the district"],
  files: [
    {
      file: "own.csv",
      name: "Own",
      pattern: "^own\\.csv$",
      signature: ["Phase"],
      reads: [{ table, columns }],
    },
  ],
});
const ended = { to: "status", from: ["Phase"], values: { Concluded: "closed" } };

describe("profileWarnings", () => {
  it("warns of closed plans and held reviews whose day no column fills", () => {
    expect(profileWarnings(profileOf("plan", [ended]))).toEqual([
      {
        path: "files[0].reads[0].columns[0]",
        message:
          "says that a plan is closed, but nothing fills plan.closedOn: every closed plan will be rejected, with its goals and reviews; map the column with the day on which it closed, or write another status",
      },
    ]);
    expect(profileWarnings(profileOf("review", [{ to: "state", value: "held" }]))).toEqual([
      {
        path: "files[0].reads[0].columns[0]",
        message:
          "says that a review is held, but nothing fills review.heldOn: every held review will be rejected; map the column with the day of the meeting",
      },
    ]);
  });

  it("does not warn where a column fills the day, or no record is in that state", () => {
    const closedOn = { to: "closedOn", from: ["Ended"] };
    expect(profileWarnings(profileOf("plan", [ended, closedOn]))).toEqual([]);
    const open = { ...ended, values: { Underway: "active" } };
    expect(profileWarnings(profileOf("plan", [open]))).toEqual([]);
  });
});
