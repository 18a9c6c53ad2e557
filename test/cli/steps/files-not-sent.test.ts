import { describe, expect, it } from "vitest";
import { filesNotSent } from "../../../functions/cli/steps/files-not-sent.ts";

const used = (
  name: string,
  mode: "bulk" | "append" | "delta" = "bulk",
  kind = "plain/daily_attendance.csv",
) => ({ name, kind, mode, outcome: "used" }) as const;

describe("filesNotSent", () => {
  const files = [
    used("orgs.csv"),
    used("plans-2022-05-19.csv"),
    used("goals.csv"),
    used("a.csv", "append"),
  ];

  it.each([
    [
      "nothing where all came, by the names of another day",
      ["ORGS.csv", "plans-2022-05-20.csv", "goals.csv", "a.csv"],
      [],
    ],
    ["the one that did not come", ["orgs.csv", "goals.csv", "a.csv"], ["plans-2022-05-19.csv"]],
    [
      "a file of attendance that is sent whole each time",
      ["orgs.csv", "plans.csv", "goals.csv"],
      ["a.csv"],
    ],
    ["two of four", ["orgs.csv", "goals.csv"], ["plans-2022-05-19.csv", "a.csv"]],
    ["nothing where most did not come, since single files were handed in", ["orgs.csv"], []],
  ])("names %s", (_fact, received, missing) => {
    expect(filesNotSent(files, received)).toEqual(missing);
  });

  it("does not expect changes, days of attendance, decisions, or files that are not used", () => {
    const others = [
      used("orgs.csv"),
      used("exemptions.csv", "delta"),
      used("attendance-2022-05-19.csv", "append"),
      used("decision.csv", "append", "plain/recorded_exemption.csv"),
      { name: "old.csv", kind: "plain/plans.csv", mode: "bulk", outcome: "stopped" } as const,
    ];
    expect(filesNotSent(others, ["orgs.csv"])).toEqual([]);
  });
});
