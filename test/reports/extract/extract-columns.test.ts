import { describe, expect, it } from "vitest";
import type { AboutExtract } from "../../../functions/reports/extract/about-extract.ts";
import { extractCodebook } from "../../../functions/reports/extract/extract-codebook.ts";
import { MISSING } from "../../../functions/reports/extract/extract-column.ts";
import { EXTRACT_COLUMNS } from "../../../functions/reports/extract/extract-columns.ts";
import { extractDdi } from "../../../functions/reports/extract/extract-ddi.ts";
import { extractPackage } from "../../../functions/reports/extract/extract-package.ts";
import { METRICS } from "../../../functions/metrics/measures/metrics.ts";

describe("the columns of an extract", () => {
  it("each have title, definition, universe, source and protection", () => {
    for (const column of EXTRACT_COLUMNS) {
      for (const field of ["title", "definition", "universe", "source", "treatment"] as const) {
        expect(column[field].length, `${column.name} ${field}`).toBeGreaterThan(2);
      }
      expect(column.name).toMatch(/^[a-z][a-z_]*$/);
      expect(column.codings.length, column.name).toBeGreaterThan(0);
    }
    const names = EXTRACT_COLUMNS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("have every measure among them to which each student has an answer, and the column that each is a part of", () => {
    const names = EXTRACT_COLUMNS.map(({ name }) => name);
    const without = METRICS.map(({ id }) => id).filter(
      (id) => !names.includes(id.replaceAll("-", "_")),
    );
    expect(without).toEqual([
      ...["requirement-met", "review-held", "teacher-participation", "others-participation"],
      ...[
        "review-signature",
        "goals-measurable",
        "plan-strengths",
        "plan-interests",
        "plan-learning-preferences",
      ],
      ...["plan-barriers", "program-coordination", "plan-change", "chronic-absence-year"],
    ]);
    for (const { onlyWith, onlyWithFinest } of EXTRACT_COLUMNS) {
      for (const other of [onlyWith, onlyWithFinest]) {
        if (other !== undefined) expect(names).toContain(other);
      }
    }
  });

  it("recode each category to one that the generalization level lists", () => {
    for (const { name, codings } of EXTRACT_COLUMNS) {
      const fine = codings[0]!.categories;
      if (typeof fine === "string") continue;
      for (const { coarser, categories } of codings) {
        const listed = (categories as typeof fine).map(({ value }) => value);
        for (const { value } of fine) expect(listed, `${name} ${value}`).toContain(coarser(value));
        expect(listed.some((value) => value in MISSING)).toBe(false);
      }
    }
  });
});

const ABOUT: AboutExtract = {
  extract: "EXT-2021-22-AAAA0000",
  title: "Plans <of> A & B",
  district: 'A "B" C',
  schoolYear: "2021-22",
  asOf: "2022-05-20",
  edition: "2022-05-20-1a2b3c4d",
  definitionVersion: "1a2b3c4d5e6f",
  mandate: "Effective practice",
  purpose: "a | b\nc\u0007",
  students: 40,
  flow: { counted: 60, underMandate: 45, notSampled: 4, suppressed: 1 },
  protection: { classSize: 5, fewest: 10, shareLeftOut: 0.1 },
  columns: [
    {
      ...{ name: "student", title: "Code", definition: "A code.", universe: "All." },
      ...{ source: "Drawn.", treatment: "Random.", type: "code", values: [], valid: 0 },
      topCode: null,
    },
    {
      ...{ name: "sex", title: "Sex", definition: "Sex.", universe: "All.", source: "SIS." },
      ...{ treatment: "Coarser.", type: "category", valid: 0, topCode: null },
      values: [
        { value: "female", label: "Female", students: 25 },
        { value: "-7", label: MISSING["-7"], students: 15 },
      ],
    },
    {
      ...{ name: "goals", title: "Goals", definition: "Goals.", universe: "All.", source: "ILP." },
      ...{ treatment: "Top.", type: "number", valid: 40, topCode: 5, values: [] },
    },
  ],
  leftOut: [{ name: "grade", because: "equivalence classes would be too small" }],
};

describe("the documents of an extract", () => {
  it("are a data package with the type, categories and missing values of each column", () => {
    expect(extractPackage(ABOUT)).toMatchObject({
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: "ext-2021-22-aaaa0000",
      resources: [
        {
          path: "students.csv",
          schema: {
            primaryKey: ["student"],
            fields: [
              { name: "student", type: "string", constraints: { required: true, unique: true } },
              { name: "sex", type: "string", categories: [{ value: "female", label: "Female" }] },
              { name: "goals", type: "integer" },
            ],
            missingValues: [{ value: "-9" }, { value: "-8" }, { value: "-7" }],
          },
        },
      ],
    });
  });

  it("are a codebook that says what is in the file, what is not, and why", () => {
    const text = extractCodebook(ABOUT);
    expect(text).toContain("### goals: Goals");
    expect(text).toContain("Made from staff edition 2022-05-20-1a2b3c4d of");
    expect(text).toContain("k-anonymity with k = 5: each row equals at least 4 others");
    expect(text).toContain("at least 10 students");
    expect(text).toContain("About 10 % of the students, chosen at random");
    expect(text).toContain("- 5 stands for 5 or more.");
    expect(text).toContain("| `female` | Female | 25 |");
    expect(text).toContain("| left out for a rare value or a small equivalence class | 1 |");
    expect(text).toContain("- `grade`: equivalence classes would be too small");
    expect(text).toContain("a \\| b c");
  });

  it("are a DDI document whose text is text, with each variable's parts in the order of the schema", () => {
    const xml = extractDdi(ABOUT);
    expect(xml).toContain("<titl>Plans &lt;of&gt; A &amp; B</titl>");
    expect(xml).not.toContain("\u0007");
    const variables = [...xml.matchAll(/<var ID="V\d+" name="(\w+)" files="F1">(.*?)<\/var>/g)];
    expect(variables.map(([, name]) => name)).toEqual(["student", "sex", "goals"]);
    for (const [, , inside = ""] of variables) {
      const order = ["labl", "security", "universe", "txt", "catgry", "varFormat", "notes"];
      const top = inside.replaceAll(/<catgry.*?<\/catgry>/g, "<catgry/>");
      const places = [...top.matchAll(/<(\w+)/g)].map(([, name]) => order.indexOf(name ?? ""));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
    expect(xml).toContain('<catgry missing="Y"><catValu>-7</catValu>');
    // Every element that opens closes, in turn.
    const open: string[] = [];
    for (const [, close, name, empty] of xml.matchAll(/<(\/?)([A-Za-z]\w*)[^>]*?(\/?)>/g)) {
      if (empty === "/") continue;
      if (close === "/") expect(open.pop()).toBe(name);
      else open.push(name ?? "");
    }
    expect(open).toEqual([]);
  });
});
