import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CANONICAL_READERS } from "../../../functions/sources/read/canonical-rows.ts";
import { boundFields } from "../../../functions/sources/values/bound-fields.ts";
import { noDayEvidence } from "../../../functions/sources/values/fields.ts";
import { heapGrowth, pieceOf } from "../../support/heap-growth.ts";

const MIB = 2 ** 20;
const HEADER = [
  "review_id",
  "plan_id",
  "status",
  "scheduled_on",
  "held_on",
  "participants",
  "a",
  "a",
];
const COLUMNS = [
  { to: "review", from: ["review_id"], isRequired: true },
  { to: "plan", from: ["plan_id"], isRequired: true },
  { to: "state", from: ["status"], values: { done: "held" }, isRequired: true },
  { to: "scheduledOn", from: ["scheduled_on"] },
  { to: "heldOn", from: ["held_on"], blank: { held_on: "2021-10-01" } },
  { to: "participants", from: ["participants"] },
  { to: "meeting", from: ["a"] },
];
/** Cells of each sort, some of which are at fault, are set aside or show an order of days. */
const cell = fc.constantFrom(
  ...["", " ", "R1", "N/A", "-", "null", "'007", "1.2E+15", "a\u0000b", "a\u00adb", "held", "Done"],
  ...["2021-10-04", "10/4/2021", "10/14/2021", "14/10/2021", "0000-00-00", "9999-12-31", "soon"],
  ...["family;student", "family;nobody", "nobody", "student and family", "group"],
);
const anyRecords = fc.array(fc.array(cell, { minLength: 5, maxLength: 9 }), { maxLength: 12 });

const fieldsOf = (evidence = noDayEvidence()) =>
  boundFields(
    COLUMNS,
    HEADER,
    { dayFormats: ["M/D/YYYY", "D/M/YYYY"] },
    null,
    evidence,
    undefined,
    "review",
  );

function readBy(fields: ReturnType<typeof fieldsOf>, cells: readonly string[]) {
  fields.begin(cells);
  const row = CANONICAL_READERS.review(fields);
  return { row, fault: fields.fault(), setAside: fields.setAside() };
}

describe("cells that were read before", () => {
  it("come to the same as in a file that has none of the records before", () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const evidence = noDayEvidence();
        const alone = noDayEvidence();
        const fields = fieldsOf(evidence);
        expect(records.map((cells) => readBy(fields, cells))).toEqual(
          records.map((cells) => readBy(fieldsOf(alone), cells)),
        );
        expect(evidence).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });

  it("are each read for the values that are asked for", () => {
    const fields = fieldsOf();
    fields.begin(["R1", "P1", "held", "", "", "", "", ""]);
    expect(fields.oneOf("state", ["held"])).toBe("held");
    expect(fields.oneOf("state", ["missed"])).toBeNull();
    expect(fields.oneOf("state", ["held"])).toBe("held");
  });

  it("keep no part of a file in memory", () => {
    const growth = heapGrowth(() => {
      const fields = fieldsOf();
      const others = ["P1", "held", "", "", "", "", ""];
      const texts: string[] = [];
      for (let piece = 0; piece < 32; piece++) {
        const cell = pieceOf(MIB, ` ${10 + piece}: in the library `).slice(0, 21);
        fields.begin([cell, ...others]);
        texts.push(fields.text("review"));
      }
      fields.begin(["R1", ...others]);
      return { fields, texts };
    });
    expect(growth).toBeLessThan(8 * MIB);
  });
});
