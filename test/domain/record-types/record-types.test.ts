import { describe, expect, it } from "vitest";
import { CONFORMED } from "../../../functions/domain/record-types/conformed-tables.ts";
import {
  RECORD_TYPE_NAMES,
  RECORD_TYPES,
  recordTypeOf,
} from "../../../functions/domain/record-types/record-types.ts";

describe("the types of records", () => {
  it.each(RECORD_TYPE_NAMES)("have %s under its name", (name) => {
    expect(recordTypeOf(name).name).toBe(name);
  });

  it.each(RECORD_TYPE_NAMES)("say of %s in lower case what a message calls it", (name) => {
    const { one: singular, many } = recordTypeOf(name).words;
    expect(singular).toMatch(/^[a-z].*[a-z]$/);
    expect(many).toMatch(/^[a-z].*[a-z]$/);
  });

  it.each(RECORD_TYPE_NAMES)("name a field of %s where two of its records differ", (name) => {
    const { fields, keyField } = recordTypeOf(name);
    expect(Object.keys(fields)).toContain(keyField);
  });

  it.each(RECORD_TYPE_NAMES)("have what %s refers to before it", (name) => {
    const before: readonly string[] = RECORD_TYPE_NAMES.slice(0, RECORD_TYPE_NAMES.indexOf(name));
    const named = recordTypeOf(name).references.flatMap((reference) =>
      reference.to === "record" ? [reference.type] : [],
    );
    expect(named.filter((type) => !before.includes(type))).toEqual([]);
  });

  it.each(RECORD_TYPE_NAMES)("store %s by columns that its table has", (name) => {
    const { table } = recordTypeOf(name);
    const columns = table?.columns.map((column) => column.name) ?? [];
    const used = [...(table?.primaryKey ?? []), ...(table?.sortedBy ?? [])];
    expect(used.filter((column) => !columns.includes(column))).toEqual([]);
  });

  it("store no two types in one table", () => {
    const tables = Object.values(RECORD_TYPES).flatMap((type) =>
      "table" in type ? [type.table] : [],
    );
    expect(Object.values(CONFORMED)).toEqual(tables);
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(new Set(tables.map(({ title }) => title)).size).toBe(tables.length);
  });

  it("note under different names what was sent", () => {
    const names = RECORD_TYPE_NAMES.flatMap((name) => recordTypeOf(name).availability?.as ?? []);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(4);
  });
});
