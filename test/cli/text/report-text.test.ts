import { describe, expect, it } from "vitest";
import {
  certificateText,
  checkText,
  definitionsText,
  definitionText,
  exportText,
  historyText,
  settingsText,
  toFixText,
} from "../../../functions/cli/text/report-text.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { Certificate } from "../../../functions/reports/state/gate/certificate.ts";
import { reportCalled } from "../../support/made-report.ts";
import { faultWith, subject } from "../../support/report-in-hand.ts";

describe("definitions in words", () => {
  it("say of each report how far its layout was seen", () => {
    const text = definitionsText([
      reportCalled("plan-status"),
      reportCalled("pa-career-standards-benchmark"),
      reportCalled("ri-ilp-collection"),
    ]);
    expect(text).toMatch(/plan-status +any +confirmed +any/);
    expect(text).toMatch(/pa-career-standards-benchmark +PA +/);
    expect(text).toMatch(/ri-ilp-collection +RI +layout not confirmed/);
  });

  it("say what a report leaves out, and nothing of that where it leaves out nothing", () => {
    const definition = reportCalled("ri-ilp-collection");
    const [first] = definition.leftOut;
    expect(definitionText(definition)).toContain(`  ${first!.what}: ${first!.because}`);
    expect(definitionText({ ...definition, leftOut: [] })).not.toContain("What it leaves out");
  });
});

describe("checks in words", () => {
  const checked = {
    ...{ report: "plan-status", countDay: day("2022-03-15"), records: 1200 },
    checks: [
      { id: "a", name: "A check", scope: "file", because: "It holds.", failing: 0 },
      { id: "b", name: "Another", scope: "file", because: "It does not.", failing: 1 },
    ],
  } as const;

  it("name each with what to do, and the list to fix", () => {
    const [first, second] = checked.checks;
    const text = checkText({
      ...checked,
      isReady: false,
      toFix: 2,
      checks: [
        { ...first, outcome: "passed" },
        { ...second, outcome: "failed", remedy: "Correct it." },
      ],
    });
    expect(text).toBe(
      [
        "plan-status: 1,200 records, count day March 15, 2022\n",
        "passed   A check\n         It holds.",
        "FAILED   Another\n         It does not. Correct it.\n",
        "The file cannot be written before each failed check passes. ilp report fix plan-status lists 2 things to fix.\n",
      ].join("\n"),
    );
  });

  it("say that the file can be written where all passed", () => {
    const text = checkText({
      ...{ ...checked, isReady: true, toFix: 0 },
      checks: [{ ...checked.checks[0], outcome: "not-made" }],
    });
    expect(text).toContain("not made A check");
    expect(text).toMatch(/Every check passed: .*\n$/);
    expect(text).not.toContain("ilp report fix");
  });
});

describe("the list to fix in words", () => {
  it("names who, and no student for a record of counts", () => {
    expect(toFixText([])).toBe("Nothing is to be fixed.\n");
    const fix = { ...faultWith("form", "id"), isBlocking: true };
    const of = { ...subject("1"), familyName: "Soto", givenName: "Ana" };
    expect(toFixText([{ ...fix, about: of }])).toMatch(
      /Registrar +School A +Soto, Ana \(1\) +id +It is wrong\. +roster: id/,
    );
    const nobody = { ...of, student: "", familyName: "", givenName: "" };
    expect(toFixText([{ ...fix, column: "", about: nobody }])).toMatch(
      /Registrar +School A +id +It is wrong\. +roster\n$/,
    );
  });
});

const CERTIFICATE = {
  ...{ certificate: "plan-status-2021-22-v2", certifiedBy: "A. Reader" },
  ...{ certifiedAt: "2022-07-02T09:30:15.000Z", expiresOn: "2024-07-01" },
  files: [{ name: "plan-status.csv", sha256: "ab12", bytes: 9 }],
  difference: { added: 1, removed: 0, changed: 2, byField: {} },
} as unknown as Certificate;

describe("certificates in words", () => {
  it("have each file with its hash, and what an amendment changed", () => {
    expect(certificateText(CERTIFICATE)).toBe(
      [
        "plan-status-2021-22-v2: certified by A. Reader on July 2, 2022",
        "amendment: 1 record added, 0 removed, 2 changed",
        "  ab12  plan-status.csv",
        "the files are kept until July 1, 2024, the certificate for good\n",
      ].join("\n"),
    );
    expect(certificateText({ ...CERTIFICATE, difference: null })).not.toContain("amendment");
  });

  it("say where there is none", () => {
    expect(historyText([])).toBe("Nothing was certified.\n");
    expect(historyText([CERTIFICATE])).toBe(certificateText(CERTIFICATE));
  });

  it("are named with the file that was written, or nobody is", () => {
    expect(exportText({ file: "a.csv", certificate: null })).toContain("nobody has certified it");
    expect(exportText({ file: "a.csv", certificate: "v1" })).toBe(
      "wrote a.csv, as certified in v1\n",
    );
  });
});

describe("codes in words", () => {
  it("are those of the district and of each school", () => {
    expect(settingsText({ district: {}, schools: {} })).toBe("No code is set.\n");
    expect(settingsText({ district: { aun: "123456789" }, schools: { S1: "9001" } })).toMatch(
      /district +aun +123456789\n.*school +S1 +9001/s,
    );
  });
});
