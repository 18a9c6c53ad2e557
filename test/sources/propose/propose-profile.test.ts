// Longer than most: what is proposed for two whole exports, field by field.
import { describe, expect, it } from "vitest";
import { plainWordsExport } from "../../../fixtures/own-exports/plain-words.ts";
import { vendorNamesExport } from "../../../fixtures/own-exports/vendor-names.ts";
import { isFaulty, validateProfile } from "../../../functions/sources/profiles/validate-profile.ts";
import { mappingOf, proposedFor } from "../../support/survey-of.ts";

describe("proposeProfile", () => {
  it("maps every column of an export whose words nobody has seen", async () => {
    const proposed = await proposedFor(plainWordsExport());
    expect(mappingOf(proposed)).toEqual([
      "campuses.csv organization.id = Campus Ref",
      "campuses.csv organization.name = Campus Title",
      'campuses.csv organization.type = "school"',
      "school_days.csv calendarDay.school = Campus Ref",
      "school_days.csv calendarDay.on = Calendar Day",
      "school_days.csv calendarDay.event = Kind of Day",
      "learners.csv person.student = Learner Key",
      "learners.csv person.givenName = Learner Name",
      "learners.csv person.familyName = Learner Name",
      "learners.csv person.birthOn = Born",
      "learners.csv person.grade = Year Group",
      "learners.csv person.sex = Gender",
      "learners.csv person.raceEthnicity = Ethnic Group",
      "learners.csv program.student = Learner Key where IEP is Y",
      'learners.csv program.program = "IEP" where IEP is Y',
      "learners.csv program.student = Learner Key where ELL is Y",
      'learners.csv program.program = "English learner" where ELL is Y',
      "learners.csv program.student = Learner Key where FRL is Y",
      'learners.csv program.program = "FRL" where FRL is Y',
      "stays.csv enrollment.student = Learner Key",
      "stays.csv enrollment.school = Campus Ref",
      "stays.csv enrollment.enteredOn = Joined",
      "stays.csv enrollment.withdrewOn = Departed",
      "daily_minutes.csv attendance.student = Learner Key",
      "daily_minutes.csv attendance.on = Day",
      "daily_minutes.csv attendance.minutesAbsent = Minutes Missed",
      "daily_minutes.csv attendance.minutesPossible = Minutes Scheduled",
      "pathways.csv plan.plan = Pathway No",
      "pathways.csv plan.student = Learner Key",
      'pathways.csv plan.planType = "?"',
      "pathways.csv plan.schoolYear = Drawn Up On",
      "pathways.csv plan.status = Stage",
      "pathways.csv plan.openedOn = Drawn Up On",
      "pathways.csv plan.counselor = Advisor",
      "aims.csv goal.goal = Aim No",
      "aims.csv goal.plan = Pathway No",
      "aims.csv goal.domain = Pillar",
      "aims.csv goal.description = What the learner wants",
      "aims.csv goal.measurement = How we will know",
      "aims.csv goal.setOn = Written On",
      "aims.csv goal.targetOn = Aim By",
      "aims.csv goal.status = Where it stands",
      "moves.csv actionStep.actionStep = Move No",
      "moves.csv actionStep.goal = Aim No",
      "moves.csv actionStep.description = What to do",
      "moves.csv actionStep.owner = Who",
      "moves.csv actionStep.dueOn = By When",
      "moves.csv actionStep.completedOn = Done On",
      "sit_downs.csv review.review = Talk No",
      "sit_downs.csv review.plan = Pathway No",
      "sit_downs.csv review.state = REC_STATE",
      "sit_downs.csv review.scheduledOn = Booked For",
      "sit_downs.csv review.heldOn = Took Place",
      "sit_downs.csv review.participants = Who Came",
      "team.csv staff.staff = Badge No",
      "team.csv staff.name = Full Name",
      "team.csv staff.role = Job",
    ]);
    expect(proposed.files.flatMap(({ unread }) => unread)).toEqual([
      "State",
      "Switchboard Phone",
      "State",
      "Departure Reason",
    ]);
  });

  it("leaves as gaps what only the district knows, and no more", async () => {
    const { gaps } = await proposedFor(plainWordsExport());
    expect(gaps.map(({ path }) => path)).toEqual([
      "files[3].reads[0].columns[3].endDays",
      "files[5].reads[0].columns[2].value",
      'files[5].reads[0].columns[4].values["Signed off"]',
      'files[6].reads[0].columns[2].values["Me"]',
      'files[6].reads[0].columns[2].values["World of work"]',
      'files[8].reads[0].columns[2].values["B"]',
      'files[8].reads[0].columns[2].values["H"]',
      'files[8].reads[0].columns[2].values["N"]',
    ]);
  });

  it("is no sound profile before its gaps are filled, and has no other fault", async () => {
    const { profile, gaps } = await proposedFor(plainWordsExport());
    const checked = validateProfile(profile);
    if (!isFaulty(checked)) throw new Error("expected gaps");
    expect(checked.every(({ isGap }) => isGap === true)).toBe(true);
    expect(checked.map(({ path }) => path)).toEqual(gaps.map(({ path }) => path));
  });

  it("maps an export in another language and style, with codes as numbers", async () => {
    const proposed = await proposedFor(vendorNamesExport());
    expect(mappingOf(proposed)).toEqual([
      "PLANTEL.txt organization.id = IdPlantel",
      "PLANTEL.txt organization.name = NombrePlantel",
      'PLANTEL.txt organization.type = "school"',
      'CALENDARIO.txt calendarDay.school = "101"',
      "CALENDARIO.txt calendarDay.on = Fecha",
      "CALENDARIO.txt calendarDay.isInstructional = DiaLectivo",
      'CALENDARIO.txt calendarDay.school = "204"',
      "CALENDARIO.txt calendarDay.on = Fecha",
      "CALENDARIO.txt calendarDay.isInstructional = DiaLectivo",
      "ALUMNO_2022.txt person.student = MatriculaAlumno",
      "ALUMNO_2022.txt person.email = CorreoElectronico",
      "ALUMNO_2022.txt person.givenName = NombreCompleto",
      "ALUMNO_2022.txt person.familyName = NombreCompleto",
      "ALUMNO_2022.txt person.birthOn = FecNacimiento",
      "ALUMNO_2022.txt person.grade = Grado",
      "ALUMNO_2022.txt person.sex = Sexo",
      "ALUMNO_2022.txt enrollment.student = MatriculaAlumno",
      "ALUMNO_2022.txt enrollment.school = IdPlantel",
      "ALUMNO_2022.txt enrollment.enteredOn = FecIngreso",
      "ALUMNO_2022.txt enrollment.withdrewOn = FecBaja",
      "ALUMNO_2022.txt enrollment.grade = Grado",
      "ALUMNO_2022.txt program.student = MatriculaAlumno where EducacionEspecial is Sí",
      'ALUMNO_2022.txt program.program = "IEP" where EducacionEspecial is Sí',
      "ALUMNO_2022.txt program.student = MatriculaAlumno where AprendizIngles is Sí",
      'ALUMNO_2022.txt program.program = "English learner" where AprendizIngles is Sí',
      "ALUMNO_2022.txt program.student = MatriculaAlumno where AlmuerzoGratis is Sí",
      'ALUMNO_2022.txt program.program = "FRL" where AlmuerzoGratis is Sí',
      "FALTAS_2022-03.txt attendance.student = MatriculaAlumno",
      "FALTAS_2022-03.txt attendance.on = FechaFalta",
      "FALTAS_2022-03.txt attendance.kind = TipoFalta",
      "PLAN_ICAP.txt plan.plan = PlanKey",
      "PLAN_ICAP.txt plan.student = MatriculaAlumno",
      'PLAN_ICAP.txt plan.planType = "ICAP"',
      "PLAN_ICAP.txt plan.schoolYear = CicloEscolar",
      "PLAN_ICAP.txt plan.status = EstatusPlan",
      "PLAN_ICAP.txt plan.openedOn = FechaInicio",
      "PLAN_ICAP.txt plan.counselor = Orientador",
      "META.txt goal.goal = MetaKey",
      "META.txt goal.plan = PlanKey",
      "META.txt goal.domain = Ambito",
      "META.txt goal.description = DescripcionMeta",
      "META.txt goal.targetOn = FechaLimite",
      "META.txt goal.status = EstatusMeta",
      "META.txt goal.statusOn = FechaEstatus",
      "REUNION.txt review.review = ReunionKey",
      "REUNION.txt review.plan = PlanKey",
      "REUNION.txt review.state = EstadoReunion",
      "REUNION.txt review.scheduledOn = FechaProgramada",
      "REUNION.txt review.heldOn = FechaRealizada",
    ]);
    expect(proposed.gaps.map(({ path }) => path)).toEqual([
      "files[2].reads[1].columns[3].endDays",
      'files[3].reads[0].columns[2].values["1"]',
      'files[3].reads[0].columns[2].values["2"]',
      'files[4].reads[0].columns[4].values["1"]',
      'files[4].reads[0].columns[4].values["2"]',
      'files[6].reads[0].columns[2].values["10"]',
      'files[6].reads[0].columns[2].values["11"]',
      'files[6].reads[0].columns[2].values["12"]',
    ]);
  });

  it("reads the days of a folder in the order that one of its columns shows", async () => {
    const { profile } = await proposedFor(vendorNamesExport());
    const formats = (profile?.files ?? []).flatMap(({ reads }) =>
      reads.flatMap(({ columns }) => columns.flatMap(({ dayFormats = [] }) => dayFormats)),
    );
    expect(new Set(formats)).toEqual(new Set(["D/M/YYYY"]));
  });

  it("says nothing of any student", async () => {
    const said = JSON.stringify([
      await proposedFor(plainWordsExport()),
      await proposedFor(vendorNamesExport()),
    ]);
    expect(said).not.toMatch(/Vance|Sánchez|Lindqvist|L40417|40417|2004|example\.org/);
  });
});

/** The proposal for a roster and one more file. */
const beside = async (name: string, text: string) =>
  proposedFor({ "students.tsv": ROSTER, [name]: text });

const ROSTER = [
  "Pupil No,Last,First,Home Room,Grade,Campus,Entry Date,Exit Date",
  ...Array.from(
    { length: 12 },
    (_, n) =>
      `P-${100 + n},Vance${"abcdefghijkl"[n]},Ada,12,${9 + (n % 4)},North,9/${n + 13}/2021,`,
  ),
  "",
].join("\n");

const mapped = async (name: string, header: string, row: (n: number) => string) =>
  mappingOf(
    await beside(name, [header, ...Array.from({ length: 24 }, (_, n) => row(n)), ""].join("\n")),
  ).filter((line) => line.startsWith(name));

describe("a proposed mapping", () => {
  it("reads Last, First, Entry Date and Exit Date for what they are", async () => {
    expect(mappingOf(await proposedFor({ "students.tsv": ROSTER }))).toEqual([
      "students.tsv person.student = Pupil No",
      "students.tsv person.givenName = First",
      "students.tsv person.familyName = Last",
      "students.tsv person.grade = Grade",
      "students.tsv enrollment.student = Pupil No",
      "students.tsv enrollment.school = Campus",
      "students.tsv enrollment.enteredOn = Entry Date",
      "students.tsv enrollment.withdrewOn = Exit Date",
      "students.tsv enrollment.grade = Grade",
      "students.tsv organization.id = Campus",
      "students.tsv organization.name = Campus",
      'students.tsv organization.type = "school"',
    ]);
  });

  it("takes a review's day for its day, and a state of the country for none of a review", async () => {
    const lines = await mapped(
      "reviews.csv",
      "Review No,Pupil No,Review,State,Status Date,Outcome",
      (n) =>
        `R${n},P-${100 + (n % 12)},${1 + (n % 9)}/${14 + (n % 9)}/2022,${n % 2 ? "TX" : "OK"},2/${13 + (n % 9)}/2022,${n % 3 ? "Held" : "No show"}`,
    );
    expect(lines.filter((line) => /state|heldOn|scheduledOn/.test(line))).toEqual([
      "reviews.csv review.state = Outcome",
      "reviews.csv review.heldOn = Review",
    ]);
  });

  it("finds the student by the identifiers of the roster, whatever the column is called", async () => {
    const lines = await mapped(
      "absences.csv",
      "Card,Day,Code",
      (n) => `P-${100 + (n % 12)},3/${1 + n}/2022,${n % 2 ? "Excused" : "Unexcused"}`,
    );
    expect(lines).toEqual([
      "absences.csv attendance.student = Card",
      "absences.csv attendance.on = Day",
      "absences.csv attendance.kind = Code",
    ]);
  });

  it("says which number of a student it is, where others refer by that of the state", async () => {
    const roster = [
      "Pupil No,State Student ID,Last,First,School",
      ...Array.from({ length: 9 }, (_, n) => `P-${n},TX90${n}01,Vance${"abcdefghi"[n]},Ada,North`),
      "",
    ].join("\n");
    const absences = [
      "SSID,Date,Kind",
      ...Array.from({ length: 9 }, (_, n) => `TX90${n}01,2022-03-0${n + 1},Absent`),
      "",
    ];
    const { profile } = await proposedFor({
      "roster.csv": roster,
      "absent.csv": absences.join("\n"),
    });
    const read = profile?.files
      .flatMap(({ reads }) => reads)
      .find(({ table }) => table === "attendance");
    expect(read?.columns[0]).toMatchObject({ to: "student", from: ["SSID"], idType: "state" });
  });

  it("joins two columns to a key where none is one", async () => {
    const lines = await mapped(
      "goals.csv",
      "Pupil No,Goal No,Goal Area,Goal Statement,Goal Status",
      (n) => `P-${100 + (n % 12)},${1 + Math.floor(n / 12)},Academic,I will read ${n} books,Met`,
    );
    expect(lines).toContain("goals.csv goal.goal = Pupil No+Goal No");
    expect(lines).toContain("goals.csv goal.student = Pupil No");
  });

  it("leaves out a grid of students, and says how many columns it does not show", async () => {
    const { profile, files } = await beside(
      "matrix.csv",
      [
        "Date,Zq Quill,Zq Ash",
        ...Array.from({ length: 9 }, (_, n) => `2022-03-0${n + 1},P,A`),
        "",
      ].join("\n"),
    );
    expect(profile?.files.map(({ file }) => file)).toEqual(["students.tsv"]);
    expect(files[1]).toMatchObject({ outcome: "not-read", people: 2, unread: [] });
    expect(JSON.stringify([profile, files])).not.toContain("Zq");
  });

  it.each([
    ["alone, since they are those of school", "", "instructional"],
    ["beside a code that nobody read, which may say what is off", ",Mixed", "?"],
  ])("takes the days of a calendar %s", async (_what, more, event) => {
    const days = Array.from({ length: 120 }, (_, n) => new Date(Date.UTC(2022, 0, 3 + n)));
    const lines = days.map(
      (on, n) =>
        `North,${on.toISOString().slice(0, 10)}${more === "" ? "" : n % 9 ? ",Zq" : ",Ow"}`,
    );
    const { profile } = await beside(
      "calendar.csv",
      [`Campus,Calendar Date${more}`, ...lines, ""].join("\n"),
    );
    const read = profile?.files.at(-1)?.reads.find(({ table }) => table === "calendarDay");
    expect(read?.columns.find(({ to }) => to === "event")?.value).toBe(event);
  });

  it("states no review held where some have no day and nothing says why", async () => {
    const lines = await mapped(
      "reviews.csv",
      "Review No,Pupil No,Held On",
      (n) => `R${n},P-${100 + (n % 12)},${n % 3 ? `2/${1 + n}/2022` : ""}`,
    );
    expect(lines).toContain('reviews.csv review.state = "?"');
  });

  it("leaves out a grid of days, and says what to export instead", async () => {
    const header = ["Student", ...[1, 2, 3, 4].map((n) => `2022-03-0${n}`)].join(",");
    const { files } = await beside("days.csv", `${header}\nZqada,P,A,P,P\nZqbo,P,P,P,P\n`);
    expect(files[1]?.notes).toEqual([expect.stringContaining("one column per day")]);
    expect(JSON.stringify(files)).not.toMatch(/Zq/);
  });

  it("asks for the order of month and day where no file shows it", async () => {
    const { gaps } = await proposedFor({
      "absences.csv": [
        "Student ID,Date,Kind",
        ...Array.from({ length: 9 }, (_, n) => `S${n},${n + 1}/${n + 2}/2022,Absent`),
        "",
      ].join("\n"),
    });
    expect(gaps.map(({ path, allowed }) => [path, allowed])).toEqual([
      ["files[0].reads[0].columns[1].dayFormats[0]", ["M/D/YYYY", "D/M/YYYY", "M/D/YY", "D/M/YY"]],
    ]);
  });

  it("shows no code that a single record has", async () => {
    const { gaps, files } = await beside(
      "plans.csv",
      [
        "Plan No,Pupil No,Opened,Stage",
        ...Array.from(
          { length: 12 },
          (_, n) => `PL-${n},P-${100 + n},9/${14 + n}/2021,${n === 3 ? "Zqada" : "Blue"}`,
        ),
        "",
      ].join("\n"),
    );
    const said = JSON.stringify([gaps, files]);
    expect(said).toContain("Blue");
    expect(said).not.toContain("Zqada");
    expect(files[1]?.notes).toEqual([expect.stringContaining("1 more value that is not shown")]);
  });

  const STUDENTS = Array.from({ length: 12 }, (_, n) => String(3000 + 53 * n).padStart(8, "0"));
  const csv = (header: string, rows: readonly string[]): string => [header, ...rows, ""].join("\n");
  const DISTRICT = {
    "StudentDemog.csv": csv(
      "PermID,StuFullName,DOB",
      STUDENTS.map(
        (id, n) => `${id},"Vance${"abcdefghijkl"[n] ?? ""}, Ada",${(n % 9) + 1}/17/2006`,
      ),
    ),
    "BuildingList.csv": csv("BuildingCode,BuildingLongName", ["003,Harlan HS", "019,Osage MS"]),
  };
  const linesOf = async (files: { readonly [file: string]: string }, of: string) =>
    mappingOf(await proposedFor({ ...DISTRICT, ...files })).filter((line) => line.startsWith(of));

  it("takes no stay with a school year for a plan", async () => {
    const rows = STUDENTS.map((id, n) => `${id},003,09,8/16/2021,${n > 8 ? "2/15/2022" : ""},2022`);
    const enrollments = csv("PermID,BuildingCode,GrdLvl,EntryDt,ExitDt,SchYrEnd", rows);
    expect(await linesOf({ "StuEntryExit.csv": enrollments }, "StuEntryExit.csv")).toEqual([
      "StuEntryExit.csv person.student = PermID",
      "StuEntryExit.csv person.grade = GrdLvl",
      "StuEntryExit.csv enrollment.student = PermID",
      "StuEntryExit.csv enrollment.school = BuildingCode",
      "StuEntryExit.csv enrollment.enteredOn = EntryDt",
      "StuEntryExit.csv enrollment.withdrewOn = ExitDt",
    ]);
  });

  it("takes no other code for the kind of attendance where each period has a cell", async () => {
    const rows = STUDENTS.map((id, n) => `${id},${n % 2 ? "003" : "019"},9/${n + 1}/2021,P,A,P`);
    const attendance = csv("PermID,BuildingCode,AttDate,P1,P2,P3", rows);
    expect(await linesOf({ "PeriodAtt.csv": attendance }, "PeriodAtt.csv")).toEqual([
      "PeriodAtt.csv attendance.student = PermID",
      "PeriodAtt.csv attendance.on = AttDate",
    ]);
  });

  it("reads plans and goals out of one file", async () => {
    const goals = STUDENTS.flatMap((id, n) =>
      [0, 1].map(
        (k) =>
          `7${n}00,${id},2021-2022,9/${n + 1}/2021,${n % 3},8${2 * n + k}00,C${n % 3},Visit ${k} fine colleges,${(n + k) % 4}`,
      ),
    );
    const header =
      "PlanKey,PermID,PlanYear,PlanStartDt,PlanStatusCd,GoalKey,GoalAreaCd,GoalText,GoalStatusCd";
    const file = { "PlanGoalExtract.csv": csv(header, goals) };
    expect(await linesOf(file, "PlanGoalExtract.csv")).toEqual([
      "PlanGoalExtract.csv plan.plan = PlanKey",
      "PlanGoalExtract.csv plan.student = PermID",
      'PlanGoalExtract.csv plan.planType = "?"',
      "PlanGoalExtract.csv plan.schoolYear = PlanYear",
      "PlanGoalExtract.csv plan.status = PlanStatusCd",
      "PlanGoalExtract.csv plan.openedOn = PlanStartDt",
      "PlanGoalExtract.csv goal.goal = GoalKey",
      "PlanGoalExtract.csv goal.plan = PlanKey",
      "PlanGoalExtract.csv goal.domain = GoalAreaCd",
      "PlanGoalExtract.csv goal.description = GoalText",
      "PlanGoalExtract.csv goal.status = GoalStatusCd",
    ]);
  });

  it("takes no student's identifier or name for a code, and says that it shows them not", async () => {
    const goals = STUDENTS.map(
      (_, n) =>
        `8${n}00,7${n}00,${n % 2 ? STUDENTS[0] : "Hobbies"},Visit ${n} fine colleges,${n % 3 ? "Vanceb" : "Halfway"}`,
    );
    const file = csv("GoalKey,PlanKey,GoalAreaCd,GoalText,GoalStatusCd", goals);
    const { profile, files } = await proposedFor({ ...DISTRICT, "Goals.csv": file });
    const text = JSON.stringify({ profile, files });
    expect(text).toContain("Hobbies");
    expect(text).toContain("Halfway");
    expect(text).not.toContain(STUDENTS[0]);
    expect(text).not.toContain("Vanceb");
    expect(files.find((file) => file.file === "Goals.csv")?.notes).toEqual([
      "GoalAreaCd holds 1 more value that is not shown because it may name a person or is in a single record: if it is a code, add what it means",
      "GoalStatusCd holds 1 more value that is not shown because it may name a person or is in a single record: if it is a code, add what it means",
    ]);
  });

  it("says for how many codes of a staff list no role is known", async () => {
    const staff = csv(
      "StaffCode,StaffDisplayName,JobClass,BuildingCode",
      [21, 21, 10, 10].map(
        (job, n) => `9001${n},"Wint${"abcd"[n] ?? ""}, Pia",${job},${n % 2 ? "003" : "019"}`,
      ),
    );
    const { files } = await proposedFor({ ...DISTRICT, "StaffRoster.csv": staff });
    expect(files.find(({ file }) => file === "StaffRoster.csv")?.notes).toEqual([
      'JobClass holds 2 values for which no role is known: a person with one is kept without a role; in "values" of the column write what each means',
    ]);
  });
});
