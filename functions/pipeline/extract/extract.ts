import { randomBytes } from "node:crypto";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { AboutExtract } from "../../reports/extract/about-extract.ts";
import type { ExtractColumn } from "../../reports/extract/extract-column.ts";
import { EXTRACT_COLUMNS } from "../../reports/extract/extract-columns.ts";
import { FEWEST, RESTRICTED_USE } from "../../reports/extract/research-classes.ts";
import { conformedVersion } from "../conform/conformed-in-force.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { pseudonymsOf } from "./pseudonyms.ts";
import { extractCode } from "../../hashing/extract-code.ts";
import { editionForExtract } from "./extract-edition.ts";
import { extractRows, type ExtractRows } from "../../reports/extract/extract-rows.ts";
import { extractSecret } from "./extract-secret.ts";
import { extractsOf, storeExtract, type ExtractLog, type ExtractRequest } from "./extract-store.ts";
import { studentsOfDistrict } from "./extract-students.ts";
import type { StudentOfDistrict } from "../../reports/extract/student-of-district.ts";
import type { Places, Progress, Table } from "../ports.ts";
import {
  recodeExtract,
  type ExtractSample,
  type RecodedExtract,
} from "../../reports/extract/recode-extract.ts";
import { seededDraw } from "../../hashing/seeded-draw.ts";

/** Changes with any change of what an extract holds. */
const EXTRACT_VERSION = 4;

/** So many students are left out at random: who finds a row of a likely student cannot be sure, and no count of rows is the district's. */
export const SHARE_LEFT_OUT = 0.1;

/**
 * Makes the extract of a staff edition for researchers with an agreement (restricted use, section 5
 * of the statistics note), under the records bucket. Made again of the same edition it is the one
 * that is there. A school year has one: two of them together would reveal who changed.
 *
 * @throws when the edition is not known, was measured otherwise than now, or the year has an extract
 */
export async function makeExtract(
  places: Places,
  district: DistrictId,
  request: ExtractRequest,
  progress: Progress,
): Promise<ExtractLog> {
  const { records } = places;
  const source = await editionForExtract(records, district, request);
  const named = nameOf(district, source);
  const logs = await extractsOf(records, district);
  checkIsOnly(logs, named, request);
  const madeBefore = logs.find((log) => log.extract === named.extract);
  if (madeBefore !== undefined) return madeBefore;
  const manifest = await conformedVersion(records, district, source.conformed);
  progress.step("read students", manifest.schools.length);
  const measuring = { asOf: source.asOf, mandate: request.mandate };
  const students = await studentsOfDistrict(records, manifest, measuring, progress);
  progress.done();
  progress.step("protect students", null);
  const pseudonymOf = await pseudonymOfEach(places.table, district, students);
  // One secret for the year: an extract that replaces another leaves out the same students.
  const draw = seededDraw(await extractSecret(records, district, named.schoolYear));
  const recoded = recodeExtract(extractSample(students, pseudonymOf, draw));
  // Never stored: nobody can find out again whose code it is.
  const key = randomBytes(32);
  const rows = extractRows(recoded, (student) =>
    extractCode(key, named.extract, "student", pseudonymOf(student)),
  );
  const about: AboutExtract = {
    extract: named.extract,
    title: `Individual Learning Plans and attendance, ${manifest.districtName}, ${named.schoolYear}`,
    district: manifest.districtName,
    schoolYear: named.schoolYear,
    asOf: source.asOf,
    edition: source.edition,
    definitionVersion: source.definitionVersion,
    mandate: request.mandate.title,
    purpose: request.purpose,
    students: rows.values.length,
    flow: flowOf(students, recoded, rows),
    protection: PROTECTION,
    columns: rows.columns,
    leftOut: columnsLeftOut(recoded, rows),
  };
  progress.done();
  return storeExtract(places, district, request, { about, recoded, rows });
}

/** The name of an extract, which follows from its edition, and the school year that has it. */
interface NamedExtract {
  readonly extract: string;
  /** "2021-22" */
  readonly schoolYear: string;
}

function nameOf(
  district: DistrictId,
  { asOf, edition }: { readonly asOf: Day; readonly edition: string },
): NamedExtract {
  const schoolYear = schoolYearName(schoolYearOf(asOf));
  const hash = contentHash(String(EXTRACT_VERSION), district, edition);
  return { extract: `EXT-${schoolYear}-${hash.slice(0, 8).toUpperCase()}`, schoolYear };
}

type PseudonymOf = (student: StudentOfDistrict) => string;

/** The pseudonym of each student under the mandate. */
async function pseudonymOfEach(
  table: Table,
  district: DistrictId,
  students: readonly StudentOfDistrict[],
): Promise<PseudonymOf> {
  const underMandate = students.filter(({ isUnderMandate }) => isUnderMandate);
  const byStudent = await pseudonymsOf(
    table,
    district,
    underMandate.map(({ student }) => student),
  );
  return ({ student }) => {
    const pseudonym = byStudent.get(student);
    if (pseudonym === undefined)
      throw new Error("expected a pseudonym for each student of the extract");
    return pseudonym;
  };
}

/**
 * The students who are sampled: exempt students are too few for a value of their own; left out with
 * a tenth of all, they cannot be recognized.
 * @param draw a number from 0 to 1 for a text, at random and always the same
 */
const extractSample = (
  students: readonly StudentOfDistrict[],
  pseudonymOf: PseudonymOf,
  draw: (text: string) => number,
): ExtractSample => ({
  students: students.filter(
    (student) =>
      student.isUnderMandate &&
      !student.isExempt &&
      draw(`extract ${pseudonymOf(student)}`) >= SHARE_LEFT_OUT,
  ),
  // By column: else students with two suppressed values would be those with a reason.
  chance: (student, column) => draw(`extract ${column} ${pseudonymOf(student)}`),
});

const PROTECTION: AboutExtract["protection"] = {
  classSize: RESTRICTED_USE.classSize,
  fewest: FEWEST,
  shareLeftOut: SHARE_LEFT_OUT,
};

/** @throws when the school year has another extract that was not withdrawn, or the one that is asked for was, or has another recipient */
function checkIsOnly(
  logs: readonly ExtractLog[],
  { extract, schoolYear }: NamedExtract,
  { replaces, purpose }: ExtractRequest,
): void {
  const ofYear = logs.filter((log) => log.schoolYear === schoolYear);
  const replacedBy = new Map(ofYear.map((log) => [log.replaces, log.extract]));
  const instead = replacedBy.get(extract);
  if (instead !== undefined) throw new Error(`${extract} was withdrawn for ${instead}`);
  const own = ofYear.find((log) => log.extract === extract);
  if (own !== undefined && own.purpose !== purpose) {
    throw new Error(
      `${extract} was made for "${own.purpose}": an extract is given to one recipient, so say the same with --for to see it again`,
    );
  }
  const latest = ofYear.find((log) => !replacedBy.has(log.extract));
  if (own !== undefined && replaces !== null && replaces !== own.replaces) {
    throw new Error(
      `${extract} is the extract of its edition already: another one needs another edition`,
    );
  }
  if (own !== undefined || latest?.extract === (replaces ?? undefined)) return;
  throw new Error(
    latest === undefined
      ? `no extract of ${schoolYear} is called ${replaces ?? ""}: ilp extract --list names them`
      : `the school year ${schoolYear} has the extract ${latest.extract}, and two of them together would reveal who changed: withdraw it first, then name it with --replaces`,
  );
}

function flowOf(
  students: readonly StudentOfDistrict[],
  { published }: RecodedExtract,
  { values }: ExtractRows,
): AboutExtract["flow"] {
  const underMandate = students.filter(({ isUnderMandate }) => isUnderMandate).length;
  return {
    counted: students.length,
    underMandate,
    notSampled: underMandate - published.size,
    suppressed: published.size - values.length,
  };
}

/** Columns that the extract does not have, and why. */
const columnsLeftOut = (
  recoded: RecodedExtract,
  { columns }: ExtractRows,
): AboutExtract["leftOut"] =>
  EXTRACT_COLUMNS.filter(({ name }) => !columns.some((column) => column.name === name)).map(
    (column) => ({ name: column.name, because: whyLeftOut(column, recoded) }),
  );

function whyLeftOut(
  { name, onlyWith, onlyWithFinest }: ExtractColumn,
  { because }: RecodedExtract,
): string {
  const why = because.get(name);
  if (why !== undefined) return why;
  return onlyWithFinest === undefined
    ? `it is a part of ${onlyWith ?? "another column"}, which is left out`
    : `it would reveal ${onlyWithFinest}, which is not at its finest level`;
}
