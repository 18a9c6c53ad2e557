import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundColumn } from "../../../functions/sources/values/bound-column.ts";
import { beginRecord, currentRecord } from "../../../functions/sources/values/current-record.ts";
import { identifierOf, textOf } from "../../../functions/sources/values/field-text.ts";
import { LONGEST_ID } from "../../../functions/sources/values/identifier-fault.ts";
import {
  beginningsOfNothing,
  nullTokensOf,
} from "../../../functions/sources/values/null-tokens.ts";
import { isPlainText } from "../../../functions/sources/values/plain-text.ts";

const NULL_TOKENS = nullTokensOf({ nullTokens: ["zero", "99"] });
const BEGINS = beginningsOfNothing(NULL_TOKENS);

/** A record whose cell may be taken as it stands, and one in which it is looked at closer. */
const records = [BEGINS, new Uint8Array(128).fill(1)].map((begins) =>
  currentRecord({
    byField: new Map([["id", boundColumn({ to: "id", from: ["id"] }, ["id"], {}, null)]]),
    width: 1,
    nullTokens: NULL_TOKENS,
    begins,
    optional: new Set(),
    sorts: {},
  }),
);

const anyCell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.constantFrom("ZERO", "Zeroes", "99", "'007", "''", "(null)", "~", "#N/A", "1.2E+15", "a b "),
  fc.constantFrom("x".repeat(LONGEST_ID), "x".repeat(LONGEST_ID + 1), "a\u007f", "\u200ba"),
);

describe("plain text", () => {
  it("is what looking closer gives", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const read = records.map((record) => {
          beginRecord(record, [cell]);
          const values = [textOf(record, "id"), identifierOf(record, "id")];
          return { values, fault: record.fault };
        });
        expect(read[0]).toEqual(read[1]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(["P0600042G1S1", "0600007", "Read twenty books this year", "x"])("is %s", (cell) => {
    expect(isPlainText(cell, BEGINS)).toBe(true);
  });

  it.each(["", " a", "a ", "é", "a\tb", "99", "Zero", "'7", "~"])("is not %j", (cell) => {
    expect(isPlainText(cell, BEGINS)).toBe(false);
  });
});
