import { randomBytes } from "node:crypto";
import type { LinearSolver } from "../disclosure/linear-solver.ts";
import { RESTRICTED_USE } from "../disclosure/research-classes.ts";
import { day } from "../domain/day.ts";
import type { DistrictId } from "../domain/ids.ts";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import type { AboutExtract } from "../exports/about-extract.ts";
import type { ExtractColumn } from "../exports/extract-column.ts";
import { EXTRACT_COLUMNS } from "../exports/extract-columns.ts";
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
import { keepExtractPattern, seedOfYear } from "./release-pattern.ts";
import { seededDraw } from "./seeded-draw.ts";
import { settleExtract, type Settled } from "./settle-extract.ts";

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
  checkIsOnly(logs, { extract, schoolYear }, request);
  if (there !== undefined) return there;
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
  const surrogateOf = ({ student }: StudentOfDistrict): string => {
    const surrogate = surrogates.get(student);
    if (surrogate === undefined) throw new Error("a student of the extract has no surrogate");
    return surrogate;
  };
  // One lot for the year: an extract that replaces another leaves out the same students.
  const draw = seededDraw(await seedOfYear(records, district, schoolYear));
  const release = await releaseRead(places, district, ready);
  checkCounts(release, students);
  const settled = settleExtract({
    students,
    // Who is exempt is too rare to be told of, and the lot too wide to tell that it was not the lot.
    isDrawn: (one) => !one.isExempt && draw(`extract ${surrogateOf(one)}`) >= SHARE_NOT_DRAWN,
    // A lot a column: students hidden in one and not in another would else be those with a reason.
    lot: (one, column) => draw(`extract ${column} ${surrogateOf(one)}`),
    release,
    others: await othersRead(places, district, ready),
    rootOf: rootsUnder(request.mandate),
    fewest: published.protection.minimumGroup,
    solve,
  });
  // Thrown away: nobody can tell again whose code it is.
  const key = randomBytes(32);
  const rows = extractRows(settled, published.protection.minimumGroup, (one) =>
    extractCode(key, extract, "student", surrogateOf(one)),
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
  const { cells } = release.cube;
  // Before the extract itself: if it stops between, later releases are protected for nothing.
  await keepExtractPattern(records, district, schoolYear, extract, cells, settled.seen);
  return storeExtract(places, district, request, { about, settled, rows });
}

/** @throws when the school year has another extract that was not taken back, or the one that is asked for was, or is somebody else's */
function checkIsOnly(
  logs: readonly ExtractLog[],
  { extract, schoolYear }: { readonly extract: string; readonly schoolYear: string },
  { replaces, purpose }: ExtractRequest,
): void {
  const ofYear = logs.filter((log) => log.schoolYear === schoolYear);
  const takenBack = new Map(ofYear.map((log) => [log.replaces, log.extract]));
  const instead = takenBack.get(extract);
  if (instead !== undefined) throw new Error(`${extract} was taken back for ${instead}`);
  const own = ofYear.find((log) => log.extract === extract);
  if (own !== undefined && own.purpose !== purpose) {
    throw new Error(
      `${extract} was made for "${own.purpose}": an extract is given to one, so say the same with --for to see it again`,
    );
  }
  const there = ofYear.find((log) => !takenBack.has(log.extract));
  if (own !== undefined && replaces !== null && replaces !== own.replaces) {
    throw new Error(
      `${extract} is the extract of its release already: another one takes another release`,
    );
  }
  if (own !== undefined || there?.extract === (replaces ?? undefined)) return;
  throw new Error(
    there === undefined
      ? `no extract of ${schoolYear} is called ${replaces ?? ""}: ilp extract --list names them`
      : `the school year ${schoolYear} has the extract ${there.extract}, and two of them together would tell who changed: take it back first, then name it with --replaces`,
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
  { because }: Settled,
): string {
  const why = because.get(name);
  if (why !== undefined) return why;
  return onlyWithFinest === undefined
    ? `it says a part of ${onlyWith ?? "another column"}, which is left out`
    : `it would tell ${onlyWithFinest}, which is not told as it is`;
}
