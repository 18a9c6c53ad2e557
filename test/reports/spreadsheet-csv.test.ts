import { describe, expect, it } from "vitest";
import { sheetOf, spreadsheetCsv } from "../../functions/reports/spreadsheet-csv.ts";
import { studentsSheet } from "../../functions/reports/students/students-sheet.ts";
import { contentHash } from "../../functions/hashing/content-hash.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { FERNHILL, ingestFiles, oneTo, roster } from "../support/ingest-files.ts";
import { freshPlaces } from "../support/local-district.ts";

const text = (name: string) => ({ name, type: "text", title: name, definition: name }) as const;
const tableOf = (...names: readonly string[]) => ({
  ...{ name: "own", title: "Own", description: "One row.", primaryKey: [] },
  columns: names.map(text),
});

/** What people keep in a spreadsheet and hand in, by the names of its columns. */
const OWN = {
  "staff.csv": [
    { staff_id: "S-01", name: "Núñez, Ana", role: "principal", school_ids: "S1" },
    { staff_id: "S-02", name: "B. Lund", role: "registrar", school_ids: "S2" },
  ],
  "caseload.csv": [{ counselor_id: "K-7", student_id: "0002" }],
  "exemptions.csv": [
    {
      student_id: "0003",
      requirement: "review-1",
      reason: "medical",
      decided_by: "S-01",
      from_on: "2021-09-10",
      until_on: "",
    },
  ],
} as const;

describe("a CSV for a spreadsheet", () => {
  it("begins with the bytes by which Excel knows UTF-8", () => {
    const csv = spreadsheetCsv(sheetOf(tableOf("name"), [{ name: "Muñoz" }] as never));
    expect([...new TextEncoder().encode(csv)].slice(0, 5)).toEqual([0xef, 0xbb, 0xbf, 0x6e, 0x61]);
    expect(csv).toBe("\uFEFFname\r\nMuñoz\r\n");
    expect(spreadsheetCsv(studentsSheet([]))).toMatch(/^\uFEFFschool,/);
  });

  it("is read back by our own reader as the same file without the mark is", async () => {
    const read = async (isMarked: boolean) => {
      const places = await freshPlaces();
      const own = Object.entries(OWN).map(([name, rows]) => {
        const csv = spreadsheetCsv(sheetOf(tableOf(...Object.keys(rows[0] ?? {})), rows as never));
        return [name, isMarked ? csv : csv.slice(1)] as const;
      });
      const { received } = await ingestFiles(places, [...roster(oneTo(8)), ...own]);
      const manifest = await conformedInForce(places.records, FERNHILL);
      return {
        received: received.map(({ file, outcome }) => ({ file, outcome })),
        files: manifest?.files.map(({ sha256: _other, ...file }) => file),
        staff: manifest?.staff,
        partitions: contentHash(
          JSON.stringify(manifest?.schools.flatMap(({ partitions }) => partitions)),
        ),
      };
    };
    const [marked, plain] = [await read(true), await read(false)];
    expect(marked).toEqual(plain);
    expect(marked.files?.filter(({ name }) => name in OWN)).toMatchObject([
      { name: "caseload.csv", outcome: "used", accepted: 1, rejected: 0 },
      { name: "exemptions.csv", outcome: "used", accepted: 1, rejected: 0 },
      { name: "staff.csv", outcome: "used", accepted: 2, rejected: 0 },
    ]);
    expect(marked.staff).toContainEqual(
      expect.objectContaining({ staff: "S-01", name: "Núñez, Ana" }),
    );
  });
});
