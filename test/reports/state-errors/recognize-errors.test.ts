import { describe, expect, it } from "vitest";
import type { ErrorProfile } from "../../../functions/reports/state-errors/error-profile.ts";
import { ERROR_PROFILES } from "../../../functions/reports/state-errors/error-profiles.ts";
import { recognizeErrors } from "../../../functions/reports/state-errors/recognize-errors.ts";

const idOf = (name: string, text: string, profiles?: readonly ErrorProfile[]) => {
  const answer = recognizeErrors(name, text, profiles);
  return "profile" in answer ? answer.profile.id : answer.because;
};
const calpads = (severity: string, ruleId = "SENR0001") =>
  `SENR-E^^^^S1^^^9001^1^${ruleId}^${severity}^words^Field^value\n`;
const plain = (id: string, over: Partial<ErrorProfile> = {}): ErrorProfile => ({
  ...{ id, version: 1, title: id, state: "PA", collection: id, status: "recalled", sources: [id] },
  ...{ fileNames: [`^${id}`], delimiters: [","], signature: [["Code"], ["Level"]] },
  columns: [
    { to: "ruleId", names: ["Code"] },
    { to: "severity", names: ["Level"] },
  ],
  ...{ ruleIdForm: "\\d+", severities: { codes: {}, otherwise: "error" }, rules: [] },
  ...over,
});

describe("recognizeErrors", () => {
  it("finds the header below titles, by names in any case", () => {
    const text = "Title\n\nSecond title\nrule_number,ERROR LEVEL,Rule Text\n";
    expect(recognizeErrors("a.csv", text)).toMatchObject({
      ...{ delimiter: ",", recordsBeforeHeader: 2, profile: { id: "tsds" } },
      header: ["rule_number", "ERROR LEVEL", "Rule Text"],
    });
  });

  it.each([
    [11, "tsds"],
    [12, expect.stringContaining("No profile fits the file.")],
  ])("with %i lines before the header", (lines, id) => {
    const text = `${"a title\n".repeat(lines)}Rule Number,Error Level\n`;
    expect(idOf("a.csv", text)).toEqual(id);
  });

  it.each([
    ["of which all are records", calpads("F") + calpads("W"), "calpads"],
    ["of which half are records", calpads("F") + calpads("Q"), "calpads"],
    ["of which less than half are", calpads("F") + calpads("Q") + calpads("F", "?"), null],
    ["of another delimiter", calpads("F").replaceAll("^", "|"), null],
  ])("reads lines without a header %s", (_what, text, id) => {
    expect(idOf("a.txt", text)).toEqual(id ?? expect.stringMatching(/^No profile fits the file\./));
  });

  it("takes a rule from the file's name, and says so where the file has another name", () => {
    const text = "Message\nStudent Record: PASecureID:9000000101\n";
    expect(idOf("rule_12.csv", text)).toBe("pims");
    expect(idOf("Rule_12 (1).CSV", text)).toBe("pims");
    expect(idOf("errors.csv", text)).toBe(
      "The file could be of pims (Pennsylvania: PIMS data quality rules), whose rule is in the file's name: give the file the name that it had when it was downloaded.",
    );
  });

  it("names the nearest profile and the columns that the file lacks, and no cell of the file", () => {
    expect(idOf("a.csv", "Exception Code,Title,Larkspur\nCFU-1,words,Ada\n")).toBe(
      "No profile fits the file. It is nearest to north-carolina (North Carolina: exceptions of a PowerSchool collection), and lacks the columns: Severity.",
    );
  });

  it.each([
    ["the name decides", "second.csv", "second"],
    [
      "nothing decides",
      "c.csv",
      "The file fits several profiles: first, second. Name one of them with --profile.",
    ],
  ])("between two profiles that fit alike, %s", (_what, name, answer) => {
    const profiles = [plain("first"), plain("second")];
    expect(idOf(name, "Code,Level\n1,F\n", profiles)).toBe(answer);
  });

  it("takes of two unnamed profiles that which knows more columns", () => {
    const more = plain("more");
    const columns = [...more.columns, { to: "value", names: ["Value"] } as const];
    const profiles = [plain("first"), { ...more, columns }];
    expect(idOf("c.csv", "Code,Level,Value\n", profiles)).toBe("more");
  });

  it("says of each profile which columns it needs where the file is near to none", () => {
    expect(
      idOf("c.csv", "student_id,family_name\n0001,Larkspur\n", [plain("first"), plain("second")]),
    ).toBe(
      "No profile fits the file. Each needs its columns: first (Code, Level); second (Code, Level). Send the report as it was downloaded, as CSV or text.",
    );
  });

  it("takes an empty text for no report", () => {
    expect(idOf("rule_12.csv", "")).toMatch(/^No profile fits the file\./);
  });

  it("has profiles that differ in what they ask", () => {
    for (const { id, signature } of ERROR_PROFILES) {
      const header = signature.map(([name]) => name).join(",");
      expect(idOf("rule_1.csv", `${header}\n`)).toBe(id);
    }
  });
});
