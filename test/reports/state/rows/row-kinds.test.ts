import { describe, expect, it } from "vitest";
import { REPORT_DEFINITIONS } from "../../../../functions/reports/state/definitions/report-definitions.ts";
import { rowKind } from "../../../../functions/reports/state/rows/row-kinds.ts";

describe("the makers of rows", () => {
  it.each(REPORT_DEFINITIONS.map((definition) => [definition.id, definition] as const))(
    "has that of %s, which knows each value that its fields ask for",
    (_id, { population, fields }) => {
      const kind = rowKind(population.rows);
      expect(kind.id).toBe(population.rows);
      const names = fields.flatMap(({ source }) => ("row" in source ? [source.row] : []));
      expect(names.filter((name) => kind.sourceOf(name) === null)).toEqual([]);
      expect(kind.sourceOf("student.shoeSize")).toBeNull();
    },
  );
});
