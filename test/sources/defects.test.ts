import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grouped } from "../../functions/domain/text/grouped.ts";
import { worklistSheet } from "../../functions/reports/worklist/worklist-csv.ts";
import { spreadsheetCsv } from "../../functions/reports/spreadsheet-csv.ts";
import { nearestName } from "../../functions/domain/text/nearest-name.ts";
import { columnNames, fileKinds, PROFILES } from "../../functions/sources/profiles/profiles.ts";
import { DEFECTS, defectFolders, kindsBeside, readChunks } from "./read-defect.ts";
import { cut, readRecords, utf8 } from "./read-export.ts";

const csvOf = (entries: Parameters<typeof worklistSheet>[0]): string =>
  spreadsheetCsv(worklistSheet(entries));

/** What comes of a file, as `expected.json` beside it states it. */
interface Expected {
  readonly files: {
    readonly [file: string]: {
      readonly kind: string | null;
      readonly outcome: string;
      readonly records: number;
      readonly accepted: number;
      readonly rejected: number;
      readonly rejects: readonly unknown[];
      /** By table: of each row what is to be seen. */
      readonly rows?: { readonly [table: string]: readonly object[] };
      readonly encoding?: string;
      readonly unusedColumns?: readonly string[];
      readonly repeatedColumns?: readonly string[];
    };
  };
}

const bytesOf = (folder: string, file: string): Uint8Array =>
  readFileSync(join(DEFECTS, folder, file));

/** Those of whole districts are in `test/pipeline/reading/defects.test.ts`. */
const cases = defectFolders
  .filter((folder) => existsSync(join(DEFECTS, folder, "expected.json")))
  .map((folder) => [folder.slice(0, 2), folder.slice(3).replaceAll("-", " "), folder] as const);

describe("the defects of exports", () => {
  it.each(cases)("%s: %s", (_number, _fact, folder) => {
    const { files } = JSON.parse(
      readFileSync(join(DEFECTS, folder, "expected.json"), "utf8"),
    ) as Expected;
    const kinds = kindsBeside(folder);
    for (const [file, { rows = {}, ...wanted }] of Object.entries(files)) {
      const bytes = bytesOf(folder, file);
      const { encoding, reading, rows: readRows, rejects } = readChunks(file, [bytes], kinds);
      const told = {
        ...reading,
        kind: reading.kind?.kind ?? null,
        encoding,
        rejects: rejects.map(({ file: _file, ...reject }) => reject),
      };
      expect(told, file).toMatchObject(wanted);
      if (wanted.outcome === "used") {
        const tables = grouped(readRows, ({ table }) => table as string);
        expect([...tables.keys()].sort(), file).toEqual(Object.keys(rows).sort());
        for (const [table, expected] of Object.entries(rows)) {
          const read = tables.get(table) ?? [];
          expect(
            read.map(({ row }) => row),
            `${file}, ${table}`,
          ).toMatchObject(expected);
        }
      }
      const [first, ...others] = [1, 7, 64].map((size) =>
        cut(
          bytes,
          Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => index * size),
        ),
      );
      for (const chunks of [first ?? [], ...others]) {
        const again = readChunks(file, chunks, kinds);
        expect([again.reading, again.rows, again.rejects], file).toEqual([
          reading,
          readRows,
          rejects,
        ]);
      }
    }
  });

  it.each(["one-plain-record", "doubled-quotes", "empty-cells-in-quotes", "a-comma-in-quotes"])(
    "15: reads %s the same with either other line end",
    (folder) => {
      const path = join(DEFECTS, "../nasty", folder, "as-sent.csv");
      const text = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
      const plain = readRecords([utf8(text)]);
      expect(plain.records.length).toBeGreaterThan(0);
      for (const end of ["\r\n", "\r"]) {
        expect(readRecords([utf8(text.replaceAll("\n", end))])).toEqual(plain);
      }
    },
  );

  it("20: names the column that a misspelled one was probably meant to be", () => {
    const users = fileKinds(PROFILES).find(({ kind }) => kind === "one-roster/users.csv");
    const columns = columnNames(users!);
    expect(nearestName("dataLastModified", columns)).toBe("dateLastModified");
    expect(nearestName("reveiw_id", ["review_id", "plan_id"])).toBe("review_id");
  });

  it("44: writes names that are formulas so that no spreadsheet runs them", () => {
    const { rows } = readChunks("users.csv", [
      bytesOf("44-names-that-are-formulas-or-run-the-other-way", "users.csv"),
    ]);
    const person = rows.find(({ table }) => table === "person")?.row as unknown as {
      readonly student: string;
      readonly givenName: string;
      readonly familyName: string;
    };
    const csv = csvOf([
      {
        ...person,
        ...{ schoolName: "-School", grade: "09", counselor: "", requirementName: "Review" },
        ...{ rule: "", citation: "" },
        ...{ need: "overdue", status: "not-held", dueOn: null, daysLeft: -3, because: "Late." },
        ...{ owner: "", sinceOn: null },
      },
    ]);
    const [, line] = csv.split("\r\n");
    expect(line?.replaceAll('"', "")).toMatch(
      /^'-School,'=cmd\|' \/C calc'!A0,'@SUM\(A1\),'\+Maren,09,,Review,overdue,not-held,,-3,Late\./,
    );
  });

  it("45: keeps no word of a record in what it says of the reject", () => {
    const { rejects } = readChunks("goals.csv", [
      bytesOf("45-a-family-s-words-in-a-goal", "goals.csv"),
    ]);
    expect(rejects).toHaveLength(2);
    expect(JSON.stringify(rejects)).not.toMatch(/Brunhild|555|divorce/);
  });
});
