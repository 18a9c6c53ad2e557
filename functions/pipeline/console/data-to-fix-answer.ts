import { DISTRICT, ofSchool, permit, type Permit } from "../../access/permit.ts";
import { rolesOf } from "../../access/reader.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { OWNERS, OWNER_NAMES, ownerOfFile, problemsOfOwner } from "../../console/data-to-fix.ts";
import type { DataToFixPage, FileToFix, Owner } from "../../console/data-to-fix-answers.ts";
import { recordNumbers } from "../../console/record-numbers.ts";
import { json, sheet, words } from "../../console/plain-answers.ts";
import { seenStudents } from "../../console/seen-as.ts";
import { dataToFixByOwner } from "../../reports/data-to-fix-sheet.ts";
import { filesToFix, type FileWithReasons } from "../conform/files-to-fix.ts";
import type { ConsoleCase } from "./console-case.ts";
import { editionStudents } from "./edition-students.ts";
import { noteLook } from "./note-look.ts";
import { listSchools } from "./seen-students.ts";

/**
 * Answers `/console/data-to-fix` and its file: what is to be fixed, by who can fix it: problems of records
 * by school, each with the list behind it, and what of the files could not be used. It names no student.
 */
export async function dataToFixAnswer(
  of: ConsoleCase,
  { path, query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const what = path.slice(path.lastIndexOf("/") + 1);
  const schools = await listSchools(of);
  const files = filesPermit(of);
  if (schools.length === 0 && !files.isAllowed) {
    await noteLook(of, { kind: "see-data-to-fix", what, permit: files, schools: null });
    return words(403, files.because);
  }
  const askedSchool = query.get("school") || null;
  const askedOwner = query.get("owner") || null;
  const owner = OWNERS.find((name) => name === askedOwner) ?? null;
  if (askedOwner !== null && owner === null) {
    return words(400, `there is no such owner; known are: ${OWNERS.join(", ")}`);
  }
  const meant = schools.filter(({ id }) => askedSchool === null || id === askedSchool);
  if (askedSchool !== null && meant.length === 0) {
    return words(404, "no such school among those you may see");
  }
  await noteLook(of, {
    ...{ kind: files.isAllowed ? ("see-rejected-files" as const) : ("see-data-to-fix" as const) },
    ...{ what, schools: meant.map(({ id }) => id) },
    permit: files.isAllowed ? files : { isAllowed: true, because: of.exact.because, role: null },
  });
  const edition = await editionStudents(of);
  const rows = seenStudents(of, edition?.rows ?? []).map(({ row }) => row);
  const withReasons =
    files.isAllowed && of.manifest !== null ? await filesToFix(of.places, of.manifest) : [];
  const owners = OWNERS.filter((name) => owner === null || name === owner).map((name) => ({
    ...{ owner: name, ownerName: OWNER_NAMES[name] },
    problems: problemsOfOwner(name, rows, meant),
    files: askedSchool === null ? filesOf(name, withReasons) : [],
  }));
  if (path.endsWith(".csv")) return sheet(dataToFixByOwner(owners), "csv", "data-to-fix");
  return json({
    asked: { school: askedSchool, owner },
    schools,
    asOf: of.latest?.asOf ?? null,
    own: ownOwner(of),
    owners,
    noFiles: noFilesBecause(files, askedSchool),
    because: files.isAllowed ? files.because : of.exact.because,
  } satisfies DataToFixPage);
}

/**
 * Whether the reader may see what could not be used of the files: for the district, or for any of
 * her schools.
 */
function filesPermit({ reader, schools }: ConsoleCase): Permit {
  const district = permit(reader, "see-rejected-files", DISTRICT, schools);
  if (district.isAllowed) return district;
  return (
    schools
      .map(({ id }) => permit(reader, "see-rejected-files", ofSchool(id), schools))
      .find(({ isAllowed }) => isAllowed) ?? district
  );
}

function noFilesBecause(files: Permit, askedSchool: string | null): string | null {
  if (!files.isAllowed) {
    return "Which records of the files could not be used is for district leaders, registrars and state reporters.";
  }
  return askedSchool === null
    ? null
    : "A file is of the whole district: choose every school to see the files.";
}

/** The owner whose list comes first: the reader's own role, such as registrar or counselor. */
const ownOwner = ({ reader }: ConsoleCase): Owner | null =>
  OWNERS.find((owner) => rolesOf(reader).some(({ role }) => role === owner)) ?? null;

const filesOf = (owner: Owner, withReasons: readonly FileWithReasons[]): readonly FileToFix[] =>
  withReasons
    .filter(({ tables }) => ownerOfFile(tables) === owner)
    .flatMap(({ file, students, recordNumbers: numbers }): readonly FileToFix[] => {
      const of = {
        file: file.file,
        outcome: file.outcome,
        outcomeName: OUTCOME_NAMES[file.outcome],
      };
      const whole = {
        ...{ ...of, column: "", reason: "" },
        ...{ records: null, recordNumbers: "", students: null },
      };
      return [
        ...(file.remedy === "" ? [] : [{ ...whole, remedy: file.remedy }]),
        ...file.reasons.map(({ column, reasonName, records, remedy }, place) => ({
          ...{ ...of, column, reason: reasonName, records, remedy },
          recordNumbers: recordNumbers(numbers[place] ?? [], records),
          students: students[place] ?? null,
        })),
      ];
    });

const OUTCOME_NAMES: { readonly [outcome in FileWithReasons["file"]["outcome"]]: string } = {
  used: "Used",
  ignored: "Not needed",
  "not-recognized": "Not recognized",
  unreadable: "Unreadable",
  stopped: "Stopped",
  waiting: "Waiting to be accepted",
  refused: "Refused",
};
