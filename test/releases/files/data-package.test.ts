import { describe, expect, it } from "vitest";
import { dataPackage } from "../../../functions/releases/files/data-package.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";

interface DataPackage {
  readonly name: string;
  readonly title: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly "ilp:alsoAs": readonly object[];
    readonly description: string;
    readonly schema: {
      readonly primaryKey: readonly string[];
      readonly missingValues: readonly string[];
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly description: string;
        readonly constraints: { readonly required: boolean };
      }[];
    };
  }[];
}

const packageOf = (tables: Parameters<typeof dataPackage>[2]) =>
  dataPackage("2022-03-15-1a2b3c4d", "Cast", tables) as DataPackage;
const everyone = packageOf(TABLES);
const staff = packageOf(STAFF_TABLES);

const fieldOf = (of: DataPackage, table: string, column: string) =>
  of.resources
    .find(({ name }) => name === table)
    ?.schema.fields.find(({ name }) => name === column);

describe("the data dictionary", () => {
  it("is of one release, and has every table of its edition and no other", () => {
    expect([everyone.name, everyone.title]).toEqual(["2022-03-15-1a2b3c4d", "Cast"]);
    expect(everyone.resources.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
    expect(staff.resources.map(({ name }) => name)).toEqual(STAFF_TABLES.map(({ name }) => name));
    expect(everyone.resources.map(({ path }) => path)).toEqual(
      TABLES.map(({ name }) => `${name}.csv`),
    );
  });

  it("names the same rows in the other formats, each by its own media type", () => {
    expect(everyone.resources[0]?.["ilp:alsoAs"]).toEqual([
      {
        ...{ path: "rates.parquet", format: "parquet" },
        mediatype: "application/vnd.apache.parquet",
      },
      {
        ...{ path: "rates.arrow", format: "arrow" },
        mediatype: "application/vnd.apache.arrow.file",
      },
    ]);
  });

  it.each([
    ...everyone.resources.map((resource) => ["public", resource.name, resource] as const),
    ...staff.resources.map((resource) => ["staff", resource.name, resource] as const),
  ])(
    "gives, in the %s edition, the grain of %s and a definition of each of its columns",
    (_, __, resource) => {
      expect(resource.description).toMatch(/^One row per /);
      expect(resource.description).not.toMatch(/\b(bands?|editions?)\b/i);
      const names = resource.schema.fields.map(({ name }) => name);
      expect(names.length).toBeGreaterThan(4);
      expect(new Set(names).size).toBe(names.length);
      for (const { description, type } of resource.schema.fields) {
        expect(description).toMatch(/^[A-Za-z0-9].{3,}\.$/s);
        // Pages show it to readers, who know neither word.
        expect(description).not.toMatch(/\b(bands?|editions?)\b/i);
        expect(["string", "integer", "number", "date", "boolean"]).toContain(type);
      }
      expect(resource.schema.primaryKey.filter((key) => !names.includes(key))).toEqual([]);
    },
  );

  it("says of a column that is missing unless shown that it is not required", () => {
    const required = (name: string) => fieldOf(everyone, "rates", name)?.constraints.required;
    expect([required("measure"), required("band"), required("low"), required("state")]).toEqual([
      ...[true, false, false, true],
    ]);
    expect(everyone.resources[0]?.schema.missingValues).toEqual([""]);
  });

  it("has types as Data Packages call them", () => {
    const types = ["measure", "n", "low", "drawnOn"].map(
      (name) => fieldOf(everyone, "rates", name)?.type,
    );
    expect(types).toEqual(["string", "integer", "number", "date"]);
    expect(fieldOf(everyone, "associations", "isHeadline")?.type).toBe("boolean");
  });

  it("has exact counts and numbers of records for staff alone", () => {
    expect(fieldOf(staff, "rates", "count")?.type).toBe("integer");
    expect(fieldOf(everyone, "rates", "count")).toBeUndefined();
    expect(fieldOf(staff, "rejects", "records")?.type).toBe("integer");
    expect(fieldOf(everyone, "rejects", "records")?.type).toBe("string");
  });
});
