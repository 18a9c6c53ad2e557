import { beforeAll, describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { DistrictId } from "../../../functions/domain/ids.ts";
import {
  makeReport,
  type MadeReport,
} from "../../../functions/pipeline/state-reports/make-report.ts";
import { passedFile } from "../../../functions/pipeline/state-reports/report-files.ts";
import type { ReportLayout } from "../../../functions/reports/state/definitions/report-definition.ts";
import { reportBytes } from "../../../functions/reports/state/write/report-bytes.ts";
import { conformedCastForStates } from "../../support/cast-for-states.ts";
import { conformedDemo, DEMO } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, quiet, type MemoryPlaces } from "../../support/local-district.ts";
import { madeReport, reportCalled } from "../../support/made-report.ts";
import { readBack, totalFaults } from "../../reports/state/write/read-back.ts";

const GOLDEN = new URL("../../../fixtures/", import.meta.url).pathname;
const AT = "2022-06-01T06:00:00.000Z";
const CAST_SCHOOLS = ["CAST-MS", "CAST-HS", "CAST-ES", "CAST-ALT"];
const DEMO_SCHOOLS = ["255901001", "255901044", "255901107", "255901901"];

interface Case {
  readonly district: DistrictId;
  readonly places: () => Promise<MemoryPlaces>;
  readonly asOf: string;
  readonly schools: readonly string[];
  readonly golden: string;
}
const CAST_CASE: Case = {
  ...{ district: CAST, places: conformedCastForStates, asOf: CAST_DAY, schools: CAST_SCHOOLS },
  golden: "cast/golden/state-reports/",
};
const DEMO_CASE: Case = {
  ...{ district: DEMO, places: conformedDemo, asOf: "2022-05-20", schools: DEMO_SCHOOLS },
  golden: "grand-bend/golden/state-reports/",
};

const made = async (id: string, { district, places, asOf, schools }: Case): Promise<MadeReport> =>
  madeReport(await places(), district, id, asOf, schools);

const layoutOf = ({ inHand }: MadeReport) => {
  const { layout } = inHand.context.definition;
  if (layout === null) throw new Error("the report has no layout");
  return layout;
};

/** Reviewed as a diff: `npx vitest run test/pipeline/state-reports/golden-reports.test.ts -u` writes them anew. */
describe("the golden files of reports", () => {
  // It takes longest, and a worker keeps it.
  beforeAll(async () => {
    await conformedDemo();
  });

  it.each([
    ["edfacts-fs195", DEMO_CASE],
    ["ed-fi-education-plans", CAST_CASE],
    ["in-diploma-reconciliation", CAST_CASE],
    ["tx-endorsement-reconciliation", CAST_CASE],
    ["az-ecap-seniors", CAST_CASE],
    ["de-advisement-plan", CAST_CASE],
    ["ky-ilp-completion", CAST_CASE],
    ["nd-compliance", CAST_CASE],
  ] as const)("%s says what it said before, byte for byte, and reads back", async (id, of) => {
    const report = await made(id, of);
    const failing = report.gate.checks.filter(({ outcome }) => outcome === "failed");
    expect(failing).toEqual([]);
    const { name, bytes } = passedFile(report, AT);
    const path = `${GOLDEN}${of.golden}${name}`;
    await expect(Buffer.from(bytes).toString("utf8")).toMatchFileSnapshot(path);
    const { records, faults } = readBack(layoutOf(report), report.inHand.fields, name, bytes);
    expect(faults).toEqual([]);
    expect(records).toHaveLength(report.inHand.records.length);
    expect(records.length).toBeGreaterThan(0);
    if (id === "edfacts-fs195") expect(totalFaults(records)).toEqual([]);
  });

  it("have the federal name and positions: a fixed-width file has the same records", async () => {
    const report = await made("edfacts-fs195", DEMO_CASE);
    const { name, bytes } = passedFile(report, AT);
    expect(name).toMatch(/^TXSCHCHRONABSE[0-9]{7}\.csv$/);
    expect(name).toHaveLength(25);
    const delimited = readBack(layoutOf(report), report.inHand.fields, name, bytes);
    const { fileName, sortBy, status, citation, ...kind } = layoutOf(report);
    const layout: ReportLayout = {
      ...{ fileName, sortBy, status, citation },
      ...{ kind: "fixed", encoding: "ascii", recordLength: 459, header: "record" },
      headerRecord: "headerRecord" in kind ? (kind.headerRecord ?? []) : [],
    };
    if (report.gate.passed === null) throw new Error("the gate is shut");
    const about = { name, id: "an id", schoolYears: "2021-2022" };
    const file = reportBytes({ layout }, report.inHand.fields, report.gate.passed, about);
    const fixed = readBack(layout, report.inHand.fields, name, file.bytes);
    expect(fixed.faults).toEqual([]);
    expect(fixed.records).toEqual(delimited.records);
    const [, line = ""] = Buffer.from(file.bytes).toString("ascii").split("\r\n");
    expect(line.slice(0, 15)).toBe("         148012");
    expect(line.slice(48, 68)).toBe("CHRONABSENT".padEnd(20));
    expect(line.slice(449)).toMatch(/^ *\d+$/);
  });

  it("are not made for Rhode Island, whose fields nobody has seen", async () => {
    const { gate } = await made("ri-ilp-collection", CAST_CASE);
    expect(gate.passed).toBeNull();
    const layout = gate.checks.find(({ id }) => id === "layout");
    expect(layout?.remedy).toContain("Fetch the specification");
  });

  it("are not made where a school sent no calendar: what was not sent is no zero", async () => {
    const { gate } = await made("edfacts-fs195", CAST_CASE);
    expect(gate.passed).toBeNull();
    expect(gate.toFix.map(({ about, because, field }) => [about.school, field, because])).toEqual([
      ["CAST-ES", "Amount", "School CAST-ES has no calendar of the school year."],
    ]);
  });

  it("are not made in a district that another mandate measures", async () => {
    const places = await conformedCastForStates();
    const definition = reportCalled("tx-endorsement-reconciliation");
    const { gate } = await makeReport(places, CAST, definition, day(CAST_DAY), quiet);
    const failing = gate.checks.filter(({ outcome }) => outcome === "failed");
    expect(failing.map(({ id }) => id)).toEqual(["mandate"]);
    expect(gate.passed).toBeNull();
  });
});
