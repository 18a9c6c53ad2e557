import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STUDENT_EVENTS } from "../../functions/domain/people/student-event.ts";
import { PLAN_COMPONENTS } from "../../functions/domain/plans/plan-component.ts";
import { PLAN_TYPES } from "../../functions/domain/plans/plan.ts";

const FORMAT = readFileSync(join(import.meta.dirname, "../../docs/formats/ilp-csv.md"), "utf8");

/** The values in code font in the first paragraph below a heading. */
function valuesBelow(heading: string): readonly string[] {
  const [, paragraph = ""] = FORMAT.split(`\n### ${heading}\n\n`)[1]?.match(/^(.*)$/m) ?? [];
  return [...paragraph.matchAll(/`([^`]+)`/g)].flatMap(([, values = ""]) => values.split(" "));
}

describe("docs/formats/ilp-csv.md", () => {
  it.each([
    ["Plan types", PLAN_TYPES],
    ["Components", PLAN_COMPONENTS],
    ["Events", STUDENT_EVENTS],
  ])("lists each value that is read: %s", (heading, values) => {
    expect(valuesBelow(heading)).toEqual(values);
  });
});
