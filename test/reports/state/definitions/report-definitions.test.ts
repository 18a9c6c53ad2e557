import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { describe, expect, it } from "vitest";
import { PLAN_TYPES } from "../../../../functions/domain/plans/plan.ts";
import { mandateById } from "../../../../functions/mandates/rules/mandates.ts";
import type {
  CitedPart,
  PartStatus,
  ReportDefinition,
} from "../../../../functions/reports/state/definitions/report-definition.ts";
import { REPORT_DEFINITIONS } from "../../../../functions/reports/state/definitions/report-definitions.ts";
import { fieldsUnder } from "../../../../functions/reports/state/definitions/report-fields.ts";
import { isDistrictCode } from "../../../../functions/reports/state/definitions/report-settings.ts";
import { rowKind } from "../../../../functions/reports/state/rows/row-kinds.ts";
import schema from "../../../../functions/reports/state/report.schema.json" with { type: "json" };
import { reportCalled } from "../../../support/made-report.ts";

const FOLDER = join(import.meta.dirname, "../../../../functions/reports/state/definitions");
const isDefinition = new Ajv2019({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
}).compile(schema);

const faultsOf = (data: unknown): readonly string[] => {
  isDefinition(data);
  return (isDefinition.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ""}`,
  );
};

const mandateOf = ({ mandate }: ReportDefinition) => mandateById(mandate ?? "effective-practice");

/** Every value of a row that a definition asks for, with the requirements that it names. */
function namesIn(definition: ReportDefinition) {
  const fields = fieldsUnder(definition, mandateOf(definition));
  return {
    rows: fields.flatMap(({ source }) => ("row" in source ? [source.row] : [])),
    settings: fields.flatMap(({ source }) => ("setting" in source ? [source.setting] : [])),
    requirements: fields.flatMap(({ source }) => {
      if ("answerByGrade" in source) return Object.values(source.answerByGrade);
      const id = "row" in source ? /^answer\.(.+)\.\w+$/.exec(source.row)?.[1] : undefined;
      return id === undefined ? [] : [id];
    }),
    fields: fields.map(({ name }) => name),
  };
}

const WEAKEST: readonly PartStatus[] = ["not-confirmed", "recalled", "confirmed"];

describe.each(REPORT_DEFINITIONS.map((definition) => [definition.id, definition] as const))(
  "the definition of %s",
  (_id, definition) => {
    it("has the form of every definition", () => {
      expect(faultsOf(definition)).toEqual([]);
    });

    it("names only values that its rows have, settings of a district, requirements of its mandate, and fields of its own", () => {
      const { rows, settings, requirements, fields } = namesIn(definition);
      const kind = rowKind(definition.population.rows);
      expect(kind.id).toBe(definition.population.rows);
      expect(rows.filter((name) => kind.sourceOf(name) === null)).toEqual([]);
      expect(settings.filter((name) => !isDistrictCode(name))).toEqual([]);
      const ids = mandateOf(definition).requirements.map(({ id }) => id);
      expect(requirements.filter((id) => !ids.includes(id))).toEqual([]);
      expect((definition.layout?.sortBy ?? []).filter((name) => !fields.includes(name))).toEqual(
        [],
      );
      expect(fields).toEqual([...new Set(fields)]);
    });

    it("is as weak as the weakest part of its file", () => {
      const { population, layout, fields } = definition;
      const parts: readonly CitedPart[] = [
        population,
        ...(layout === null ? [] : [layout]),
        ...fields,
      ];
      const weakest = WEAKEST.find((status) => parts.some((part) => part.status === status));
      expect(definition.status).toBe(weakest);
    });

    it("has a file name whose parts are known, and fields that do not overlap", () => {
      const name = definition.layout?.fileName ?? "";
      const parts = [...name.matchAll(/\{([^}]+)\}/g)].map(([, part = ""]) => part);
      const given = ["stamp", "countDay", "schoolYear", "version"];
      expect(
        parts.filter((part) => !given.includes(part) && !isDistrictCode(part.slice(9))),
      ).toEqual([]);
      let end = 0;
      for (const { start, length } of definition.fields) {
        if (start === undefined || length === undefined) continue;
        expect(start).toBe(end + 1);
        end = start + length - 1;
      }
    });

    it("has patterns that are expressions, and codes no longer than their field", () => {
      for (const { name, pattern, codes, maxLength } of definition.fields) {
        expect(() => new RegExp(`^(?:${pattern ?? ""})$`, "u"), name).not.toThrow();
        for (const code of Object.values(codes ?? {})) {
          expect(code.length, name).toBeLessThanOrEqual(maxLength ?? code.length);
        }
      }
    });
  },
);

describe("the definitions of reports", () => {
  it("are one file each, named for it", () => {
    expect(REPORT_DEFINITIONS.map(({ id }) => `${id}.json`).sort()).toEqual(
      readdirSync(FOLDER)
        .filter((name) => name.endsWith(".json"))
        .sort(),
    );
  });

  it.each([
    [
      "a layout of an unknown kind",
      { layout: { ...reportCalled("plan-status").layout, kind: "x" } },
    ],
    [
      "a header record that is not there",
      { layout: { ...reportCalled("edfacts-fs195").layout, headerRecord: undefined } },
    ],
    [
      "a worksheet in a state's naming",
      { layout: { ...reportCalled("nd-compliance").layout, fileName: "ND.csv" } },
    ],
    ["no layout, and nobody who says what is missing", { layout: null, leftOut: [] }],
    ["a layout without fields", { fields: [] }],
    [
      "a field without a citation",
      { fields: [{ name: "a", definition: "b", source: { blank: true }, status: "confirmed" }] },
    ],
    [
      "a field that comes from nowhere",
      { fields: [{ ...reportCalled("plan-status").fields[0], source: {} }] },
    ],
    ["a status that nobody gave", { status: "seen" }],
  ])("are refused with %s", (_fault, change) => {
    const broken = JSON.parse(
      JSON.stringify({ ...reportCalled("plan-status"), ...change }),
    ) as object;
    expect(faultsOf(broken)).not.toEqual([]);
  });

  it("name worksheets as such, and never a state's file", () => {
    const worksheets = REPORT_DEFINITIONS.filter(({ layout }) => layout?.kind === "worksheet");
    expect(worksheets.length).toBeGreaterThanOrEqual(4);
    for (const { layout, filedBy, fields } of worksheets) {
      expect(layout?.fileName).toMatch(/-worksheet\.csv$/);
      expect(filedBy).toBe("nobody");
      expect(fields.filter(({ codes }) => codes !== undefined)).toEqual([]);
    }
  });
});

describe("the definition of the federal file", () => {
  const { fields, layout, effective, filedBy } = reportCalled("edfacts-fs195");

  it("has the positions and codes that were seen for two school years", () => {
    expect(effective).toEqual(["2020-21", "2021-22"]);
    expect(filedBy).toBe("state");
    expect(fields.map(({ start, length }) => `${start}+${length}`).join(" ")).toBe(
      "1+10 11+2 13+2 15+14 29+20 49+20 69+15 84+15 99+15 114+15 129+15 144+15 159+90 249+1 250+200 450+10",
    );
    expect(
      fields
        .flatMap(({ codes }) => Object.values(codes ?? {}))
        .sort()
        .join(" "),
    ).toBe(
      "AM7 AS7 BL7 DISAB504STAT F HI7 HOMELSENRL LEP M MISSING MISSING MISSING MISSING MISSING MISSING MU7 N PI7 WDIS WH7 Y",
    );
    const header = layout !== null && "headerRecord" in layout ? (layout.headerRecord ?? []) : [];
    expect(header.map(({ start, length }) => `${start}+${length}`).join(" ")).toBe(
      "1+50 51+10 61+25 86+32 118+9",
    );
  });

  it("marks what was only recalled", () => {
    expect(fields.filter(({ status }) => status !== "confirmed").map(({ name }) => name)).toEqual([
      "StateAgencyNumber",
      "TotalIndicator",
    ]);
  });
});

describe("the definition of Ed-Fi education plans", () => {
  it("has a value of Data Standard 5.2 for every type of plan", () => {
    const { codes = {} } =
      reportCalled("ed-fi-education-plans").fields.find(
        ({ name }) => name === "educationPlanDescriptor",
      ) ?? {};
    expect(Object.keys(codes).sort()).toEqual([...PLAN_TYPES].sort());
    expect([...new Set(Object.values(codes))].sort()).toEqual([
      "uri://ed-fi.org/EducationPlanDescriptor#504 Plan",
      "uri://ed-fi.org/EducationPlanDescriptor#IDEA IEP",
      "uri://ed-fi.org/EducationPlanDescriptor#Other",
      "uri://ed-fi.org/EducationPlanDescriptor#Personal Graduation Plan",
      "uri://ed-fi.org/EducationPlanDescriptor#Student Success Plan",
    ]);
  });
});
