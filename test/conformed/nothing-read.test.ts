import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { conform } from "../../functions/pipeline/conform/conform.ts";
import { receive } from "../../functions/pipeline/intake/receive.ts";
import { FERNHILL, incoming, lines, ORGS, type HandedIn } from "../support/ingest-files.ts";
import { freshPlaces, quiet } from "../support/local-district.ts";

const ED_FI_SCHOOLS: HandedIn = [
  "educationOrganizations.csv",
  lines("id,type,nameOfInstitution", "901,School,Fern High"),
];
const ED_FI_STUDENTS: HandedIn = [
  "students.csv",
  lines("studentUniqueId,firstName,lastSurname", "701,Ann,Lee"),
];

async function missingOf(...files: readonly HandedIn[]) {
  const places = await freshPlaces();
  await receive(FERNHILL, incoming(files), places, day("2022-06-01"), quiet);
  const conformed = await conform(FERNHILL, { name: null, acceptRemovals: false }, places, quiet);
  return conformed.kind === "conformed" ? [] : conformed.missing;
}

describe("where nothing can be made of files", () => {
  it("names the column that a file of a known format lacks", async () => {
    const users = lines(
      "sourcedId,enabledUser,role,username,givenName,familyName",
      "1,true,student,a,A,B",
    );
    expect(await missingOf(["orgs.csv", ORGS], ["users.csv", users])).toEqual([
      "no enrollment could be read: users.csv lacks orgSourcedIds; send roles.csv",
    ]);
  });

  it("names the column for want of which a file fits no format, though it has the name of one", async () => {
    const enrollments = lines("studentUniqueId,schoolId,exitWithdrawDate", "701,901,");
    expect(
      await missingOf(ED_FI_SCHOOLS, ED_FI_STUDENTS, [
        "studentSchoolAssociations.csv",
        enrollments,
      ]),
    ).toEqual(["no enrollment could be read: studentSchoolAssociations.csv lacks entryDate"]);
  });

  it("names the file to send where none has its name", async () => {
    expect(await missingOf(ED_FI_SCHOOLS, ED_FI_STUDENTS)).toEqual([
      "no file has enrollments; send studentSchoolAssociations.csv",
    ]);
  });
});
