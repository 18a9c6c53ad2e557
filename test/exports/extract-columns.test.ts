import { describe, expect, it } from "vitest";
import type { AboutExtract } from "../../functions/exports/about-extract.ts";
import { extractCodebook } from "../../functions/exports/extract-codebook.ts";
import { MISSING } from "../../functions/exports/extract-column.ts";
import { EXTRACT_COLUMNS } from "../../functions/exports/extract-columns.ts";
import { extractDdi } from "../../functions/exports/extract-ddi.ts";
import { extractPackage } from "../../functions/exports/extract-package.ts";
import { mandateById } from "../../functions/mandates/mandates.ts";
import { METRICS } from "../../functions/metrics/metrics.ts";
import { publicationRegistry } from "../../functions/pipeline/published-statistics.ts";

describe("the columns of an extract", () => {
  it("are each said in full: title, definition, universe, source and protection", () => {
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

  it("have every published measure among them, and what each is a part of", () => {
    const names = EXTRACT_COLUMNS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(METRICS.map(({ id }) => id.replaceAll("-", "_"))));
    for (const { onlyWith, onlyWithFinest } of EXTRACT_COLUMNS) {
      for (const other of [onlyWith, onlyWithFinest]) {
        if (other !== undefined) expect(names).toContain(other);
      }
    }
  });

  it("name the statistics whose students a measure divides", () => {
    const { statistics } = publicationRegistry(mandateById("effective-practice"), new Set(), []);
    const shares = statistics.filter(({ of }) => of !== null);
    expect(shares.length).toBeGreaterThan(5);
    for (const { id, of } of shares) {
      const [measure = ""] = id.split("/");
      const column = EXTRACT_COLUMNS.find(({ name }) => name === measure.replaceAll("-", "_"));
      const near = column?.role.kind === "learnt" ? column.role.statistics : [];
      const [whole = ""] = (of?.statistic ?? "").split("/");
      expect(near, id).toContain(whole);
    }
  });

  it("code each value of a category into one that the coding lists", () => {
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
  release: "2022-05-20-1a2b3c4d",
  definitionVersion: "1a2b3c4d5e6f",
  mandate: "Effective practice",
  purpose: "a | b\nc\u0007",
  students: 40,
  flow: { counted: 60, underMandate: 45, notDrawn: 4, stoodOut: 1 },
  protection: { alike: 5, fewest: 10, shareNotDrawn: 0.1 },
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
  leftOut: [{ name: "grade", because: "too few students would look alike" }],
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
    expect(text).toContain("- 5 stands for 5 or more.");
    expect(text).toContain("| `female` | Female | 25 |");
    expect(text).toContain("| left out because they stood out | 1 |");
    expect(text).toContain("- `grade`: too few students would look alike");
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
      const at = [...top.matchAll(/<(\w+)/g)].map(([, name]) => order.indexOf(name ?? ""));
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(at).not.toContain(-1);
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
