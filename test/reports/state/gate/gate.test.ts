import { describe, expect, it } from "vitest";
import { gate } from "../../../../functions/reports/state/gate/gate.ts";
import {
  CITED,
  contextWith,
  COUNTING,
  definitionWith,
  faultWith,
  fieldWith,
  inHandWith,
  recordWith,
  subject,
} from "../../../support/report-in-hand.ts";

/** Counts alone, which no figures are compared with. */
const counts = (more: Parameters<typeof inHandWith>[0] = {}) =>
  inHandWith({
    kind: COUNTING,
    fields: [fieldWith("id", { isKey: true, isRequired: true })],
    records: [recordWith("1", ["1"]), recordWith("2", ["2"])],
    ...more,
  });
const ofGrades = contextWith({
  definition: definitionWith({
    population: { ...CITED, words: "", rows: "requirement-counts", grades: ["05"] },
  }),
});

describe("the gate", () => {
  it("lets records through that pass every check", () => {
    const report = counts();
    const { passed, toFix, checks } = gate(report);
    expect(passed).toBe(report.records);
    expect(toFix).toEqual([]);
    expect(checks.map(({ id, outcome }) => [id, outcome].join(" "))).toEqual([
      ...[
        "layout passed",
        "file-name passed",
        "mandate not-made",
        "exports passed",
        "present passed",
        "roster-day passed",
        "plan-day not-made",
        "roster-year passed",
        "not-empty passed",
        "grades not-made",
      ],
      ...["population not-made", "contradictions passed", "required passed", "codes passed"],
      ...["form passed", "characters passed", "length passed", "keys-unique passed"],
      ...[
        "category-totals not-made",
        "same-answers not-made",
        "systems-agree not-made",
        "amendment not-made",
        "swing not-made",
      ],
    ]);
  });

  it("is shut by one fault of one record, and lists it with the student", () => {
    const fault = faultWith("form", "id");
    const { passed, toFix } = gate(
      counts({ records: [recordWith("1", ["1"], [fault]), recordWith("2", ["2"])] }),
    );
    expect(passed).toBe(null);
    expect(toFix).toEqual([{ ...fault, about: subject("1"), isBlocking: true }]);
  });

  it("lists both of two records with one key", () => {
    const { passed, toFix } = gate(
      counts({ records: [recordWith("1", ["7"]), recordWith("2", ["7"])] }),
    );
    expect(passed).toBe(null);
    expect(toFix.map(({ check, about }) => `${check} ${about.student}`)).toEqual([
      "keys-unique 1",
      "keys-unique 2",
    ]);
  });

  it("lists students who have no record, since nobody knows their grade", () => {
    const { passed, toFix } = gate(counts({ context: ofGrades, withoutGrade: [subject("9")] }));
    expect(passed).toBe(null);
    expect(toFix).toMatchObject([{ check: "grades", about: subject("9"), isBlocking: true }]);
  });

  it("is shut where a check of the whole file fails and no record is wrong", () => {
    const { passed, toFix } = gate(
      counts({
        exports: { ...inHandWith().exports, notUsed: ["plans.csv"] },
      }),
    );
    expect(passed).toBe(null);
    expect(toFix).toEqual([]);
  });
});
