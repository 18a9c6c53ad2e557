import { describe, expect, it } from "vitest";
import {
  notReadText,
  recordsNotRead,
  stateErrorsText,
} from "../../../functions/cli/text/state-errors-text.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { Reject } from "../../../functions/domain/records/reject.ts";
import type { StateErrorReport } from "../../../functions/pipeline/state-reports/state-errors.ts";
import type { RuleCount } from "../../../functions/reports/state-errors/errors-by-rule.ts";
import { stateError } from "../../support/state-error-rows.ts";

const report = (over: Partial<StateErrorReport> = {}): StateErrorReport => ({
  profile: { id: "tsds", title: "Texas: TSDS", status: "confirmed" },
  kept: {
    ...{ sha256: "ab12", profile: "tsds" },
    ...{ readOn: day("2022-06-14"), keptUntil: day("2022-09-12") },
  },
  ...{ records: 0, rules: [], errors: [], rejects: [], isCutShort: false },
  ...over,
});
const reject = (record: number, over: Partial<Reject> = {}): Reject => ({
  ...{ file: "a.csv", record, column: "Rule #", reason: "missing-value" },
  ...over,
});
const rule: RuleCount = {
  ...{ ruleId: "40100-0017", severity: "fatal", scope: "record", check: "form", errors: 1_200 },
  ...{ students: 1_100, unmatched: 1, note: "the state stopped counting at 500 errors" },
};

describe("stateErrorsText", () => {
  it("counts by rule, and names no student and no value", () => {
    const error = stateError({ value: "2008-02-30", studentLocalId: "0001", message: "Ada" });
    const text = stateErrorsText(
      report({
        ...{ records: 1, rules: [rule] },
        errors: [
          {
            ...{ error, check: "form", owner: "registrar" },
            match: { kind: "unmatched", because: "unknown-student" },
          },
        ],
      }),
    );
    expect(text).toBe(
      `Texas: TSDS (tsds): 1 error in 1 record
severity  rule        errors  students  not matched  our check that would have found it     note
fatal     40100-0017  1,200   1,100     1            every value has the form of its field  the state stopped counting at 500 errors
1 error without a student of the district: the list says why
The list of students is in the formats csv, xlsx and json. The report is kept until September 12, 2022.
`,
    );
  });

  it("says of a recalled profile that it is one", () => {
    const profile = { id: "tsds", title: "Texas: TSDS", status: "recalled" } as const;
    expect(stateErrorsText(report({ profile }))).toMatch(
      /^Texas: TSDS \(tsds\): 0 errors in 0 records\nThis profile was written without a file of the state/,
    );
    expect(stateErrorsText(report())).not.toContain("without a file");
  });
});

describe("notReadText", () => {
  it("names by reason the numbers of the records, of many the first", () => {
    const many = Array.from({ length: 21 }, (_, index) => reject(index + 1));
    const setAside = reject(7, { reason: "not-a-number", disposition: "set-aside" });
    const cut = reject(30, { column: "", reason: "unclosed-quote" });
    expect(notReadText(report({ rejects: [...many, setAside, cut], isCutShort: true }))).toBe(
      `21 records not read: A required value is missing (Rule #): records 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 …
1 record read without the value: Not a number (Rule #): record 7
1 record not read: A quotation mark is not closed: record 30
The report breaks off there: the records after it are not read.
`,
    );
  });

  it("is empty where all was read", () => {
    expect(notReadText(report())).toBe("");
  });
});

describe("recordsNotRead", () => {
  it("counts each record once, and none that is read without a value", () => {
    const rejects = [
      reject(1),
      reject(1, { reason: "too-many-cells" }),
      reject(2, { disposition: "set-aside" }),
      reject(3),
    ];
    expect(recordsNotRead(report({ rejects }))).toBe(2);
  });
});
