import { describe, expect, it } from "vitest";
import { amendment } from "../../../../functions/reports/state/checks/amendment.ts";
import type {
  CertifiedVersion,
  SwingExplanation,
} from "../../../../functions/reports/state/checks/report-check.ts";
import { profileOf } from "../../../../functions/reports/state/records/report-profile.ts";
import { fieldWith, inHandWith, recordWith } from "../../../support/report-in-hand.ts";

const FIELDS = [
  fieldWith("id", { isKey: true }),
  fieldWith("INDICATOR", { codes: { met: "Y", "not-met": "N" } }),
];
const V1 = "a-report-2021-22-v1";
const recordsOf = (answers: string) =>
  [...answers].map((answer, index) => recordWith(String(index), [String(index), answer]));
const certifiedOf = (answers: string, hasRecords = true): CertifiedVersion => ({
  certificate: V1,
  profile: profileOf(FIELDS, recordsOf(answers)),
  records: hasRecords
    ? {
        fields: FIELDS.map(({ name, isKey }) => ({ name, isKey: isKey === true })),
        records: recordsOf(answers).map(({ about, cells }) => ({ ...about, cells })),
      }
    : null,
});
const run = (
  before: CertifiedVersion | null,
  answers: string,
  explanations: readonly SwingExplanation[] = [],
) =>
  amendment.run(
    inHandWith({ fields: FIELDS, records: recordsOf(answers), certified: before, explanations }),
  );
const saying = (subject: string): SwingExplanation => ({
  ...{ subject, because: "a file came late", by: "A", at: "2022-07-01T00:00:00.000Z" },
});
const Y = (count: number): string => "Y".repeat(count);
const N = (count: number): string => "N".repeat(count);

describe("an amendment beside the version that it amends", () => {
  it("is not compared where the school year has none", () => {
    expect(run(null, Y(50))).toMatchObject({ outcome: "not-made" });
  });

  it("is none where the records are the same", () => {
    expect(run(certifiedOf(Y(50)), Y(50))).toMatchObject({
      outcome: "passed",
      because: `The records are those of ${V1}.`,
    });
  });

  // The limit is 20 percent.
  it.each([
    [39, "passed"],
    [40, "passed"],
    [41, "failed"],
  ])("with %i more answers of 200 that were changed is %s", (changed, outcome) => {
    const before = certifiedOf(Y(200) + N(200));
    // As many each way, so that no count moves.
    const same = 200 - changed;
    const after = N(changed) + Y(same) + Y(changed) + N(same);
    expect(run(before, after).outcome).toBe(outcome);
  });

  it("needs a reason for the records that differ, bound to their number", () => {
    const [before, after] = [certifiedOf(Y(20) + N(20)), N(20) + Y(20)];
    const subject = `${V1}, records that differ: 40 of 40`;
    expect(run(before, after)).toMatchObject({
      outcome: "failed",
      because: `More than 20 percent differ from ${V1}: 40 of 40 records.`,
      unexplained: [subject],
    });
    expect(run(before, after, [saying(subject)]).outcome).toBe("passed");
    expect(run(before, after, [saying(`${V1}, records that differ: 39 of 40`)]).outcome).toBe(
      "failed",
    );
  });

  it("needs a reason for each count that moved far, also where the records have expired", () => {
    const result = run(certifiedOf(Y(30) + N(100), false), Y(10) + N(120));
    expect(result).toMatchObject({
      outcome: "failed",
      because: `More than 20 percent differ from ${V1}: INDICATOR Y from 30 to 10.`,
      unexplained: [`${V1}, INDICATOR=Y: 30 to 10`],
    });
    expect(result.remedy).toContain(`--subject "${V1}, INDICATOR=Y: 30 to 10"`);
  });

  it("counts records that came and went", () => {
    expect(run(certifiedOf(Y(20)), Y(40)).unexplained).toEqual([
      `${V1}, records that differ: 20 of 40`,
      `${V1}, records: 20 to 40`,
      `${V1}, INDICATOR=Y: 20 to 40`,
    ]);
  });

  it("does not count the numbers of records", () => {
    const fields = [
      fieldWith("number", { source: { recordNumber: true } }),
      fieldWith("id", { isKey: true }),
    ];
    const records = [..."abcdefghijk"].map((id, index) => recordWith(id, [String(index + 1), id]));
    const certified: CertifiedVersion = {
      ...{ certificate: V1, profile: profileOf(fields, records) },
      records: {
        fields: fields.map(({ name, isKey }) => ({ name, isKey: isKey === true })),
        records: records.map(({ about, cells }) => ({ ...about, cells: ["0", cells[1] ?? ""] })),
      },
    };
    expect(amendment.run(inHandWith({ fields, records, certified })).because).toBe(
      `The records are those of ${V1}.`,
    );
  });

  it("may differ by chance in a small file", () => {
    expect(run(certifiedOf(Y(9)), N(9)).outcome).toBe("passed");
  });
});
