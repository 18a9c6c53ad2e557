import { describe, expect, it } from "vitest";
import type { IngestedFile, IngestReport } from "../../../functions/cli/steps/ingest.ts";
import { ingestEnd } from "../../../functions/cli/steps/ingest-end.ts";

const file = (name: string, outcome: IngestedFile["outcome"]): IngestedFile => ({
  ...{ file: name, kind: "plain/plans.csv", outcome, isKnown: false, message: "" },
  ...{ records: 1, accepted: 1, rejected: 0, leftOut: 0 },
  ...{ notCounted: 0, repeated: 0, contradicted: 0, setAside: 0 },
});
const report = (version: string | null, ...files: readonly IngestedFile[]): IngestReport => ({
  ...{
    district: "fernhill",
    version,
    isNew: true,
    ...{ changes: [], notCompared: [], madeAgain: 0 },
    schoolsGone: [],
    notSent: [],
    absencesOutside: 0,
    sharedAttendance: null,
    undatedEnrollments: 0,
    gradeLevels: { students: 0, unknown: 0 },
    missing: [],
    files,
  },
});

describe("the end of an ingest", () => {
  it("is 0 where every file is used, not needed, a profile, or superseded", () => {
    const all = (["used", "ignored", "profile", "superseded"] as const).map((outcome) =>
      file(`${outcome}.csv`, outcome),
    );
    expect(ingestEnd(report("v1", ...all), true)).toEqual({ exitCode: 0, message: "" });
  });

  it.each(["unreadable", "not-recognized", "stopped", "waiting"] as const)(
    "is 2 and names the file where one of them is %s",
    (outcome) => {
      const end = ingestEnd(report("v1", file("a.csv", "used"), file("b.csv", outcome)), true);
      expect(end.exitCode).toBe(2);
      expect(end.message).toContain(
        `1 of 2 files not used, or waiting to be accepted: b.csv (${outcome})`,
      );
    },
  );

  it("is 1 where nothing that was handed in is usable, and does not deny the version in force", () => {
    const end = ingestEnd(report("v1", file("b.csv", "waiting")), true);
    expect(end.exitCode).toBe(1);
    expect(end.message).toContain("the files used before are still used");
    expect(end.message).not.toContain("nothing new is conformed");
  });

  it("is 1 where nothing is conformed, or nothing was found", () => {
    expect(ingestEnd(report(null, file("a.csv", "used")), true)).toMatchObject({ exitCode: 1 });
    expect(ingestEnd(report("v1"), true).message).toContain("no file was found");
  });

  it("is 0 where only what waited was accepted", () => {
    expect(ingestEnd(report("v1", file("old.csv", "unreadable")), false).exitCode).toBe(0);
  });
});
