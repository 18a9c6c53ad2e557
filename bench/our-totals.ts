import { folderStore } from "../functions/adapters/folder/folder-store.ts";
import { localFolders } from "../functions/cli/arguments/local-places.ts";
import type { Day } from "../functions/domain/calendar/day.ts";
import { grouped } from "../functions/domain/text/grouped.ts";
import type { DistrictId } from "../functions/domain/ids.ts";
import { schoolYearOf } from "../functions/domain/calendar/school-year.ts";
import type { TableDefinition } from "../functions/domain/records/table-definition.ts";
import { studentsTable } from "../functions/reports/students/students-table.ts";
import { recordsKeys } from "../functions/layout.ts";
import { effectivePractice } from "../functions/mandates/rules/effective-practice.ts";
import { documentsOf } from "../functions/mandates/clock/clock-case.ts";
import { heldReviews } from "../functions/mandates/evidence/plan-records.ts";
import { assessedStudents } from "../functions/metrics/students/assessed-students.ts";
import { conformedInForce } from "../functions/pipeline/conform/conformed-in-force.ts";
import type { ConformedManifest } from "../functions/conformed/conformed-manifest.ts";
import { availableIn } from "../functions/conformed/availability.ts";
import type { ObjectStore } from "../functions/pipeline/ports.ts";
import { readSchool } from "../functions/pipeline/measure/read-school.ts";
import { staffLatest } from "../functions/pipeline/release/staff-editions.ts";
import { fromArrow } from "../functions/releases/files/arrow-rows.ts";
import { STAFF_TABLES } from "../functions/releases/tables/tables.ts";
import { addTotals, DISTRICT_ROW, type DistrictTotals, type SchoolTotals } from "./totals.ts";

/** Every total of each school and the district, as the current staff edition has it; what no edition has is summed up from the conformed records. */
export async function ourTotals(
  data: string,
  district: DistrictId,
  asOf: Day,
): Promise<DistrictTotals> {
  const records = folderStore(localFolders(data).records);
  const manifest = await conformedInForce(records, district);
  const latest = await staffLatest(records, district);
  if (manifest === null || latest?.asOf !== asOf) {
    throw new Error(`no staff edition of ${asOf} is current in ${data}`);
  }
  const rows = await editionRows(records, recordsKeys.staffEdition(district, latest.edition));
  const held = await reviewsHeld(records, manifest, asOf);
  const schools = new Map(
    manifest.schools.map(({ id }) => [
      id,
      {
        ...fromFigures(rows, id),
        ...fromStudents(rows, id),
        heldReviews: held.get(id) ?? 0,
      },
    ]),
  );
  // The district's own figures are compared too; days and reviews have none.
  const { enrolledDays, absentDays, heldReviews: reviews } = addTotals([...schools.values()]);
  const ofDistrict = { ...fromFigures(rows, DISTRICT_ROW), enrolledDays, absentDays };
  return new Map([...schools, [DISTRICT_ROW, { ...ofDistrict, heldReviews: reviews }]]);
}

interface EditionRow {
  readonly [column: string]: string | number | boolean | null;
}

/** The rows of each table by school; those of the district under its own key. */
interface EditionRows {
  readonly rates: ReadonlyMap<string, readonly EditionRow[]>;
  readonly statuses: ReadonlyMap<string, readonly EditionRow[]>;
  readonly students: ReadonlyMap<string, readonly EditionRow[]>;
}

const STUDENT_COLUMNS: readonly string[] = ["school", "enrolledDays", "absentDays"];

async function editionRows(records: ObjectStore, folder: string): Promise<EditionRows> {
  const read = async (definition: TableDefinition | undefined) => {
    if (definition === undefined) throw new Error("the staff edition has no such table");
    const bytes = await records.get(`${folder}${definition.name}.arrow`);
    if (bytes === null) throw new Error(`the staff edition has no table ${definition.name}`);
    const rows = fromArrow(definition, bytes) as readonly EditionRow[];
    return grouped(rows, ({ school }) => String(school));
  };
  const students = studentsTable([]);
  const columns = students.columns.filter(({ name }) => STUDENT_COLUMNS.includes(name));
  return {
    rates: await read(STAFF_TABLES.find(({ name }) => name === "rates")),
    statuses: await read(STAFF_TABLES.find(({ name }) => name === "statuses")),
    students: await read({ ...students, columns }),
  };
}

type FromStudents = "enrolledDays" | "absentDays";

/** The figures of the edition's tables. */
function fromFigures(
  { rates, statuses }: EditionRows,
  school: string,
): Omit<SchoolTotals, FromStudents | "heldReviews"> {
  const rate = (measure: string, breakdown: string, column: "count" | "n"): number =>
    (rates.get(school) ?? [])
      .filter((row) => row["measure"] === measure && row["breakdown"] === breakdown)
      .reduce((sum, row) => sum + exactly(row, column), 0);
  const review = (requirement: string, isAsked: (status: string) => boolean): number =>
    (statuses.get(school) ?? [])
      .filter((row) => row["requirement"] === requirement && row["breakdown"] === "all")
      .filter((row) => isAsked(String(row["status"])))
      .reduce((sum, row) => sum + exactly(row, "count"), 0);
  const is = (status: string) => (other: string) => other === status;
  const isNotHeld = (status: string): boolean => status !== "on-time" && status !== "held-late";
  return {
    students: rate("chronic-absence", "all", "n"),
    chronicallyAbsent: rate("chronic-absence", "all", "count"),
    studentsUnderMandate: rate("plan-coverage", "all", "n"),
    openPlans: rate("plan-coverage", "all", "count"),
    firstOnTime: review("review-1", is("on-time")),
    firstLate: review("review-1", is("held-late")),
    firstNone: review("review-1", isNotHeld),
    secondOnTime: review("review-2", is("on-time")),
    secondLate: review("review-2", is("held-late")),
    secondNone: review("review-2", isNotHeld),
    transitionsReviewed: rate("transition-review", "transition", "count"),
    allDomains: rate("goal-domains", "all", "count"),
  };
}

/** A number of a row; 0 where nobody is there. @throws when a staff figure has no number for another reason */
function exactly(row: EditionRow, column: "count" | "n"): number {
  const value = row[column];
  if (typeof value === "number") return value;
  if (row["state"] === "not-applicable") return 0;
  throw new Error(`a staff figure without a number: ${String(row["state"])}`);
}

/** Sums over the students that the edition counts at a school. */
function fromStudents({ students }: EditionRows, school: string): Pick<SchoolTotals, FromStudents> {
  const sum = (column: FromStudents): number =>
    (students.get(school) ?? []).reduce((before, row) => before + Number(row[column]), 0);
  return { enrolledDays: sum("enrolledDays"), absentDays: sum("absentDays") };
}

/** By school, the held reviews of its students under the mandate: no edition has them, so they are counted from the conformed records. */
async function reviewsHeld(
  records: ObjectStore,
  manifest: ConformedManifest,
  asOf: Day,
): Promise<ReadonlyMap<string, number>> {
  const held = new Map<string, number>();
  for (const school of manifest.schools) {
    const year = schoolYearOf(asOf);
    const read = await readSchool(records, manifest.district, school, year, availableIn(manifest));
    const reviews = assessedStudents(read, { asOf, mandate: effectivePractice }).map(
      ({ record, answers }) =>
        answers.length === 0 ? 0 : heldReviews(effectivePractice, documentsOf(record), asOf).length,
    );
    held.set(
      school.id,
      reviews.reduce((a, b) => a + b, 0),
    );
  }
  return held;
}
