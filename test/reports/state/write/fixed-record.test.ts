import { describe, expect, it } from "vitest";
import { fixedRecord } from "../../../../functions/reports/state/write/fixed-record.ts";

const FIELDS = [
  { name: "id", start: 1, length: 4 },
  { name: "count", start: 6, length: 3, isNumber: true },
] as const;

describe("a record of fixed width", () => {
  it("has text to the left and numbers to the right, with blanks between and behind", () => {
    expect(fixedRecord(FIELDS, ["ab", "7"], 12)).toBe("ab     7    ");
  });
  it("ends with its last field where it has no length", () => {
    expect(fixedRecord(FIELDS, ["abcd", "123"], null)).toBe("abcd 123");
  });
  it("has blanks for a value that is not there", () => {
    expect(fixedRecord(FIELDS, [], null)).toBe("        ");
  });
  it.each([
    ["abcd", true],
    ["abcde", false],
  ])("holds %s: %s", (text, fits) => {
    const write = () => fixedRecord(FIELDS, [text, "1"], 8);
    if (fits) expect(write()).toBe(`${text}   1`);
    else expect(write).toThrow("a value of id is longer than 4 characters");
  });
  it("is no record where a field has no place, or two share one", () => {
    expect(() => fixedRecord([{ name: "id", start: 1 }], ["a"], 3)).toThrow("id has no place");
    const shared = [FIELDS[0], { name: "next", start: 4, length: 2 }];
    expect(() => fixedRecord(shared, ["a", "b"], 9)).toThrow("next begins before the field before");
  });
});
