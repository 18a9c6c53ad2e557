import { describe, expect, it } from "vitest";
import { layoutConfirmed } from "../../../../functions/reports/state/checks/layout-confirmed.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import type { ReportDefinition } from "../../../../functions/reports/state/definitions/report-definition.ts";
import { CITED, contextWith, definitionWith, inHandWith } from "../../../support/report-in-hand.ts";

const run = (definition: Partial<ReportDefinition>, checkedYears: readonly string[] = []) =>
  layoutConfirmed.run(
    inHandWith({
      context: contextWith({ asOf: day("2024-06-30"), definition: definitionWith(definition) }),
      checkedYears,
    }),
  );
const leftOut = [{ what: "The fields", because: "not found", nextStep: "Fetch the list." }];

describe("the layout of a report", () => {
  it.each([
    ["of no state is the project's own", {}, [], "passed"],
    ["was seen for the year", { state: "PA", effective: ["2023-24"] }, [], "passed"],
    ["was seen for the year before", { state: "PA", effective: ["2022-23"] }, [], "failed"],
    ["was compared for the year", { state: "PA", effective: ["2022-23"] }, ["2023-24"], "passed"],
    ["was compared for another year", { state: "PA", effective: [] }, ["2024-25"], "failed"],
    ["is not known, whoever compared it", { layout: null, leftOut }, ["2023-24"], "failed"],
    [
      "is a worksheet's",
      { state: "KY", layout: { ...CITED, kind: "worksheet", fileName: "x", sortBy: [] } },
      [],
      "not-made",
    ],
  ] as const)("%s", (_what, definition, years, outcome) => {
    expect(run(definition, years).outcome).toBe(outcome);
  });

  it("that is not known says what a person does next", () => {
    expect(run({ layout: null, leftOut }).remedy).toBe("Fetch the list.");
  });
});
