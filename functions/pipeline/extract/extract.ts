import { randomBytes } from "node:crypto";
import type { DistrictId } from "../../domain/ids.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { AboutExtract } from "../../reports/extract/about-extract.ts";
import type { ExtractColumn } from "../../reports/extract/extract-column.ts";
import { EXTRACT_COLUMNS } from "../../reports/extract/extract-columns.ts";
import { FEWEST, RESTRICTED_USE } from "../../reports/extract/research-classes.ts";
import { conformedVersion } from "../conform/conformed-manifest.ts";
import { contentHash } from "../content-hash.ts";
import { pseudonymsOf } from "./pseudonyms.ts";
import { extractCode } from "./extract-code.ts";
import { editionForExtract } from "./extract-edition.ts";
import { extractRows, type ExtractRows } from "./extract-rows.ts";
import { extractSecret } from "./extract-secret.ts";
import { extractsOf, storeExtract, type ExtractLog, type ExtractRequest } from "./extract-store.ts";
import { studentsOfDistrict, type StudentOfDistrict } from "./extract-students.ts";
import type { Places, Progress } from "../ports.ts";
import { recodeExtract, type RecodedExtract } from "./recode-extract.ts";
import { seededDraw } from "./seeded-draw.ts";

/** Changes with any change of what an extract holds. */
const EXTRACT_VERSION = 2;

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
  const { asOf } = source;
  const schoolYear = schoolYearName(schoolYearOf(asOf));
  const hash = contentHash(String(EXTRACT_VERSION), district, source.edition);
  const extract = `EXT-${schoolYear}-${hash.slice(0, 8).toUpperCase()}`;
  const logs = await extractsOf(records, district);
  const there = logs.find((log) => log.extract === extract);
  checkIsOnly(logs, { extract, schoolYear }, request);
  if (there !== undefined) return there;
  const manifest = await conformedVersion(records, district, source.conformed);
  progress.step("read students", manifest.schools.length);
  const measuring = { asOf, mandate: request.mandate };
  const students = await studentsOfDistrict(records, manifest, measuring, progress);
  progress.done();
  progress.step("protect students", null);
  const pseudonyms = await pseudonymsOf(
    places.table,
    district,
    students.filter(({ isUnderMandate }) => isUnderMandate).map(({ student }) => student),
  );
  const pseudonymOf = ({ student }: StudentOfDistrict): string => {
    const pseudonym = pseudonyms.get(student);
    if (pseudonym === undefined)
      throw new Error("expected a pseudonym for each student of the extract");
    return pseudonym;
  };
  // One secret for the year: an extract that replaces another leaves out the same students.
  const draw = seededDraw(await extractSecret(records, district, schoolYear));
  const recoded = recodeExtract({
    // Exempt students are too few for a value of their own; left out with a tenth of all, they cannot be recognized.
    students: students.filter(
      (student) =>
        student.isUnderMandate &&
        !student.isExempt &&
        draw(`extract ${pseudonymOf(student)}`) >= SHARE_LEFT_OUT,
    ),
    // By column: else students with two suppressed values would be those with a reason.
    chance: (student, column) => draw(`extract ${column} ${pseudonymOf(student)}`),
  });
  // Never stored: nobody can find out again whose code it is.
  const key = randomBytes(32);
  const rows = extractRows(recoded, (student) =>
    extractCode(key, extract, "student", pseudonymOf(student)),
  );
  const about: AboutExtract = {
    extract,
    title: `Individual Learning Plans and attendance, ${manifest.districtName}, ${schoolYear}`,
    district: manifest.districtName,
    schoolYear,
    asOf,
    edition: source.edition,
    definitionVersion: source.definitionVersion,
    mandate: request.mandate.title,
    purpose: request.purpose,
    students: rows.values.length,
    flow: flowOf(students, recoded, rows),
    protection: {
      classSize: RESTRICTED_USE.classSize,
      fewest: FEWEST,
      shareLeftOut: SHARE_LEFT_OUT,
    },
    columns: rows.columns,
    leftOut: EXTRACT_COLUMNS.filter(
      ({ name }) => !rows.columns.some((column) => column.name === name),
    ).map((column) => ({ name: column.name, because: whyLeftOut(column, recoded) })),
  };
  progress.done();
  return storeExtract(places, district, request, { about, recoded, rows });
}

/** @throws when the school year has another extract that was not withdrawn, or the one that is asked for was, or has another recipient */
function checkIsOnly(
  logs: readonly ExtractLog[],
  { extract, schoolYear }: { readonly extract: string; readonly schoolYear: string },
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
  const there = ofYear.find((log) => !replacedBy.has(log.extract));
  if (own !== undefined && replaces !== null && replaces !== own.replaces) {
    throw new Error(
      `${extract} is the extract of its edition already: another one needs another edition`,
    );
  }
  if (own !== undefined || there?.extract === (replaces ?? undefined)) return;
  throw new Error(
    there === undefined
      ? `no extract of ${schoolYear} is called ${replaces ?? ""}: ilp extract --list names them`
      : `the school year ${schoolYear} has the extract ${there.extract}, and two of them together would reveal who changed: withdraw it first, then name it with --replaces`,
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
