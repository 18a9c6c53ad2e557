import { beforeAll, describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import type { Overview } from "../../../functions/releases/overview/overview.ts";
import {
  schoolReportFile,
  type SchoolReport,
} from "../../../functions/releases/overview/school-report.ts";
import { isBySchool } from "../../../functions/releases/figures/scoped-rows.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import { checkMessages } from "../../independent/message-figures.ts";
import { checkScreens } from "../../independent/screen-figures.ts";
import type { Edition } from "../../independent/published-district.ts";
import type { Row } from "../../independent/conformed-records.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay } from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";
import { requestOf, valueOf } from "../../support/asked-console.ts";

const SCHOOLS = ["CAST-MS", "CAST-HS", "CAST-ES", "CAST-ALT"] as const;
/** By the school that each sees exactly: one with public figures, and one without. */
const PRINCIPALS = [
  { staff: "P-HS", own: "CAST-HS" },
  { staff: "P-MS", own: "CAST-MS" },
] as const;

describe("the first screens as a principal sees them", { timeout: 60_000 }, () => {
  let places: Places;
  let edition: string;
  let release: string;
  let second = 0;
  beforeAll(async () => {
    places = await conformedCast();
    const published = await publishDay(places, CAST_DAY);
    [edition, release] = [published.edition, published.release ?? ""];
    await setStaff(places, [
      ...PRINCIPALS.map(({ staff, own }) => staffRow(staff, "principal", [own], [])),
      staffRow("D-1", "district-leader", [], []),
      staffRow("R-1", "registrar", ["CAST-HS"], []),
    ]);
  }, 120_000);

  const answer = async (staff: string, file: string) =>
    consoleAnswer(
      places,
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf(
        `/data/cast/editions/${edition}/${file}`,
        new Date(Date.UTC(2022, 2, 16, 8, 0, second++)).toISOString(),
      ),
    );
  const seen = async <Value>(staff: string, file: string): Promise<Value> => {
    const answered = await answer(staff, file);
    expect(answered.status, `${staff} ${file}`).toBe(200);
    return valueOf<Value>(answered);
  };
  const stored = async <Value>(kind: "staff" | "public", file: string): Promise<Value> => {
    const bytes =
      kind === "staff"
        ? await places.records.get(recordsKeys.staffEdition(CAST, edition) + file)
        : await places.public.get(`cast/releases/${release}/${file}`);
    return JSON.parse(Buffer.from(bytes!).toString("utf8")) as Value;
  };
  const reportOf = (school: string): string => schoolReportFile(school);
  /** A bar of the public release has no count, and no other reader's edition may say more. */
  const barAt = ({ places: { bars } }: Overview, school: string) =>
    bars.find((bar) => bar.school === school);

  it.each(PRINCIPALS)(
    "of $own are the district's figures as everybody sees them",
    async ({ staff }) => {
      const [overview, open] = [
        await seen<Overview>(staff, "overview.json"),
        await stored<Overview>("public", "overview.json"),
      ];
      // Calendars are of no student.
      const withoutDays = ({ figures }: Overview) =>
        figures.map((figure) => ({ ...figure, dueOn: null }));
      expect(withoutDays(overview)).toEqual(withoutDays(open));
      expect(overview.figures.map(({ count }) => count)).toEqual([null, null, null, null]);
      expect([overview.kept, overview.changes]).toEqual([open.kept, open.changes]);
      expect(barAt(overview, "")).toEqual(barAt(open, ""));
      for (const { message, list } of overview.actions) {
        const count = "count" in message.values ? message.values.count : null;
        // A number is of the principal's own students alone.
        if (count !== null) expect(list?.school, message.id).not.toBe("");
      }
    },
  );

  it.each(PRINCIPALS)(
    "of $own are that school exactly, and all others as the public release",
    async ({ staff, own }) => {
      const [overview, open, exact] = [
        await seen<Overview>(staff, "overview.json"),
        await stored<Overview>("public", "overview.json"),
        await stored<Overview>("staff", "overview.json"),
      ];
      expect(barAt(overview, own)).toEqual(barAt(exact, own));
      expect(barAt(overview, own)?.parts.every(([, , high]) => high === undefined)).toBe(true);
      for (const school of SCHOOLS.filter((school) => school !== own)) {
        expect(barAt(overview, school), school).toEqual(barAt(open, school));
      }
      expect(overview.scope?.exactSchools).toEqual([own]);
    },
  );

  it.each(PRINCIPALS)(
    "of $own are its report exactly, beside the district and its peers as the public sees them",
    async ({ staff, own }) => {
      const [report, open, exact] = [
        await seen<SchoolReport>(staff, reportOf(own)),
        await stored<Overview>("public", "overview.json"),
        await stored<SchoolReport>("staff", reportOf(own)),
      ];
      expect(report.rows.map(({ school }) => school)).toEqual(
        exact.rows.map(({ school }) => school),
      );
      expect(report.rows.length).toBeGreaterThan(5);
      expect([report.students, report.messages]).toEqual([exact.students, exact.messages]);
      expect(report.grades).toEqual(exact.grades);
      expect(report.actions).toEqual(exact.actions);
      expect(report.rows.map(({ district }) => district.count)).toEqual(
        report.rows.map(() => null),
      );
      const plans = report.rows.find(({ measure }) => measure === "plan-coverage");
      const { low, high, n } = open.figures[0]!;
      expect(plans?.district).toMatchObject({ low, high, n });
    },
  );

  it.each(PRINCIPALS)(
    "of $own are the reports of other schools without an exact figure",
    async ({ staff, own }) => {
      for (const school of SCHOOLS.filter((school) => school !== own)) {
        const [report, open] = [
          await seen<SchoolReport>(staff, reportOf(school)),
          await stored<SchoolReport>("public", reportOf(school)),
        ];
        const figures = report.rows.map((row) => [
          row.measure,
          row.group,
          row.school,
          row.district,
        ]);
        const published = open.rows.map((row) => [
          row.measure,
          row.group,
          row.school,
          row.district,
        ]);
        for (const figure of published) expect(figures, school).toContainEqual(figure);
        for (const row of report.rows)
          expect([row.school.count, row.district.count]).toEqual([null, null]);
        expect(report.students, school).toBe(open.students);
        expect(report.messages, school).toEqual(open.messages);
        expect(report.grades.bars, school).toEqual(open.grades.bars);
      }
    },
  );

  it.each(PRINCIPALS)(
    "of $own hold no exact share of the district or of another school",
    async ({ staff, own }) => {
      const names = ["rates", "statuses", "standings", "next-steps"];
      const exact = (await Promise.all(names.map(rowsOf))).flat();
      const shares = (isOwn: boolean): ReadonlySet<string> =>
        new Set(
          exact
            .filter((row) => (row["school"] === own) === isOwn && Number(row["count"] ?? 0) > 0)
            .map((row) => String(row["low"]))
            // An exact share has more digits than a band.
            .filter((share) => share.length > 6),
        );
      const [mine, others] = [shares(true), [...shares(false)]];
      const hidden = others.filter((share) => !mine.has(share));
      expect(hidden.length).toBeGreaterThan(5);
      const files = ["overview.json", ...SCHOOLS.map(reportOf)];
      const text = (
        await Promise.all(
          files.map(async (file) => JSON.stringify(await seen<object>(staff, file))),
        )
      ).join();
      expect(hidden.filter((share) => text.includes(share))).toEqual([]);
      expect([...mine].filter((share) => text.includes(share)).length).toBeGreaterThan(2);
    },
  );

  it.each(PRINCIPALS)("of $own say what the tables say that they see", async ({ staff }) => {
    const manifest = await seen<ReleaseManifest>(staff, "manifest.json");
    const tables = await Promise.all(
      manifest.tables.map(async ({ name, arrow }) => {
        const { body } = await answer(staff, arrow);
        // A table of the district alone is as everybody sees it.
        const exact = STAFF_TABLES.find((table) => table.name === name)!;
        const definition = isBySchool(exact) ? exact : TABLES.find((table) => table.name === name)!;
        return [name, fromArrow(definition, body as Uint8Array) as readonly Row[]] as const;
      }),
    );
    const files = ["overview.json", ...SCHOOLS.map(reportOf)];
    const screens = await Promise.all(
      files.map(async (file) => [file, await seen<object>(staff, file)] as const),
    );
    const as: Edition = {
      ...{ asOf: CAST_DAY, manifest },
      tables: Object.fromEntries(tables),
      screens: Object.fromEntries(screens),
    };
    expect([...checkMessages(as).faults, ...checkScreens(as).faults]).toEqual([]);
  });

  it("are for a district leader those of the edition, and for nobody who may see no figure exactly", async () => {
    const whole = await seen<Overview>("D-1", "overview.json");
    const { scope, ...overview } = whole;
    expect(overview).toEqual(await stored<Overview>("staff", "overview.json"));
    expect(scope?.exactSchools).toBeNull();
    for (const file of ["overview.json", reportOf("CAST-HS")]) {
      expect((await answer("R-1", file)).status).toBe(403);
    }
  });

  it("are no report of a school that there is not", async () => {
    for (const { staff } of PRINCIPALS) {
      expect((await answer(staff, reportOf("OTHER"))).status).toBe(404);
      expect((await answer(staff, "school-reports/../manifest.json")).status).toBe(404);
    }
  });

  async function rowsOf(name: string): Promise<readonly Row[]> {
    const folder = recordsKeys.staffEdition(CAST, edition);
    const bytes = await places.records.get(`${folder}${name}.arrow`);
    return fromArrow(
      STAFF_TABLES.find((table) => table.name === name)!,
      bytes!,
    ) as readonly Row[];
  }
});
