import { describe, expect, it } from "vitest";
import { columnsOf } from "../../functions/domain/records/columns-builder.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import type { District } from "../../functions/join/assemble-district.ts";
import { joinedRows } from "../../functions/join/joined-records.ts";
import { planTexts } from "../../functions/join/plan-texts.ts";
import { districtRows } from "../../functions/join/school-rows.ts";

const rowsIn = (tables: { readonly [table: string]: readonly object[] }) =>
  Object.fromEntries(
    ["plan", "goal", "actionStep", "review"].map((table) => [
      table,
      joinedRows(columnsOf(tables[table] ?? [])),
    ]),
  );
const ADA = studentId("0001");
const BEN = studentId("0002");
const textsOf = (tables: { readonly [table: string]: readonly object[] }) =>
  planTexts(
    districtRows(
      { records: rowsIn(tables) } as unknown as District,
      new Map([[schoolId("S1"), [ADA, BEN]]]),
    ),
  );

describe("plan documents as text", () => {
  it("are one per school year, with what belongs to its plans in the order in which it came", () => {
    const texts = textsOf({
      plan: [
        { plan: "P3", student: "0001", schoolYear: 2022 },
        { plan: "P2", student: "0001", schoolYear: 2021, openedOn: "2020-09-01" },
        { plan: "P1", student: "0001", schoolYear: 2022 },
        { plan: "P0", student: "0002", schoolYear: 2022 },
      ],
      goal: [
        { goal: "G2", plan: "P1", domain: null },
        { goal: "G1", plan: "P3", domain: "career" },
        { goal: "G0", plan: "P3", domain: "career" },
        { goal: "G9", plan: "P2", domain: "career" },
      ],
      actionStep: [
        { actionStep: "A1", goal: "G2" },
        { actionStep: "A0", goal: "G1" },
        { actionStep: "A2", goal: "G0" },
      ],
      review: [{ review: "R1", plan: "P1", participants: ["student", "family"] }],
    });
    expect(texts(ADA).map(({ schoolYear, text }) => [schoolYear, JSON.parse(text)])).toEqual([
      [
        2022,
        {
          student: "0001",
          schoolYear: 2022,
          plans: [
            { plan: "P3", student: "0001", schoolYear: 2022 },
            { plan: "P1", student: "0001", schoolYear: 2022 },
          ],
          goals: [
            { goal: "G1", plan: "P3", domain: "career" },
            { goal: "G0", plan: "P3", domain: "career" },
            { goal: "G2", plan: "P1", domain: null },
          ],
          actionSteps: [
            { actionStep: "A0", goal: "G1" },
            { actionStep: "A2", goal: "G0" },
            { actionStep: "A1", goal: "G2" },
          ],
          reviews: [{ review: "R1", plan: "P1", participants: ["student", "family"] }],
        },
      ],
      [
        2021,
        {
          student: "0001",
          schoolYear: 2021,
          plans: [{ plan: "P2", student: "0001", schoolYear: 2021, openedOn: "2020-09-01" }],
          goals: [{ goal: "G9", plan: "P2", domain: "career" }],
          actionSteps: [],
          reviews: [],
        },
      ],
    ]);
  });

  it("are the bytes that the document as an object gives", () => {
    const [of] = textsOf({ plan: [{ plan: "P0", student: "0002", schoolYear: 2022 }] })(BEN);
    expect(of?.text).toBe(JSON.stringify(JSON.parse(of?.text ?? "")));
  });

  it("are none of a student without a plan, or in no school", () => {
    const texts = textsOf({ plan: [{ plan: "P0", student: "0003", schoolYear: 2022 }] });
    expect(texts(ADA)).toEqual([]);
    expect(texts(studentId("0003"))).toEqual([]);
  });
});
