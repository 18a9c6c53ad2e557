import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { CANONICAL_FIELDS } from "../../../functions/sources/profiles/canonical-fields.ts";
import { CANONICAL_READERS } from "../../../functions/sources/read/canonical-rows.ts";
import type { Fields } from "../../../functions/sources/values/fields.ts";
import {
  CANONICAL_TABLES,
  type CanonicalTable,
} from "../../../functions/sources/profiles/profile.ts";
import { PROFILES } from "../../../functions/sources/profiles/profiles.ts";
import { missingFields } from "../../../functions/sources/profiles/read-contradictions.ts";

/** The fields that the reader of a table asks for, where a profile maps all of them and where none. */
function fieldsReadBy(table: CanonicalTable): ReadonlySet<string> {
  const asked = new Set<string>();
  const ask =
    <T>(value: T) =>
    (field: string): T => {
      asked.add(field);
      return value;
    };
  for (const isMapped of [true, false]) {
    const fields: Fields = {
      receivedOn: null,
      begin: () => undefined,
      fault: () => null,
      setAside: () => [],
      fail: () => undefined,
      failAt: () => undefined,
      setAsideAt: () => undefined,
      nameOf: (field) => field,
      has: () => isMapped,
      translated: (_field, value) => value,
      text: ask(isMapped ? "x" : ""),
      // A row of a caseload reads on where no student stands in it.
      id: ask(isMapped ? "x" : ""),
      day: ask(null),
      endDay: ask(null),
      requiredDay: ask(day("2022-03-01")),
      number: ask(null),
      share: ask(null),
      yesNo: ask(isMapped ? null : false),
      oneOf: ask(null),
      listOf: ask([]),
    };
    CANONICAL_READERS[table](fields);
  }
  return asked;
}

describe("the canonical fields", () => {
  it.each(CANONICAL_TABLES)("of %s are those that its reader asks for", (table) => {
    const listed = Object.keys(CANONICAL_FIELDS[table].fields);
    expect([...fieldsReadBy(table)].sort()).toEqual([...listed].sort());
  });

  it.each(CANONICAL_TABLES)("of %s that a row cannot do without are among them", (table) => {
    const { fields, required } = CANONICAL_FIELDS[table];
    expect(required.length).toBeGreaterThan(0);
    expect(required.flat(2).filter((field) => !(field in fields))).toEqual([]);
  });

  it("that a row cannot do without are mapped by every shipped profile", () => {
    const reads = PROFILES.flatMap(({ files }) => files.flatMap((file) => file.reads));
    expect(reads.length).toBeGreaterThan(10);
    expect(reads.flatMap(missingFields)).toEqual([]);
  });
});
