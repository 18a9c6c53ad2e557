// Longer than most: each answer of eight students counted by hand, side by side.
import { beforeAll, describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  ORGS,
  PLANS_HEADER,
  roles,
  USERS_HEADER,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces, publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { arrowTables, type Row } from "../conformed-records.ts";
import { daysInRow } from "../days-in-row.ts";

/*
 * Eight students of two schools, counted by hand as of May 31, 2022. The last day of school is May 27.
 * Pennsylvania (PA) asks grades 5 to 11 and knows no EDP; Michigan (MI) asks grades 7 to 12 and does.
 *
 *  no  school  grade  PA MI  plan            goals                      last review, signed
 *  1   middle  6      x  -   ILP             three, one met, one undated  Mar 1, that day
 *  2   middle  7      x  x   EDP             one, a step overdue          Jan 31 (120 days ago), 30 days later
 *  3   middle  8      x  x   ILP             shared, due before it is set Jan 30 (121 days ago), 31 days later
 *  4   high    9      x  x   ILP             one shared, one own, both due on the last day   none
 *  5   high    11     x  x   ILP and 504     shared, no due date          May 27, waits 4 days
 *  6   high    12     -  x   ILP             one, given up tomorrow       Apr 1, signed the day before: waits 60 days
 *  7   high    10     x  x   draft           (of a draft)                 (of a draft)
 *  8   middle  5      x  -   ILP             one, given up today          Dec 1, the day the plan opened: waits 181 days
 */
const AS_OF = "2022-05-31";
const GRADES = ["06", "07", "08", "09", "11", "12", "10", "05"];
const FILES: readonly HandedIn[] = [
  ["orgs.csv", ORGS],
  [
    "users.csv",
    lines(
      USERS_HEADER,
      ...GRADES.map(
        (grade, index) => `000${index + 1},,,u${index},Given,Family,${901 + index},${grade}`,
      ),
    ),
  ],
  ["roles.csv", roles([1, 2, 3, 4, 5, 6, 7, 8])],
  [
    "calendarDates.csv",
    lines(
      "schoolId,date,calendarEvent",
      ...["S1", "S2"].flatMap((school) =>
        ["2021-08-23", "2021-12-01", "2022-01-31", "2022-03-01", "2022-05-27"].map(
          (on) => `${school},${on},Instructional day`,
        ),
      ),
    ),
  ],
  [
    "plans.csv",
    lines(
      PLANS_HEADER,
      "P1,0001,ILP,2022,active,2021-09-10,,K-1",
      "P2,0002,EDP,2022,active,2021-09-10,,K-1",
      "P3,0003,ILP,2022,active,2021-09-10,,K-1",
      "P4,0004,ILP,2022,active,2021-09-10,,K-2",
      "P5,0005,ILP,2022,active,2021-09-10,,K-2",
      "P5-504,0005,504,2022,active,2021-09-10,,",
      "P6,0006,ILP,2022,active,2021-09-10,,K-2",
      "P7,0007,ILP,2022,draft,2021-09-10,,K-2",
      "P8,0008,ILP,2022,active,2021-12-01,,K-1",
    ),
  ],
  [
    "goals.csv",
    lines(
      "goal_id,plan_id,domain,description,measurement,set_on,target_on,status,status_on",
      "G1A,P1,academic,Raise my algebra grade from C to B in class,,2021-09-15,2022-05-01,in-progress,",
      "G1B,P1,career,Visit two colleges with my older sister,,2021-09-15,,in-progress,",
      "G1C,P1,personal,Run two miles without a break,,2021-09-15,2022-04-30,met,2022-04-20",
      "G2,P2,career,Interview two nurses at the county hospital,,2021-10-01,2022-01-20,in-progress,",
      "G3,P3,academic,Try to do better in all my classes,,2021-10-01,2021-09-30,in-progress,",
      "G4A,P4,academic,Try to do better in all my classes,,2021-10-02,2022-05-27,in-progress,",
      "G4B,P4,career,Finish my welding certificate with a score of 80,,2021-10-02,2022-05-27,in-progress,",
      "G5,P5,academic,Try to do better in all my classes,,2021-10-03,,in-progress,",
      "G6,P6,personal,Apply for three summer jobs near home,,2021-10-01,2022-06-30,discontinued,2022-06-01",
      "G7,P7,academic,Write four pages of my novel each week,,2021-10-01,2022-05-01,in-progress,",
      "G8,P8,academic,Read twelve books about planets and stars,,2021-12-01,2022-05-01,discontinued,2022-05-31",
    ),
  ],
  [
    "action_steps.csv",
    lines(
      "action_step_id,goal_id,description,owner,focus_area,due_on,completed_on",
      "S1,G1A,Ask for help,student,,2022-04-01,2022-03-30",
      "S2,G2,Write to the hospital,student,,2022-01-15,",
      "S6,G6,Print a resume,student,,,",
    ),
  ],
  [
    "reviews.csv",
    lines(
      "review_id,plan_id,status,scheduled_on,held_on,participants,focus_areas",
      "R1A,P1,held,2021-11-10,2021-11-10,student;family,",
      "R1B,P1,held,2022-03-01,2022-03-01,student,",
      "R2,P2,held,2022-01-31,2022-01-31,student;teacher,",
      "R3,P3,held,2022-01-30,2022-01-30,counselor,",
      "R5,P5,held,2022-05-27,2022-05-27,student;other,",
      "R6A,P6,held,2021-11-05,2021-11-05,student;counselor,",
      "R6B,P6,held,2022-04-01,2022-04-01,,",
      "R7,P7,held,2022-02-02,2022-02-02,student,",
      "R8,P8,held,2021-12-01,2021-12-01,,",
    ),
  ],
  [
    "plan_assents.csv",
    lines(
      "student_id,role,degree,given_on,is_designee,is_good_faith_effort",
      "0001,family,signature,2022-03-01,,",
      "0002,student,approval,2022-03-02,,",
      "0003,family,signature,2022-03-02,,",
      "0006,family,signature,2022-03-31,,",
      "0008,counselor,signature,2021-12-01,,",
    ),
  ],
  [
    "plan_components.csv",
    lines(
      "student_id,component,entered_on,quantity,strand,marks",
      "0001,strengths,2021-10-10,,,",
      "0003,program-coordination,2021-07-01,,,",
      "0005,strengths,2022-06-01,,,",
      "0006,interests,2022-05-31,,,",
    ),
  ],
  [
    "studentProgramAssociations.csv",
    lines("studentUniqueId,programName,beginDate,endDate", "0003,Special Education,2021-08-23,"),
  ],
];

/** Of each measure how many students gave which answer, and who: seven under PA, six under MI. */
const BY_HAND: readonly (readonly [measure: string, pa: string, mi: string])[] = [
  // 1 4 | 3 5 | 2 7 8; 2 4 6 | 3 5 | 7
  [
    "goal-individuality",
    "own 2, shared 2, no-eligible-goal 3",
    "own 3, shared 2, no-eligible-goal 1",
  ],
  // 1 | 3 4 5 | 2 7 8; 2 3 4 5 6 | 7
  ["goal-domains", "three-domains 1, fewer-domains 3, no-goals 3", "fewer-domains 5, no-goals 1"],
  // 1 | 4 | 3 5 | 2 7 8; 2 6 | 4 | 3 5 | 7
  [
    "goals-specific",
    "all-goals 1, some-goals 1, none-of-goals 2, no-goals 3",
    "all-goals 2, some-goals 1, none-of-goals 2, no-goals 1",
  ],
  [
    "goals-measurable",
    "all-goals 1, some-goals 1, none-of-goals 2, no-goals 3",
    "all-goals 2, some-goals 1, none-of-goals 2, no-goals 1",
  ],
  // 4 | 1 | 3 5 | 2 7 8; 2 4 6 | 3 5 | 7
  [
    "goals-time-bound",
    "all-goals 1, some-goals 1, none-of-goals 2, no-goals 3",
    "all-goals 3, none-of-goals 2, no-goals 1",
  ],
  // 1 | 3 4 5 | 2 7 8; 2 6 | 3 4 5 | 7
  [
    "goals-with-steps",
    "some-goals 1, none-of-goals 3, no-goals 3",
    "all-goals 2, none-of-goals 3, no-goals 1",
  ],
  // 1 5 | 3 4 | 2 7 8; 2 5 6 | 3 4 | 7
  [
    "goals-reviewed",
    "all-goals 2, none-of-goals 2, no-goals 3",
    "all-goals 3, none-of-goals 2, no-goals 1",
  ],
  // 1 | 2 3 4 5 7 8; 2 | 6 | 3 4 5 7
  ["on-track", "on-track 1, no-steps 6", "overdue 1, undated-only 1, no-steps 4"],
  // 1 | the others; 6 | the others
  ["plan-change", "changed 1, fewer-reviews 6", "unchanged 1, fewer-reviews 5"],
  // 1 | 3 | 8 | 5 | 2 4 7; 2 | 3 | 6 | 5 | 4 7
  [
    "review-signature",
    "signed-in-time 1, signed-later 1, not-signed 1, awaiting-signature 1, no-review-held 3",
    "signed-in-time 1, signed-later 1, not-signed 1, awaiting-signature 1, no-review-held 2",
  ],
  // 1 5 | 3 | 8 | 2 4 7; 2 5 6 | 3 | 4 7
  [
    "student-participation",
    "took-part 2, did-not 1, not-recorded 1, no-review-held 3",
    "took-part 3, did-not 1, no-review-held 2",
  ],
  // 1 | 3 5 | 8 | 2 4 7; 2 3 5 6 | 4 7
  [
    "family-participation",
    "took-part 1, did-not 2, not-recorded 1, no-review-held 3",
    "did-not 4, no-review-held 2",
  ],
  // 3 | 1 5 | 8 | 2 4 7; 3 6 | 2 5 | 4 7
  [
    "counselor-participation",
    "took-part 1, did-not 2, not-recorded 1, no-review-held 3",
    "took-part 2, did-not 2, no-review-held 2",
  ],
  // 1 3 5 | 8 | 2 4 7; 2 | 3 5 6 | 4 7
  [
    "teacher-participation",
    "did-not 3, not-recorded 1, no-review-held 3",
    "took-part 1, did-not 3, no-review-held 2",
  ],
  // 5 | 1 3 | 8 | 2 4 7; 5 | 2 3 6 | 4 7
  [
    "others-participation",
    "took-part 1, did-not 2, not-recorded 1, no-review-held 3",
    "took-part 1, did-not 3, no-review-held 2",
  ],
  // 1 | 3 4 5 8 | 2 7; 2 3 4 5 6 | 7
  ["plan-strengths", "yes 1, no 4, not-asked 2", "no 5, not-asked 1"],
  // 1 3 4 5 8 | 2 7; 6 | 2 3 4 5 | 7
  ["plan-interests", "no 5, not-asked 2", "yes 1, no 4, not-asked 1"],
  ["plan-learning-preferences", "not-asked 7", "not-asked 6"],
  ["plan-barriers", "not-asked 7", "not-asked 6"],
  // 3 | 5 | the others
  ["program-coordination", "yes 1, no 1, not-asked 5", "yes 1, no 1, not-asked 4"],
];

describe("a small district counted by hand", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;
  const tables = new Map<string, Awaited<ReturnType<typeof arrowTables>>>();
  beforeAll(async () => {
    places = await freshPlaces();
    await ingestFiles(places, FILES);
    for (const id of ["PA", "MI"]) {
      const { edition } = await publishDay(
        ...([places, AS_OF, FERNHILL, "staff-only", mandateById(id)] as const),
      );
      const folder = recordsKeys.staffEdition(FERNHILL, edition);
      tables.set(id, await arrowTables(places.records, folder));
    }
  }, 60_000);
  const rows = (id: string, table: string): readonly Row[] => tables.get(id)?.[table] ?? [];

  it.each(
    BY_HAND.flatMap(([measure, PA, MI]) => [
      ["PA", measure, PA],
      ["MI", measure, MI],
    ]),
  )("under %s has the answers of %s: %s", (id = "", measure = "", expected = "") => {
    const given = rows(id, "answers")
      .filter((row) => row["measure"] === measure && row["level"] === "district")
      .filter((row) => row["breakdown"] === "all" && row["count"] !== 0)
      .map((row) => `${String(row["answer"])} ${String(row["count"])}`);
    expect(given.join(", ")).toBe(expected);
  });

  it.each([
    // Reviewed, on the last day: 1 3 5 8, 5; 2 3 5 6, 5.
    ["reviewed-on-last-day", "1 of 4", "1 of 4"],
    // With participants: 1 3 5; 2 3 5 6.
    ["reviewed-alike", "0 of 3", "0 of 4"],
    // Plans reviewed, on the day they were opened: 1 3 5 8, 8; 2 3 5 6, nobody.
    ["opened-and-reviewed", "1 of 4", "0 of 4"],
    // Two goals or more, all dated: 4, both on the last day.
    ["goals-due-on-last-day", "1 of 1", "1 of 1"],
  ])("counts the pattern %s: %s under PA, %s under MI", (pattern, PA, MI) => {
    const shown = ["PA", "MI"].map((id) => {
      const row = rows(id, "plan-patterns").find(
        (each) => each["level"] === "district" && each["pattern"] === pattern,
      );
      return `${String(row?.["count"])} of ${String(row?.["n"])}`;
    });
    expect(shown).toEqual([PA, MI]);
  });

  it.each([
    // Signed 1 3, waiting 5 8; at the middle school 1 3 and 8, at the high school 5.
    ["PA", ["2 signed, 2 waiting", "0 signed, 1 waiting", "2 signed, 1 waiting"]],
    // Signed 2 3, waiting 5 6: all of the one school, and of the other.
    ["MI", ["2 signed, 2 waiting", "0 signed, 2 waiting", "2 signed, 0 waiting"]],
  ])("counts signatures under %s, for the district and each school by name", (id, expected) => {
    const said = rows(id, "review-signatures").map(daysInRow);
    // Of fewer than ten no days are said.
    expect(
      said.map((words) => words.replaceAll(/: none(?:, none)*/g, "").replace(";", ",")),
    ).toEqual(expected);
  });
});
