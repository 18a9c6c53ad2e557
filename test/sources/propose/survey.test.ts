import { describe, expect, it } from "vitest";
import { byteFacts } from "../../../functions/sources/csv/byte-facts.ts";
import { inspectHead } from "../../../functions/sources/inspect/inspect-head.ts";
import { FILE_KINDS } from "../../../functions/sources/profiles/profiles.ts";
import { survey } from "../../../functions/sources/propose/survey.ts";

/** A survey of so many records with the columns. */
function surveyed(columns: number, records: number) {
  const header = ["Pupil Key", ...Array.from({ length: columns - 1 }, (_, n) => `Item ${n} Score`)];
  const head = inspectHead("items.csv", `${header.join(",")}\nP1,2,3\nP2,3,4\n`, FILE_KINDS);
  const looking = survey("items.csv", byteFacts().end(), head, FILE_KINDS);
  for (let n = 0; n < records; n++)
    looking.push([`P${n}`, ...Array(columns - 1).fill(String(n % 9))]);
  return looking.end();
}

describe("survey", () => {
  it("counts every record and keeps a sample whose size is bounded", () => {
    const many = surveyed(4, 100_000);
    expect(many.records).toBe(100_000);
    expect(many.rows.length).toBeLessThanOrEqual(30_000);
    expect(many.columns[0]?.shape).toMatchObject({ filled: 100_000, codes: null, isUnique: true });
    expect(many.columns[1]?.shape).toMatchObject({ distinct: 9, isUnique: false });
  });

  it("looks at so many columns of a wide file and no more", () => {
    const wide = surveyed(600, 3_000);
    expect(wide.columns).toHaveLength(500);
    expect(wide.rows.length).toBeLessThanOrEqual(4_000);
    expect(wide.rows[0]).toHaveLength(500);
  });
});
