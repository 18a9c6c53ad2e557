import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { CANONICAL_READERS } from "../../../functions/sources/read/canonical-rows.ts";
import type { Fields } from "../../../functions/sources/values/fields.ts";
import {
  CANONICAL_TABLES,
  type CanonicalTable,
} from "../../../functions/sources/profiles/profile.ts";
import {
  columnNames,
  FILE_KINDS,
  kindOf,
  kindsWrittenAs,
  PROFILES,
} from "../../../functions/sources/profiles/profiles.ts";

/** The fields that the reader of a table asks for, and those that it asks a day of. */
function fieldsReadBy(table: CanonicalTable) {
  const asked = new Set<string>();
  const required = new Set<string>();
  const ask = <T>(value: T) => {
    return (field: string): T => {
      asked.add(field);
      return value;
    };
  };
  // Once where every field has a column, once where none has.
  for (const hasColumn of [true, false]) {
    const fields: Fields = {
      receivedOn: null,
      begin: () => undefined,
      fault: () => null,
      setAside: () => [],
      fail: () => undefined,
      failAt: () => undefined,
      setAsideAt: () => undefined,
      nameOf: (field) => field,
      has: () => hasColumn,
      translated: (_field, value) => value,
      text: ask("x"),
      // A row of a caseload reads on where no student stands in it.
      id: ask(hasColumn ? "x" : ""),
      day: ask(null),
      endDay: ask(null),
      requiredDay(field) {
        required.add(field);
        return ask(day("2022-03-01"))(field);
      },
      number: ask(1),
      share: ask(null),
      yesNo: ask(hasColumn ? null : false),
      oneOf: ask(null),
      listOf: ask([]),
    };
    CANONICAL_READERS[table](fields);
  }
  return { asked, required };
}

const used = FILE_KINDS.flatMap(({ kind, profile }) =>
  profile.reads.map((read) => ({ kind, profile, read, table: read.table })),
);

describe("profiles", () => {
  it.each(used)("$kind names only fields that the reader of its table reads", ({ read, table }) => {
    const { asked } = fieldsReadBy(table);
    expect(read.columns.map(({ to }) => to).filter((field) => !asked.has(field))).toEqual([]);
  });

  it.each(used)("$kind requires a column for each day that a row cannot do without", (each) => {
    const { required } = fieldsReadBy(each.table);
    const given = each.read.columns
      .filter(({ isRequired, value }) => isRequired ?? value)
      .map(({ to }) => to);
    expect([...required].filter((field) => !given.includes(field))).toEqual([]);
  });

  it.each(used)("$kind names each field once, and some column or value for it", ({ read }) => {
    const fields = read.columns.map(({ to }) => to);
    expect(new Set(fields).size).toBe(fields.length);
    expect(read.columns.every(({ from, join, value }) => from ?? join ?? value)).toBe(true);
  });

  it.each(FILE_KINDS)("$kind is known by all of its columns", (kind) => {
    const rivals = kindsWrittenAs(kind.profile.format ?? "delimited");
    expect(kindOf(kind.profile.file, columnNames(kind), rivals)?.kind).toBe(kind.kind);
  });

  it("have ids of their own, and kinds of their own", () => {
    const files = readdirSync(join(import.meta.dirname, "../../../functions/sources/vendors"));
    const ids = PROFILES.map(({ id }) => `${id}.json`);
    // One that is missing here has no line in profiles.ts.
    expect([...ids].sort()).toEqual(files.sort());
    const kinds = FILE_KINDS.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(used.map(({ kind }) => kind)).toContain("plain/plans.csv");
  });

  it("fill every table that the pipeline conforms", () => {
    const tables = new Set(used.map(({ table }) => table));
    expect([...tables].sort()).toEqual([...CANONICAL_TABLES].sort());
  });

  it("read the columns that the page on the plain format lists, required where it says so", () => {
    const page = readFileSync(
      join(import.meta.dirname, "../../../docs/formats/ilp-csv.md"),
      "utf8",
    );
    let tables = 0;
    for (const section of page.split("\n## ").slice(1)) {
      const file = /^(\w+\.csv):/.exec(section)?.[1];
      if (file === undefined) continue;
      const columns = [...section.matchAll(/^\| `(\w+)` \| ?(yes)?/gm)].map(([, name, yes]) => ({
        name,
        isRequired: yes === "yes",
      }));
      if (columns.length === 0) continue;
      tables++;
      const profile = FILE_KINDS.find(({ kind }) => kind === `plain/${file}`)?.profile;
      expect(
        profile?.reads[0]?.columns.map(({ from, isRequired }) => ({
          name: from?.[0],
          isRequired: isRequired === true,
        })),
        file,
      ).toEqual(columns);
    }
    expect(tables).toBeGreaterThanOrEqual(4);
  });
});

describe("kindOf", () => {
  const PLAN = ["plan_id", "student_id", "plan_type"];

  it("knows a file by its columns, and lets its name decide between kinds", () => {
    expect(kindOf("plans.csv", PLAN)?.kind).toBe("plain/plans.csv");
    expect(kindOf("PLANS.CSV", PLAN)?.kind).toBe("plain/plans.csv");
    expect(kindOf("users.csv", ["sourcedId", "givenName", "familyName"])?.kind).toBe(
      "one-roster/users.csv",
    );
  });

  it("knows a file under another name where its columns fit one kind alone and say enough", () => {
    expect(kindOf("export-2022-03-01.csv", PLAN)?.kind).toBe("plain/plans.csv");
    expect(kindOf("people.csv", ["birthDate"])).toBeNull();
  });

  it("takes no report for a roster because it has a roster's columns too", () => {
    const roster = ["Student ID", "First Name", "Last Name", "Grade Level", "Birth Date"];
    expect(kindOf("Student Directory.csv", roster)?.kind).toBe("skyward/Student.csv");
    const report = [...roster, "Counselor", "ILP Status", "Goals Set", "Last Review"];
    expect(kindOf("ILP Report.csv", report)).toBeNull();
  });

  it("does not trust a name whose columns are not there", () => {
    expect(kindOf("plans.csv", ["menu", "price"])).toBeNull();
  });
});
