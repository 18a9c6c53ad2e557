import { describe, expect, it } from "vitest";
import { FILE_KINDS, kindOf } from "../../functions/sources/profiles/profiles.ts";
import { readFile } from "./read-export.ts";

const kindNamed = (file: string, columns: string): string | undefined =>
  kindOf(file, columns.split(","))?.kind;

/** Of which either of two will do, or any other reading is refused. */
const ALSO_NEEDED = new Set([
  "plain/staff.csv role",
  "plain/caseload.csv student",
  // A day may be empty, but a file of components without the column is another file.
  "plain/plan_components.csv enteredOn",
]);

describe("a file with the least columns that its format asks for", () => {
  it.each([
    // 1.2: the columns with an asterisk, a bulk file leaving out status and dateLastModified.
    ["orgs.csv", "sourcedId,name,type"],
    [
      "academicSessions.csv",
      "sourcedId,status,dateLastModified,title,type,startDate,endDate,schoolYear",
    ],
    ["courses.csv", "sourcedId,title,orgSourcedId"],
    ["classes.csv", "sourcedId,title,courseSourcedId,classType,schoolSourcedId,termSourcedIds"],
    ["users.csv", "sourcedId,enabledUser,username,givenName,familyName"],
    ["roles.csv", "sourcedId,userSourcedId,roleType,role,orgSourcedId"],
    ["userProfiles.csv", "sourcedId,userSourcedId,profileType,vendorId,credentialType,username"],
    ["enrollments.csv", "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role"],
    ["demographics.csv", "sourcedId"],
    ["demographics.csv", "sourcedId,status,dateLastModified"],
    ["categories.csv", "sourcedId,title"],
    [
      "lineItems.csv",
      "sourcedId,title,assignDate,dueDate,classSourcedId,categorySourcedId,academicSessionSourcedId,schoolSourcedId",
    ],
    ["results.csv", "sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,scoreDate"],
    [
      "scoreScales.csv",
      "sourcedId,title,type,orgSourcedId,courseSourcedId,classSourcedId,scoreScaleValue",
    ],
    ["lineItemScoreScales.csv", "sourcedId,lineItemSourcedId,scoreScaleSourcedId"],
    ["resultScoreScales.csv", "sourcedId,resultSourcedId,scoreScaleSourcedId"],
    ["lineItemLearningObjectiveIds.csv", "sourcedId,lineItemSourcedId,source,learningObjectiveId"],
    ["resultLearningObjectiveIds.csv", "sourcedId,resultSourcedId,source,learningObjectiveId"],
    ["resources.csv", "sourcedId,vendorResourceId"],
    ["classResources.csv", "sourcedId,classSourcedId,resourceSourcedId"],
    ["courseResources.csv", "sourcedId,courseSourcedId,resourceSourcedId"],
    ["userResources.csv", "sourcedId,userSourcedId,resourceSourcedId"],
    ["manifest.csv", "propertyName,value"],
    // 1.1
    ["users.csv", "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName"],
    [
      "lineItems.csv",
      "sourcedId,title,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax",
    ],
    // 1.0
    ["users.csv", "sourcedId,orgs,role,username,givenName,familyName,status,dateLastModified"],
    ["demographics.csv", "userSourcedId,status,dateLastModified,birthdate"],
    ["academicSessions.csv", "sourcedId,title,type,startDate,endDate,status,dateLastModified"],
  ])("is known as OneRoster's %s by %s", (file, columns) => {
    expect(kindNamed(file, columns)).toBe(`one-roster/${file}`);
  });

  it.each([
    ["students.csv", "School_id,Student_id,Last_name,First_name"],
    ["students.csv", "School_id,Student_id,Last_name,First_name,Middle_name,Gender,Grade"],
    ["schools.csv", "School_id,School_name"],
    ["teachers.csv", "School_id,Teacher_id,Last_name,First_name"],
    ["sections.csv", "School_id,Section_id,Teacher_id"],
    ["enrollments.csv", "School_id,Section_id,Student_id"],
    ["staff.csv", "School_id,Staff_id,Staff_email,First_name,Last_name"],
    ["attendance.csv", "Student_id,Attendance_date,Attendance_type,Attendance_status"],
  ])("is known as Clever's %s by %s", (file, columns) => {
    expect(kindNamed(file, columns)).toBe(`clever/${file}`);
  });

  it.each([
    ["sds-v1/School.csv", "SIS ID,Name"],
    ["sds-v1/Section.csv", "SIS ID,School SIS ID,Section Name"],
    ["sds-v1/Student.csv", "SIS ID,School SIS ID,Username"],
    ["sds-v1/Student.csv", "SIS ID,School SIS ID,First Name,Last Name,Username"],
    ["sds-v1/Student.csv", "ID,School DfE Number,Username"],
    ["sds-v1/Teacher.csv", "SIS ID,School SIS ID,Username"],
    ["sds-v1/StudentEnrollment.csv", "Section SIS ID,SIS ID"],
    ["sds-v1/TeacherRoster.csv", "Section SIS ID,SIS ID"],
    ["sds-v2/users.csv", "sourcedId,orgSourcedIds,username,role"],
    ["sds-v2/classes.csv", "sourcedId,orgSourcedId,title"],
    ["sds-v2-1/users.csv", "sourcedId,username"],
    // OneRoster asks for the same six, and both are read alike.
    ["sds-v2-1/academicSessions.csv", "sourcedId,title,type,schoolYear,startDate,endDate"],
    ["sds-v2-1/roles.csv", "userSourcedId,orgSourcedId,role"],
    ["sds-v2-1/enrollments.csv", "classSourcedId,userSourcedId,role"],
    ["sds-v2-1/userFlags.csv", "userSourcedId,flag"],
    ["sds-v2-1/relationships.csv", "userSourcedId,relationshipUserSourcedId,relationshipRole"],
    ["sds-v2-1/demographics.csv", "userSourcedId,sex,raceCodes"],
    ["ed-fi-flat/students.csv", "studentUniqueId,firstName,lastSurname,birthDate"],
    [
      "ed-fi-flat/educationOrganizations.csv",
      "educationOrganizationId,nameOfInstitution,categories",
    ],
    [
      "ed-fi-flat/sessions.csv",
      "schoolId,schoolYear,sessionName,beginDate,endDate,termDescriptor,totalInstructionalDays",
    ],
    ["ed-fi-flat/calendarDates.csv", "calendarCode,schoolId,schoolYear,date,calendarEvents"],
    [
      "ed-fi-flat/studentSchoolAssociations.csv",
      "studentUniqueId,schoolId,entryDate,entryGradeLevelDescriptor",
    ],
    [
      "ed-fi-flat/studentSchoolAttendanceEvents.csv",
      "studentUniqueId,schoolId,schoolYear,sessionName,eventDate,attendanceEventCategoryDescriptor",
    ],
    [
      "ed-fi-flat/studentSectionAttendanceEvents.csv",
      "studentUniqueId,localCourseCode,schoolId,schoolYear,sectionIdentifier,sessionName,eventDate,attendanceEventCategoryDescriptor",
    ],
    [
      "ed-fi-flat/studentProgramAssociations.csv",
      "studentUniqueId,beginDate,educationOrganizationId,programEducationOrganizationId,programName,programTypeDescriptor",
    ],
    [
      "ed-fi-flat/studentEducationOrganizationAssociations.csv",
      "studentUniqueId,educationOrganizationId",
    ],
    [
      "ed-fi-flat/studentInterventionAssociations.csv",
      "studentUniqueId,interventionIdentificationCode,educationOrganizationId",
    ],
    [
      "ed-fi-lms/attendance-events.csv",
      "SourceSystemIdentifier,SourceSystem,EventDate,AttendanceStatus,LMSSectionSourceSystemIdentifier,LMSUserSourceSystemIdentifier",
    ],
    [
      "ceds/K12StudentDailyAttendance.csv",
      "StudentIdentifierState,AttendanceEventDate,AttendanceStatus",
    ],
    [
      "pcr-educator/attendance.csv",
      "Student_Id,School_Id,Attendance_Discipline_Type_Id,Occurence_Date_Time,Day_Amount",
    ],
    ["kinvolved/absenceCodes.csv", "sourcedId,title,absent"],
    ["earthmover/attendance.tsv", "day,section,student_id,absent"],
  ])("is known as %s by %s", (kind, columns) => {
    expect(kindNamed(kind.slice(kind.indexOf("/") + 1), columns)).toBe(kind);
  });

  // What people record here is written by this project, and documents are no columns.
  const plain = FILE_KINDS.filter(
    ({ kind, profile }) => /^plain\/(?!recorded_)/.test(kind) && profile.format === undefined,
  ).map(({ kind, profile: { file, reads } }) => ({
    kind,
    file,
    columns: (reads[0]?.columns ?? []).flatMap(({ to, from, isRequired }) =>
      isRequired === true || ALSO_NEEDED.has(`${kind} ${to}`) ? (from?.slice(0, 1) ?? []) : [],
    ),
  }));
  it.each(plain)("is known as $kind by the columns that it cannot do without", (least) => {
    expect(kindOf(least.file, least.columns)?.kind).toBe(least.kind);
  });

  it("is read as its format means it", () => {
    const events = "calendarCode,schoolId,schoolYear,date,calendarEvents";
    const day = "C1,255901001,2022,2021-08-30,uri://ed-fi.org/CalendarEventDescriptor#Holiday";
    expect(readFile("calendarDates.csv", `${events}\n${day}\n`).rows).toMatchObject([
      { row: { school: "255901001", on: "2021-08-30", isInstructional: false } },
    ]);
    const orgs = "educationOrganizationId,nameOfInstitution,categories";
    const descriptor = "uri://ed-fi.org/EducationOrganizationCategoryDescriptor";
    const read = readFile(
      "educationOrganizations.csv",
      `${orgs}\n1,High,${descriptor}#School\n2,District,${descriptor}#Local Education Agency\n`,
    );
    expect(read.rows).toMatchObject([
      { row: { id: "1", type: "school" } },
      { row: { id: "2", type: "district" } },
    ]);
  });

  it.each([
    [
      "a roster with days that Clever does not have",
      "School_id,Student_id,Last_name,First_name,Entry_date",
    ],
    ["a roster without a school", "Student_id,Last_name,First_name"],
  ])("is none in %s", (_what, columns) => {
    expect(kindNamed("students.csv", columns)).not.toBe("clever/students.csv");
  });

  it("is none under another name", () => {
    const columns = "School_id,Student_id,Last_name,First_name";
    expect(kindNamed("pupils.csv", columns)).toBeUndefined();
    expect(kindNamed("people.csv", "sourcedId,username")).toBeUndefined();
  });
});
