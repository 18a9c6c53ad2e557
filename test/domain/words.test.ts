import { describe, expect, it } from "vitest";
import { CONFORMED } from "../../functions/domain/record-types/conformed-tables.ts";
import { GRADES, gradeName, isGrade } from "../../functions/domain/people/grade.ts";
import { grouped } from "../../functions/domain/text/grouped.ts";
import { districtId } from "../../functions/domain/ids.ts";
import {
  REJECT_REASON_NAMES,
  REJECT_REASONS,
  REMEDIES,
} from "../../functions/domain/records/reject.ts";
import {
  REVIEW_STATUS_NAMES,
  REVIEW_STATUSES,
} from "../../functions/domain/plans/review-status.ts";

describe("districtId", () => {
  it.each(["grand-bend", "a", "d7", "x".repeat(64)])("takes %s", (text) => {
    expect(districtId(text)).toBe(text);
  });

  it.each(["", "Grand-Bend", "grand bend", "-a", "a-", "../a", "a/b", "a#b", "x".repeat(65)])(
    "refuses %j, which would name a folder or a key",
    (text) => {
      expect(() => districtId(text)).toThrow("must be lower-case letters, digits and hyphens");
    },
  );
});

describe("grades", () => {
  it("are said as a page says them", () => {
    expect(["08", "12", "KG", "PK"].map((grade) => isGrade(grade) && gradeName(grade))).toEqual([
      "Grade 8",
      "Grade 12",
      "Kindergarten",
      "Prekindergarten",
    ]);
  });

  it("are codes of two digits where they are numbers", () => {
    expect(isGrade("8")).toBe(false);
    expect(GRADES.filter((grade) => /^\d/.test(grade))).toHaveLength(13);
  });
});

describe("grouped", () => {
  it("keeps groups and rows in the order they come in", () => {
    expect([...grouped(["b1", "a1", "b2"], (text) => text[0])]).toEqual([
      ["b", ["b1", "b2"]],
      ["a", ["a1"]],
    ]);
  });
});

describe("the words that pages say", () => {
  it("have a name and a remedy for every reason of a reject", () => {
    for (const reason of REJECT_REASONS) {
      expect(REJECT_REASON_NAMES[reason]).toMatch(/^[A-Z].*[a-z]$/);
      expect(REMEDIES[reason]).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("have a name of its own for every review status", () => {
    const names = REVIEW_STATUSES.map((status) => REVIEW_STATUS_NAMES[status]);
    expect(new Set(names).size).toBe(REVIEW_STATUSES.length);
  });
});

describe("conformed tables", () => {
  it.each(Object.entries(CONFORMED))(
    "%s gives its grain, its key and every column",
    (name, table) => {
      expect(table.name).toBe(name);
      expect(table.description).toMatch(/^One row per /);
      const columns: readonly string[] = table.columns.map((column) => column.name);
      expect(new Set(columns).size).toBe(columns.length);
      expect(table.primaryKey.filter((key) => !columns.includes(key))).toEqual([]);
      for (const { definition } of table.columns) expect(definition).toMatch(/^[A-Za-z].*\.$/);
    },
  );
});
