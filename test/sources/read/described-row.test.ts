import { describe, expect, it } from "vitest";
import { RECORD_TYPES } from "../../../functions/domain/record-types/record-types.ts";
import { describedRow } from "../../../functions/sources/read/described-row.ts";
import { boundFields } from "../../../functions/sources/values/bound-fields.ts";

const columns = (...names: readonly string[]) => names.map((name) => ({ to: name, from: [name] }));

describe("a row as its descriptor says", () => {
  it("has each field under its name, in the sort that the descriptor gives", () => {
    const header = ["incident", "student", "school", "occurredOn", "behavior", "action"];
    const fields = boundFields(columns(...header), header);
    fields.begin(["I1", "007", "S1", "2021-10-04", "Fighting", ""]);
    expect(describedRow(RECORD_TYPES.incident)(fields)).toEqual({
      ...{ incident: "I1", student: "007", school: "S1", occurredOn: "2021-10-04" },
      ...{ behavior: "Fighting", action: "" },
    });
    expect(fields.fault()).toBeNull();
  });

  it("is faulty without a day that it cannot do without, and has none where it can", () => {
    const header = ["duty", "doneOn", "doneBy"];
    const fields = boundFields(columns(...header), header);
    fields.begin(["renew-policy", "", "Superintendent"]);
    describedRow(RECORD_TYPES.duty)(fields);
    expect(fields.fault()).toEqual({ column: "doneOn", reason: "missing-value" });

    const totals = ["student", "schoolYear", "asOf", "absentDays"];
    const ofTotals = boundFields(columns(...totals), totals);
    ofTotals.begin(["1", "2022", "", "3.5"]);
    expect(describedRow(RECORD_TYPES.attendanceTotal)(ofTotals)).toMatchObject({
      ...{ student: "1", schoolYear: 2022, asOf: null, absentDays: 3.5 },
    });
  });

  it("holds yes and no, one of a list, and lists", () => {
    const header = ["student", "role", "givenOn", "isDesignee"];
    const fields = boundFields(columns(...header), header);
    fields.begin(["1", "Family", "2021-10-04", "Y"]);
    expect(describedRow(RECORD_TYPES.planAssent)(fields)).toMatchObject({
      ...{ role: "family", givenOn: "2021-10-04", isDesignee: true, isGoodFaithEffort: null },
    });
    const reviews = ["review", "participants"];
    const ofReviews = boundFields(columns(...reviews), reviews);
    ofReviews.begin(["R1", "student; family"]);
    expect(describedRow(RECORD_TYPES.review)(ofReviews)).toMatchObject({
      participants: ["student", "family"],
    });
  });
});
