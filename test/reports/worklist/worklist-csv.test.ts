import { describe, expect, it } from "vitest";
import {
  worklistSheet,
  type WorklistRow,
} from "../../../functions/reports/worklist/worklist-csv.ts";
import { spreadsheetCsv } from "../../../functions/reports/spreadsheet-csv.ts";

const csvOf = (entries: Parameters<typeof worklistSheet>[0]): string =>
  spreadsheetCsv(worklistSheet(entries));

const ENTRY: WorklistRow = {
  ...{ schoolName: "North", student: "0042", familyName: "Alderwick", givenName: "Maren" },
  ...{ grade: "07", counselor: "K-1", requirementName: "First review", rule: "A rule, twice." },
  ...{ citation: "A text", need: "overdue", status: "not-held", dueOn: "2021-11-12" },
  ...{ daysLeft: -14, because: "No review was held.", owner: "counselor", sinceOn: null },
};

describe("the worklist as a spreadsheet", () => {
  it("has a byte order mark, a header and one line per entry, empty where a day is missing", () => {
    expect(csvOf([ENTRY])).toBe(
      "\uFEFFschool,studentId,familyName,givenName,grade,counselor,requirement,need,status,dueOn,daysLeft,because,owner,sinceOn,rule,citation\r\n" +
        'North,0042,Alderwick,Maren,07,K-1,First review,overdue,not-held,2021-11-12,-14,No review was held.,counselor,,"A rule, twice.",A text\r\n',
    );
  });

  it("keeps the zeros of an identifier, and runs no formula that a name holds", () => {
    const csv = csvOf([{ ...ENTRY, familyName: "=1+1", dueOn: null, daysLeft: null }]);
    expect(csv).toContain('North,0042,"\'=1+1",Maren,');
    expect(csv).toContain(",not-held,,,No review");
  });
});
