import { describe, expect, it } from "vitest";
import { profileOf } from "../../../../functions/reports/state/records/report-profile.ts";
import { fieldWith, recordWith } from "../../../support/report-in-hand.ts";

describe("how a file is filled", () => {
  it("is counted by code, those that nobody has among them, and not of fields without codes", () => {
    const fields = [
      fieldWith("id"),
      fieldWith("answer", {
        codes: { met: "Y", "not-met": "N", "not-applicable": "N", gone: "G" },
      }),
    ];
    const records = [
      ["1", "Y"],
      ["2", "N"],
      ["3", "Y"],
      ["4", ""],
    ].map(([id, answer]) => recordWith(id!, [id!, answer!]));
    expect(profileOf(fields, records)).toEqual({
      records: 4,
      codes: { answer: { Y: 2, N: 1, G: 0 } },
      sums: {},
    });
  });
});
