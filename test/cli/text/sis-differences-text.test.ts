import { describe, expect, it } from "vitest";
import {
  sisDifferencesText,
  sisNotReadText,
  sisRecordsNotRead,
} from "../../../functions/cli/text/sis-differences-text.ts";
import type { ComparedWithSis } from "../../../functions/reports/sis-values/compare-with-sis.ts";
import type { SisDifference } from "../../../functions/reports/sis-values/compare-sis-values.ts";
import { SIS_PROFILES } from "../../../functions/reports/sis-values/sis-profiles.ts";
import { subject } from "../../support/report-in-hand.ts";

const [profile] = SIS_PROFILES;
const difference = (kind: SisDifference["kind"], field: string): SisDifference => ({
  ...{ kind, field, about: subject("1"), stateId: "X1", record: 1 },
  ...{ inList: "some", inReport: "none" },
});
const comparedWith = (more: Partial<ComparedWithSis> = {}): ComparedWithSis => ({
  ...{ profile: profile!, fields: profile!.fields, differences: [], matched: 1_000 },
  ...{ listed: 1_100, students: 1_200, lacking: [], rejects: [], isCutShort: false },
  ...more,
});
const reject = (record: number, column: string) =>
  ({ file: "list.csv", record, column, reason: "missing-value" }) as const;

describe("a comparison in words", () => {
  it("counts differences by kind and field, and names nobody", () => {
    const text = sisDifferencesText(
      comparedWith({
        differences: [
          difference("differs", "diploma"),
          difference("differs", "diploma"),
          difference("differs", "grade"),
          difference("not-in-list", ""),
        ],
      }),
    );
    expect(text).toContain(": 1,000 of 1,200 students are in the list of 1,100 records\n");
    expect(text).toMatch(/\n2 +the two differ +Intended diploma +Ask the counselor/);
    expect(text).toMatch(/\n1 +the two differ +Grade level +Ask/);
    expect(text).toMatch(/\n1 +not in the list +Check whether/);
    expect(text).toContain("written without a list of the system");
    expect(text).not.toMatch(/Family1|Ada|X1/);
  });

  it("says that nothing differs, and which columns the list lacks", () => {
    const confirmed = { ...profile!, status: "confirmed" } as const;
    const text = sisDifferencesText(comparedWith({ profile: confirmed, lacking: ["E1545"] }));
    expect(text).toContain("Nothing differs.\n");
    expect(text).toContain("The list has no column E1545.\n");
    expect(text).not.toMatch(/written without|csv/);
  });
});

describe("what could not be read of a list", () => {
  it("is said by column, with the first record", () => {
    const compared = comparedWith({
      rejects: [reject(2, "STN"), reject(7, "STN"), reject(3, "")],
      isCutShort: true,
    });
    expect(sisNotReadText(compared)).toMatch(
      /^2 records not read: .* \(STN\): from record 2 on\n1 record not read: [^()]*: from record 3 on\nThe list breaks off there/,
    );
    expect(sisRecordsNotRead(compared)).toBe(3);
    expect(sisNotReadText(comparedWith())).toBe("");
  });
});
