import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { passedFile } from "../../../functions/pipeline/state-reports/report-files.ts";
import expected from "../../../fixtures/cast/expected.json" with { type: "json" };
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay } from "../../support/local-district.ts";
import { CERTIFIED_AT, failing, PLAN_STATUS, reportOf } from "../../support/report-of.ts";

const GOLDEN = new URL("../../../fixtures/state-reports/cast-plan-status.csv", import.meta.url);

const planStatus = async () => {
  const places = await conformedCast();
  await publishDay(places, CAST_DAY, CAST, "staff-only");
  return reportOf(places, CAST, PLAN_STATUS, CAST_DAY);
};
const STANDING: { readonly [status: string]: string } = {
  timely: "met",
  "held-late": "not met",
  "not-held": "not met",
  "plan-missing": "not met",
  met: "met",
  "not-met": "not met",
};

describe("the plan status file of the cast", { timeout: 60_000 }, () => {
  it("is byte for byte the one that was read", async () => {
    const made = await planStatus();
    expect(failing(made)).toEqual([]);
    const { name, bytes } = passedFile(made, CERTIFIED_AT);
    expect(name).toBe("plan-status-2022-03-15.csv");
    expect(Buffer.from(bytes).equals(readFileSync(GOLDEN))).toBe(true);
  });

  it("says of each student what was worked out by hand", async () => {
    const { bytes } = passedFile(await planStatus(), CERTIFIED_AT);
    const text = Buffer.from(bytes).toString("utf8");
    expect(text.startsWith("\uFEFFschool_id,")).toBe(true);
    const { data, errors } = Papa.parse<{ readonly [field: string]: string }>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(49);
    const byId = new Map(data.map((row) => [row.student_id, row]));
    let compared = 0;
    for (const [student, { requirements }] of Object.entries(expectedAnswers())) {
      const row = byId.get(student);
      if (row === undefined) continue;
      for (const [id, status] of Object.entries(requirements)) {
        const standing = STANDING[status];
        if (standing === undefined) continue;
        expect(`${student} ${id} ${row[`${id}_answer`] ?? ""}`).toBe(
          `${student} ${id} ${standing}`,
        );
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(80);
  });
});

function expectedAnswers(): {
  readonly [student: string]: { readonly requirements: { readonly [id: string]: string } };
} {
  return expected.students as never;
}
