import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CAST_EXPORTS } from "../support/local-district.ts";

/** A roster that sends the state's number, which OneRoster has no column for. */
const PUPILS = {
  id: "pupils",
  version: 1,
  title: "Students with their numbers of the state",
  files: [
    {
      file: "pupils.csv",
      name: "Students",
      pattern: "^pupils\\.csv$",
      signature: ["local_no", "state_no"],
      reads: [
        {
          table: "person",
          columns: [
            { to: "student", from: ["local_no"], isRequired: true },
            { to: "stateId", from: ["state_no"] },
            { to: "givenName", from: ["first"] },
            { to: "familyName", from: ["last"] },
            { to: "grade", from: ["grade"] },
          ],
        },
      ],
    },
  ],
};

/**
 * The exports of the cast with what the cast has not: decisions of people, records of assent and of
 * components, what the platform believes, two students who share an identifier, a second school, and
 * two students whose school sent no calendar. Written into the folder.
 */
export async function castWithMoreRecords(folder: string): Promise<string> {
  await cp(CAST_EXPORTS, folder, { recursive: true });
  const files: { readonly [name: string]: readonly string[] } = {
    "exemptions.csv": [
      "student_id,requirement,reason,decided_by,from_on,until_on",
      // Of everything: the one without a plan is no longer a record problem.
      "C-0403,all,parent-declined,K-71,2021-09-01,",
      "C-0404,all,exchange-student,K-71,2021-09-01,",
      // Ends on an as-of day, and begins on one.
      "C-0416,transition-6,medical,K-71,2021-09-01,2022-03-15",
      "C-0414,participation,waiver,K-72,2022-03-15,",
      "C-0420,transition-9,iep-team-decision,K-71,2021-09-01,",
      "C-0439,goal-domains,other,K-72,2021-09-01,",
      // Over by the first as-of day.
      "C-0441,all,medical,K-72,2021-09-01,2021-12-01",
      // Of the plan alone, which the student has not: the review is asked for all the same.
      "C-0422,plan,waiver,K-71,2021-09-01,",
    ],
    "attestations.csv": [
      "student_id,requirement,is_met,reason,attested_by,from_on,until_on",
      // The school of these two sent no calendar, so no record decides.
      "C-0501,goal-domains,no,Seen on paper,K-71,2021-10-01,",
      "C-0501,goal-domains,yes,Seen again,K-71,2022-02-01,",
      "C-0501,participation,no,Asked the family,K-71,2021-10-01,2022-03-15",
      "C-0502,participation,yes,Asked the family,K-71,2022-03-15,",
      // What the records decide is not for anybody to state.
      "C-0437,goal-domains,yes,Seen on paper,K-72,2021-10-01,",
    ],
    // Over on an as-of day, and begun on one.
    "studentProgramAssociations.csv": [
      "studentUniqueId,programName,beginDate,endDate",
      "C-0401,Bilingual,2021-08-23,2022-03-14",
      "C-0402,Special Education,2021-08-23,",
      "C-0403,Homeless,2022-03-15,",
      "C-0416,Economically Disadvantaged,2021-08-23,2022-03-15",
    ],
    // Two students with one number of the state.
    "pupils.csv": [
      "local_no,state_no,first,last,grade",
      "C-0503,900001,Ada,Tamarackly,07",
      "C-0504,900001,Ada,Willetson,09",
    ],
    "plan_assents.csv": [
      "student_id,role,degree,given_on,is_designee,is_good_faith_effort",
      // Who signed took part.
      "C-0406,family,signature,2022-03-01,,",
      "C-0406,student,participation,2022-03-02,,",
      "C-0406,counselor,approval,2022-03-03,,",
      // An invitation, a designee and an effort are not enough: each of these lacks nothing else.
      "C-0438,family,invitation,2022-02-01,,",
      "C-0503,student,participation,2022-02-21,,",
      "C-0503,counselor,participation,2022-02-21,,",
      "C-0503,family,participation,2022-02-21,yes,",
      "C-0504,student,participation,2022-02-21,,",
      "C-0504,family,participation,2022-02-21,,",
      "C-0504,counselor,participation,2022-02-21,,yes",
      // The last day on which the last review is signed in time, the day after it, the day before the review, and its day.
      "C-0425,family,signature,2021-12-03,,",
      "C-0424,family,signature,2021-12-04,,",
      "C-0410,family,signature,2021-11-02,,",
      "C-0413,student,approval,2021-10-12,,",
      // Of the review of a draft.
      "C-0405,family,signature,2021-12-09,,",
      // On a day that cannot be, and on none: of an unsigned review, of one signed late, and of one signed in time.
      "C-0411,family,signature,2022-02-30,,",
      "C-0424,student,signature,,,",
      "C-0425,student,signature,,,",
      "C-0412,family,participation,,,",
    ],
    "plan_components.csv": [
      "student_id,component,entered_on,quantity,strand,marks",
      // In time for one student, late for the other.
      "C-0436,career-goal,2022-01-19,,,",
      "C-0436,personal-social-goal,2022-01-10,,,",
      "C-0437,academic-goal,2021-10-01,,,",
      "C-0437,career-goal,2021-10-01,,,",
      "C-0437,personal-social-goal,2022-01-20,,,",
      // What a plan says beside its goals: entered on the date of the data, and the day after it.
      "C-0405,strengths,2022-03-15,,,",
      "C-0405,career-interest-inventory,2021-10-01,,,",
      "C-0410,interests,2022-03-16,,,",
      "C-0411,barriers-adjustments,2021-10-01,,,",
      // A student of special education, and one of no program.
      "C-0402,program-coordination,2022-03-15,,,",
      "C-0405,program-coordination,2022-03-01,,,",
    ],
    // By student, with a range of family names, by grade, and a whole school; a range folds accents.
    "caseload.csv": [
      "counselor_id,student_id,school_id,grade,last_name_from,last_name_until",
      "K-90,C-0404,,,,",
      "K-91,C-0404,,,,",
      "K-91,,CAST-MS,07,B,D",
      "K-92,,CAST-MS,07,,",
      "K-93,,CAST-HS,,fulmarion,Fulmario",
      "K-94,,CAST-ES,,,",
      "K-72,,CAST-HS,,,Z",
      // Has a plan of its own, and moved from the one school to the other.
      "K-95,C-0412,,,,",
      "K-96,,CAST-ALT,10,,",
    ],
  };
  await writeFile(join(folder, "ilp.profile.json"), JSON.stringify(PUPILS));
  for (const [name, rows] of Object.entries(files)) {
    await writeFile(join(folder, name), `${rows.join("\n")}\n`);
  }
  await append(folder, "users.csv", [
    "C-0501,,,true,u0501,{Local:C-0501},Ada,Rowanmere,,C-0501,,,,,06,,,,,,CAST-ES,",
    "C-0502,,,true,u0502,{Local:C-0502},Ada,Sorbusby,,C-0502,,,,,08,,,,,,CAST-ES,",
  ]);
  await append(folder, "roles.csv", [
    "R-0501-1,,,C-0501,primary,student,2021-08-23,,CAST-ES,",
    "R-0502-1,,,C-0502,primary,student,2021-08-23,,CAST-ES,",
    "R-0503-1,,,C-0503,primary,student,2022-02-01,,CAST-MS,",
    "R-0504-1,,,C-0504,primary,student,2021-08-23,,CAST-HS,",
    // Was at the school before, so that no plan had to come along.
    "R-0416-0,,,C-0416,primary,student,2020-08-24,2021-06-10,CAST-MS,",
    // Was at another school before the one that was left.
    "R-0409-0,,,C-0409,primary,student,2021-08-02,2021-08-20,CAST-ALT,",
    // A second school does not answer for the student, however late it began.
    "R-0413-2,,,C-0413,secondary,student,2022-01-03,,CAST-ALT,",
  ]);
  await append(folder, "plans.csv", [
    "CP-0501,C-0501,ILP,2022,active,2021-09-10,,K-71",
    "CP-0503,C-0503,ILP,2022,active,2022-02-05,,K-71",
    "CP-0504,C-0504,ILP,2022,active,2021-09-10,,K-72",
  ]);
  await append(folder, "goals.csv", [
    "CG-0501-1,CP-0501,academic,Read a book a month,6 books,2021-09-13,2022-05-20,in-progress,",
  ]);
  // Both focus areas of the transition are there on an as-of day, and not the day before.
  await append(folder, "action_steps.csv", [
    "CA-0416-8,CG-0416-1,Look at jobs,student,career-exploration,,2022-03-01",
    "CA-0416-9,CG-0416-1,Write a plan,student,education-plan,,2022-03-15",
  ]);
  await append(folder, "reviews.csv", [
    "CR-0501-1,CP-0501,held,2021-11-03,2021-11-03,student;family,career-exploration",
    "CR-0503-1,CP-0503,held,2022-02-20,2022-02-20,,",
    // Of two reviews one names nobody.
    "CR-0421-9,CP-0421,held,2022-03-01,2022-03-01,,",
    "CR-0451-9,CP-0451,held,2022-03-01,2022-03-01,counselor,",
    // With people whom the cast's reviews never name.
    "CR-0422-9,CP-0422,held,2022-03-01,2022-03-01,student;teacher;administrator,",
    "CR-0423-9,CP-0423,held,2022-03-02,2022-03-02,student;other,",
  ]);
  await believedByThePlatform(join(folder, "plans.csv"), {
    "CP-0401": "CAST-MS,07",
    "CP-0402": "CAST-HS,07",
    "CP-0411": "CAST-MS,08",
    "CP-0412": "CAST-MS,08",
    "CP-0416": "CAST-MS,06",
    "CP-0417": "CAST-ES,06",
    "CP-0418": "CAST-MS,06",
    "CP-0423": "CAST-HS,09",
    "CP-0424": "CAST-MS,",
    "CP-0504": ",10",
  });
  return folder;
}

/**
 * The exports of the cast in which three students have two plans: an English-learner plan beside the
 * ILP, with an id that comes first, or an ILP that was closed and one that was opened anew. Six have
 * a plan of the school year before, of which three are still open. Three have the same goals.
 */
export async function castWithTwoPlansEach(folder: string): Promise<string> {
  await cp(CAST_EXPORTS, folder, { recursive: true });
  const file = join(folder, "plans.csv");
  const rows = (await readFile(file, "utf8")).trimEnd().split(/\r?\n/);
  const closed = rows.map((row) =>
    row.startsWith("CP-0411,") ? "CP-0411,C-0411,ILP,2022,closed,2021-09-10,2022-03-01,K-71" : row,
  );
  const more = [
    "CA-0402,C-0402,EL-ILP,2022,active,2021-09-10,,K-71",
    "CA-0416,C-0416,EL-ILP,2022,active,2021-09-10,,K-71",
    "CP-0411-B,C-0411,ILP,2022,active,2022-03-01,,K-71",
  ];
  await writeFile(file, `${[...closed, ...more, ...OLDER_PLANS].join("\n")}\n`);
  await append(folder, "reviews.csv", [
    "CR-0404-1,CP-0404-21,held,2021-08-27,2021-08-27,student;family;counselor,",
    "CR-0441-1,CP-0441-21,held,2021-08-30,2021-08-30,student;family;counselor,refined-career-plan",
  ]);
  await append(folder, "goals.csv", [
    "CG-0404-1,CP-0404-21,academic,Read more,6 books,2021-08-27,2022-05-20,in-progress,",
    "CG-0404-2,CP-0404-21,career,Meet a nurse,1 visit,2021-08-27,2022-05-20,in-progress,",
    // Set before the school year: in a plan of the year before, and in one of this year.
    "CG-0404-3,CP-0404-21,personal,Sleep more,8 hours,2021-05-13,2022-05-20,in-progress,",
    "CG-0437-1,CP-0437,academic,Read more,6 books,2021-05-13,2022-05-20,in-progress,",
    "CG-0437-2,CP-0437,career,Meet a nurse,1 visit,2021-05-13,2022-05-20,in-progress,",
    "CG-0437-3,CP-0437,personal,Sleep more,8 hours,2021-05-13,2022-05-20,in-progress,",
    ...OLDER_GOALS,
  ]);
  await withSameGoals(join(folder, "goals.csv"));
  await believedByThePlatform(file, { "CP-0402": "CAST-HS,", "CP-0416": "CAST-MS," });
  return folder;
}

/** Plans of the school year before. */
const OLDER_PLANS = [
  // Open since, of one without another plan and of one whose plan nobody reviewed.
  "CP-0404-21,C-0404,ILP,2021,active,2020-09-15,,K-71",
  "CP-0441-21,C-0441,ILP,2021,active,2020-09-15,,K-72",
  // Closed on the as-of day, the day after it, and when its year ended.
  "CP-0405-21,C-0405,ILP,2021,closed,2020-09-15,2022-03-15,K-71",
  "CP-0449-21,C-0449,ILP,2021,closed,2020-09-15,2022-03-16,K-72",
  "CP-0422-21,C-0422,ILP,2021,active,2020-09-15,2021-06-15,K-71",
  // With every goal of this year.
  "CP-0428-21,C-0428,ILP,2021,closed,2020-09-15,2021-06-15,K-72",
];

/** Goals of the school year before: all, one and none of those of this year. */
const OLDER_GOALS = [
  "CG-0428-7,CP-0428-21,academic,Bring my algebra grade to an 85,85 or more,2020-09-20,2021-05-20,met,",
  "CG-0428-8,CP-0428-21,career,Find out what a baker does all day,1 interview,2020-09-20,2021-05-20,met,",
  'CG-0428-9,CP-0428-21,personal,"Be on time, 20 days in a row",1 tardy,2020-09-20,2021-05-20,met,',
  'CG-0452-9,CP-0452-21,personal,"Be on time, 40 days in a row",1 tardy,2020-09-20,2021-05-20,met,',
  "CG-0441-9,CP-0441-21,career,Find out what a farrier does all day,1 interview,2020-09-20,2021-05-20,met,",
];

/** Three students with the same three goals, and a fourth with two of them. */
async function withSameGoals(file: string): Promise<void> {
  const rows = (await readFile(file, "utf8")).split("\n").map((row) => {
    if (/^CG-042[4567]-1,/.test(row)) return row.replace(/my \w+ grade/, "my reading grade");
    return /^CG-042[456]-2,/.test(row) ? row.replace(/what a \w+ does/, "what a pilot does") : row;
  });
  await writeFile(file, rows.join("\n"));
}

async function append(folder: string, name: string, rows: readonly string[]): Promise<void> {
  const file = join(folder, name);
  const before = (await readFile(file, "utf8")).replace(/\r?\n?$/, "\n");
  await writeFile(file, `${before}${rows.join("\n")}\n`);
}

/** Adds the school and the grade that the platform gives of a plan. */
async function believedByThePlatform(
  file: string,
  believed: { readonly [plan: string]: string },
): Promise<void> {
  const [header = "", ...rows] = (await readFile(file, "utf8")).trimEnd().split(/\r?\n/);
  const lines = rows.map((row) => `${row},${believed[row.split(",")[0] ?? ""] ?? ","}`);
  await writeFile(file, `${[`${header},school_id,grade`, ...lines].join("\n")}\n`);
}
