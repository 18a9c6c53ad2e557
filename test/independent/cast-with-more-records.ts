import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CAST_EXPORTS } from "../support/local-district.ts";

/**
 * The exports of the cast with what the cast has not: decisions of people, records of assent and of
 * components, what the platform believes, two students who share an identifier, a second school, and
 * two students whose school sent no calendar. Written into the folder.
 */
export async function castWithMoreRecords(folder: string): Promise<string> {
  await cp(CAST_EXPORTS, folder, { recursive: true });
  const append = async (name: string, rows: readonly string[]): Promise<void> => {
    const file = join(folder, name);
    const before = (await readFile(file, "utf8")).replace(/\r?\n?$/, "\n");
    await writeFile(file, `${before}${rows.join("\n")}\n`);
  };
  const files: { readonly [name: string]: readonly string[] } = {
    "exemptions.csv": [
      "student_id,requirement,reason,decided_by,from_on,until_on",
      // Of everything: the one without a plan is no longer a record problem.
      "C-0403,all,parent-declined,K-71,2021-09-01,",
      "C-0404,all,exchange-student,K-71,2021-09-01,",
      // Ends on an as-of day, and begins on one.
      "C-0416,transition-6,medical,K-71,2021-09-01,2022-03-15",
      "C-0438,participation,waiver,K-72,2022-03-15,",
      "C-0420,transition-9,iep-team-decision,K-71,2021-09-01,",
      "C-0439,goal-domains,other,K-72,2021-09-01,",
      // Over by the first as-of day.
      "C-0441,all,medical,K-72,2021-09-01,2021-12-01",
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
    "plan_assents.csv": [
      "student_id,role,degree,given_on,is_designee,is_good_faith_effort",
      // Who signed took part.
      "C-0406,family,signature,2022-03-01,,",
      "C-0406,student,participation,2022-03-02,,",
      "C-0406,counselor,approval,2022-03-03,,",
      // An invitation, a designee and an effort are not enough.
      "C-0428,family,invitation,2022-02-01,,",
      "C-0428,student,participation,2022-02-01,yes,",
      "C-0428,counselor,participation,2022-02-01,,yes",
    ],
    "plan_components.csv": [
      "student_id,component,entered_on,quantity,strand,marks",
      // In time for one student, late for the other.
      "C-0436,career-goal,2022-01-19,,,",
      "C-0436,personal-social-goal,2022-01-10,,,",
      "C-0437,academic-goal,2021-10-01,,,",
      "C-0437,career-goal,2021-10-01,,,",
      "C-0437,personal-social-goal,2022-01-20,,,",
    ],
  };
  for (const [name, rows] of Object.entries(files)) {
    await writeFile(join(folder, name), `${rows.join("\n")}\n`);
  }
  const user = (id: string, family: string, grade: string, school: string, state = ""): string =>
    `${id},,,true,u${id},"{Local:${id}}${state}",Ada,${family},,${id},,,,,${grade},,,,,,${school},`;
  await append("users.csv", [
    user("C-0501", "Rowanmere", "06", "CAST-ES"),
    user("C-0502", "Sorbusby", "08", "CAST-ES"),
    user("C-0503", "Tamarackly", "07", "CAST-MS", ",{State:900001}"),
    user("C-0504", "Willetson", "09", "CAST-HS", ",{State:900001}"),
  ]);
  await append("roles.csv", [
    "R-0501-1,,,C-0501,primary,student,2021-08-23,,CAST-ES,",
    "R-0502-1,,,C-0502,primary,student,2021-08-23,,CAST-ES,",
    "R-0503-1,,,C-0503,primary,student,2022-02-01,,CAST-MS,",
    "R-0504-1,,,C-0504,primary,student,2021-08-23,,CAST-HS,",
    // A second school does not answer for the student, however late it began.
    "R-0413-2,,,C-0413,secondary,student,2022-01-03,,CAST-ALT,",
  ]);
  await append("plans.csv", [
    "CP-0501,C-0501,ILP,2022,active,2021-09-10,,K-71",
    "CP-0503,C-0503,ILP,2022,active,2022-02-05,,K-71",
    "CP-0504,C-0504,ILP,2022,active,2021-09-10,,K-72",
  ]);
  await append("goals.csv", [
    "CG-0501-1,CP-0501,academic,Read a book a month,6 books,2021-09-13,2022-05-20,in-progress,",
  ]);
  await append("reviews.csv", [
    "CR-0501-1,CP-0501,held,2021-11-03,2021-11-03,student;family,career-exploration",
    "CR-0503-1,CP-0503,held,2022-02-20,2022-02-20,,",
  ]);
  await believedByThePlatform(join(folder, "plans.csv"), {
    "CP-0401": "CAST-MS,07",
    "CP-0402": "CAST-HS,07",
    "CP-0411": "CAST-MS,08",
    "CP-0412": "CAST-MS,08",
    "CP-0416": "CAST-MS,06",
    "CP-0417": "CAST-ES,06",
    "CP-0423": "CAST-HS,09",
    "CP-0424": "CAST-MS,",
    "CP-0504": ",10",
  });
  return folder;
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
