import { describe, expect, it } from "vitest";
import { dataPackage } from "../../functions/releases/data-package.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";
import { renderRelease } from "../../functions/releases/render-release.ts";
import { TABLES } from "../../functions/releases/tables.ts";
import { rateRow, releaseOf } from "./release-rows.ts";
import { mandateRow } from "./mandate-rows.ts";

interface DataPackage {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly description: string;
    readonly schema: {
      readonly primaryKey: readonly string[];
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly description: string;
        readonly constraints: { readonly required: boolean };
      }[];
    };
  }[];
}

const { resources } = dataPackage("2022-03-15-1a2b3c4d", "Cast") as DataPackage;

describe("the data dictionary", () => {
  it("has every published table, and no other", () => {
    expect(resources.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
  });

  it.each(resources)("gives the grain of $name and a definition of each of its columns", (one) => {
    expect(one.description).toMatch(/^One row an? /);
    const names = one.schema.fields.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(4);
    expect(new Set(names).size).toBe(names.length);
    for (const { description, type } of one.schema.fields) {
      expect(description).toMatch(/^[A-Za-z0-9].{3,}\.$/s);
      expect(["string", "integer", "number", "date", "boolean"]).toContain(type);
    }
    expect(one.schema.primaryKey.filter((key) => !names.includes(key))).toEqual([]);
  });

  it("says of a column that is missing unless shown that it is not required", () => {
    const fields = resources.find(({ name }) => name === "rates")!.schema.fields;
    const required = (name: string) =>
      fields.find((field) => field.name === name)?.constraints.required;
    expect([required("measure"), required("band"), required("state")]).toEqual([true, false, true]);
  });
});

describe("renderRelease", () => {
  const about = {
    release: "2022-03-15-1a2b3c4d",
    district: { id: "cast", name: "Cast School District" },
    schoolYear: "2021-22",
    asOf: "2022-03-15",
    definitionVersion: "1",
    previousRelease: null,
    schools: [],
    mandate: mandateRow(),
    measures: [],
    protection: {
      ...{ minimumGroup: 10, statement: "", policy: DEFAULT_SUPPRESSION },
      proof: { figures: 1, hidden: 0, pattern: "ab", witnesses: 0, faults: 0 },
    },
    landmark: { instructionalDay: 60, minimumDaysAfter: 20, statement: "" },
    sentences: {
      ...{ kept: "", transitions: "", attendance: "", compliance: "", dataQuality: "" },
      ...{ whoActsNext: "", groups: "", changes: [], schools: {} },
    },
    sources: [],
    reading: { absencesOutside: null, hasUndatedStays: false },
  };
  const render = () =>
    renderRelease(about, releaseOf({ rates: [rateRow()] }), (bytes) => String(bytes.length));
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

  it("writes each table twice, then the dictionary, and the manifest last", () => {
    const paths = render().map(({ path }) => path);
    expect(paths).toEqual([
      ...TABLES.flatMap(({ name }) => [`${name}.arrow`, `${name}.csv`]),
      "datapackage.json",
      "manifest.json",
    ]);
  });

  it("lists each table in the manifest with its rows and its hash", () => {
    const files = render();
    const { tables } = JSON.parse(text(files.at(-1)?.bytes)) as {
      readonly tables: readonly { readonly name: string; rows: number; sha256: string }[];
    };
    expect(tables.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
    expect(tables[0]).toMatchObject({
      name: "rates",
      rows: 1,
      sha256: String(files[0]?.bytes.length),
    });
  });

  it("writes the same bytes again for the same tables", () => {
    expect(render().map(({ bytes }) => text(bytes))).toEqual(
      render().map(({ bytes }) => text(bytes)),
    );
  });
});
