import { randomBytes } from "node:crypto";
import type { LinearSolver } from "../disclosure/linear-solver.ts";
import { RESTRICTED_USE } from "../disclosure/research-classes.ts";
import { day } from "../domain/day.ts";
import type { DistrictId } from "../domain/ids.ts";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import type { AboutExtract } from "../exports/about-extract.ts";
import { EXTRACT_COLUMNS, type ExtractColumn } from "../exports/extract-columns.ts";
import { conformedVersion } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { surrogatesOf } from "./custody.ts";
import { extractCode } from "./extract-code.ts";
import {
  checkCounts,
  othersRead,
  releaseForExtract,
  releaseRead,
  rootsUnder,
} from "./extract-releases.ts";
import { extractRows, type ExtractRows } from "./extract-rows.ts";
import { extractsOf, storeExtract, type ExtractLog, type ExtractRequest } from "./extract-store.ts";
import { studentsOfDistrict, type StudentOfDistrict } from "./extract-students.ts";
import type { Places, Progress } from "./ports.ts";
import { seedOfYear } from "./release-pattern.ts";
import { seededDraw } from "./seeded-draw.ts";
import { settleExtract, TOO_FEW_DIFFER, type Settled } from "./settle-extract.ts";

/** Changes with any change of what an extract holds. */
const EXTRACT_VERSION = 1;

/** A lot leaves out so many students, so that no count of the extract is the district's. */
export const SHARE_NOT_DRAWN = 0.1;

/**
 * Makes the extract of a release for researchers with an agreement (restricted use, section 5 of the
 * statistics note), under the records bucket. Made again of the same release it is the one that is
 * there. A school year has one: two of them together would tell who changed.
 *
 * @throws when the release is not known, was measured otherwise than now, or the year has an extract
 */
export async function makeExtract(
  places: Places,
  district: DistrictId,
  request: ExtractRequest,
  solve: LinearSolver,
  progress: Progress,
): Promise<ExtractLog> {
  const { records } = places;
  const { ready, published } = await releaseForExtract(places, district, request);
  const asOf = day(ready.asOf);
  const schoolYear = schoolYearName(schoolYearOf(asOf));
  const hash = contentHash(String(EXTRACT_VERSION), district, ready.release);
  const extract = `EXT-${schoolYear}-${hash.slice(0, 8).toUpperCase()}`;
  const logs = await extractsOf(records, district);
  const there = logs.find((log) => log.extract === extract);
  if (there !== undefined) return there;
  checkIsOnly(logs, schoolYear, request.replaces);
  const manifest = await conformedVersion(records, district, ready.conformed);
  progress.step("read students", manifest.schools.length);
  const measuring = { asOf, mandate: request.mandate };
  const students = await studentsOfDistrict(records, manifest, measuring, progress);
  progress.done();
  progress.step("protect students", null);
  const surrogates = await surrogatesOf(
    places.table,
    district,
    students.filter(({ isUnderMandate }) => isUnderMandate).map(({ student }) => student),
  );
  const surrogateOf = ({ student }: StudentOfDistrict): string => surrogates.get(student) ?? "";
  // One lot for the year: an extract that replaces another leaves out the same students.
  const draw = seededDraw(await seedOfYear(records, district, schoolYear));
  const lot = (one: StudentOfDistrict): number => draw(`extract value ${surrogateOf(one)}`);
  const release = await releaseRead(places, district, ready);
  checkCounts(release, students);
  const settled = settleExtract({
    students,
    isDrawn: (one) => draw(`extract ${surrogateOf(one)}`) >= SHARE_NOT_DRAWN,
    lot,
    release,
    others: await othersRead(places, district, ready),
    rootOf: rootsUnder(request.mandate),
    fewest: published.protection.minimumGroup,
    solve,
  });
  const key = randomBytes(32);
  const rows = extractRows(
    settled,
    published.protection.minimumGroup,
    (one) => extractCode(key, extract, "student", surrogateOf(one)),
    lot,
  );
  const about: AboutExtract = {
    extract,
    title: `Individual Learning Plans and attendance, ${manifest.districtName}, ${schoolYear}`,
    district: manifest.districtName,
    schoolYear,
    asOf,
    release: ready.release,
    definitionVersion: published.definitionVersion,
    mandate: request.mandate.title,
    purpose: request.purpose,
    students: rows.values.length,
    flow: flowOf(students, settled, rows),
    protection: {
      alike: RESTRICTED_USE.alike,
      fewest: published.protection.minimumGroup,
      shareNotDrawn: SHARE_NOT_DRAWN,
    },
    columns: rows.columns,
    leftOut: EXTRACT_COLUMNS.filter(
      ({ name }) => !rows.columns.some((column) => column.name === name),
    ).map((column) => ({ name: column.name, because: whyLeftOut(column, settled) })),
  };
  progress.done();
  return storeExtract(places, district, request, { about, settled, rows, key });
}

/** @throws when the school year has an extract that was not taken back */
function checkIsOnly(
  logs: readonly ExtractLog[],
  schoolYear: string,
  replaces: string | null,
): void {
  const takenBack = new Set([...logs.map((log) => log.replaces), replaces]);
  const there = logs.find((log) => log.schoolYear === schoolYear && !takenBack.has(log.extract));
  if (there === undefined) return;
  throw new Error(
    `the school year ${schoolYear} has the extract ${there.extract}, and two of them together would tell who changed: take it back first, then name it with --replaces`,
  );
}

function flowOf(
  students: readonly StudentOfDistrict[],
  { told }: Settled,
  { values }: ExtractRows,
): AboutExtract["flow"] {
  const underMandate = students.filter(({ isUnderMandate }) => isUnderMandate).length;
  return {
    counted: students.length,
    underMandate,
    notDrawn: underMandate - told.size,
    stoodOut: told.size - values.length,
  };
}

function whyLeftOut(
  { name, onlyWith, onlyWithFinest }: ExtractColumn,
  { because, columns }: Settled,
): string {
  if (columns.some(({ column }) => column.name === name)) {
    return TOO_FEW_DIFFER;
  }
  const why = because.get(name);
  if (why !== undefined) return why;
  return onlyWithFinest === undefined
    ? `it says a part of ${onlyWith ?? "another column"}, which is left out`
    : `it would tell ${onlyWithFinest}, which is not told as it is`;
}
