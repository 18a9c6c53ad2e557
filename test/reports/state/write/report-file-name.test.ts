import { describe, expect, it } from "vitest";
import { sha256Of } from "../../../../functions/hashing/sha256-of.ts";
import { passedFile } from "../../../../functions/pipeline/state-reports/report-files.ts";
import { gate } from "../../../../functions/reports/state/gate/gate.ts";
import type { ReportDefinition } from "../../../../functions/reports/state/definitions/report-definition.ts";
import type { MadeReport } from "../../../../functions/pipeline/state-reports/make-report.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import {
  contextWith,
  COUNTING,
  definitionWith,
  faultWith,
  fieldWith,
  inHandWith,
  recordWith,
} from "../../../support/report-in-hand.ts";

function madeWith(fileName: string, faults = [] as ReturnType<typeof faultWith>[]): MadeReport {
  const { layout } = definitionWith();
  const definition = definitionWith({
    layout: { ...layout, fileName } as ReportDefinition["layout"],
  });
  const inHand = inHandWith({
    kind: COUNTING,
    context: contextWith({
      ...{ definition, asOf: day("2022-03-15") },
      settings: { district: { aun: "123456789" }, schools: {} },
    }),
    fields: [fieldWith("id")],
    records: [recordWith("1", ["7"], faults)],
  });
  return { manifest: {} as MadeReport["manifest"], inHand, gate: gate(inHand) };
}
const AT = "2024-07-02T09:30:15.123Z";

describe("the file of a report that passed", () => {
  it.each([
    ["r-{countDay}.csv", "r-2022-03-15.csv"],
    ["r-{schoolYear}.csv", "r-2021-22.csv"],
    ["{district.aun}_{stamp}.csv", "123456789_202407020930.csv"],
    ["{version}.csv", "7020930.csv"],
  ])("has by %s the name %s", (template, name) => {
    const file = passedFile(madeWith(template), AT);
    expect(file.name).toBe(name);
    expect(Buffer.from(file.bytes).toString()).toBe("7\r\n");
  });

  it("has no name where the district lacks a part of it", () => {
    expect(() => passedFile(madeWith("{district.stateLeaId}.csv"), AT)).toThrow(
      "the identifier that the state gave the district",
    );
  });

  it("is none where the gate is shut, and says which check fails and where the list is", () => {
    expect(() => passedFile(madeWith("r.csv", [faultWith("form")]), AT)).toThrow(
      /A report cannot be written: Every value has the form of its field.* ilp report fix a-report/,
    );
  });
});

it("the SHA-256 of bytes is in lower-case hex", () => {
  expect(sha256Of(new Uint8Array(0))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});
