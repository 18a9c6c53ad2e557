import { describe, expect, it } from "vitest";
import type { CanonicalTable } from "../../../functions/sources/profiles/profile.ts";
import { boundFields } from "../../../functions/sources/values/bound-fields.ts";
import { planAssent, planComponent } from "../../../functions/sources/plans/statement-rows.ts";
import type { Fields } from "../../../functions/sources/values/fields.ts";

const fieldsOf = (
  table: CanonicalTable,
  columns: { readonly [field: string]: string },
  on: string,
): Fields => {
  const from = { student: "student_id", ...columns };
  const bound = Object.entries(from).map(([to, name]) => ({ to, from: [name] }));
  const fields = boundFields(bound, Object.values(from), {}, null, undefined, undefined, table);
  fields.begin([
    "0042",
    ...Object.values(columns).map((name) => (name.endsWith("_on") ? on : name)),
  ]);
  return fields;
};

describe("a record of a student that lacks its day", () => {
  it.each([
    ["2021-10-01", "2021-10-01", []],
    ["", null, [{ column: "given_on", reason: "missing-value" }]],
    ["2021-02-30", null, [{ column: "given_on", reason: "not-a-day" }]],
  ])("is kept as a part taken on an unknown day: %j", (on, givenOn, setAside) => {
    const fields = fieldsOf(
      "planAssent",
      { role: "family", degree: "signature", givenOn: "given_on" },
      on,
    );
    expect(planAssent(fields)).toMatchObject({ role: "family", degree: "signature", givenOn });
    expect(fields.fault()).toBeNull();
    expect(fields.setAside()).toMatchObject(setAside);
    expect(fields.setAside()).toHaveLength(setAside.length);
  });

  it("is kept as an entry of an unknown day", () => {
    const fields = fieldsOf(
      "planComponent",
      { component: "portfolio", enteredOn: "entered_on" },
      "",
    );
    expect(planComponent(fields)).toMatchObject({ component: "portfolio", enteredOn: null });
    expect(fields.fault()).toBeNull();
    expect(fields.setAside()).toEqual([{ column: "entered_on", reason: "missing-value" }]);
  });
});
