import { groupKey, type GroupKey } from "../../domain/figures/group-key.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { ProgramParticipation } from "../../domain/people/student.ts";
import {
  PROGRAM_DIVISIONS,
  STUDENT_DIVISIONS,
  type ProgramDivision,
  type StudentDivisionId,
} from "../../domain/people/student-groups.ts";
import type { StudentRecord } from "./school-records.ts";

/**
 * The groups that a student is in on a day, as cubes name them: `sex/female`, `english-learner/no`.
 * If records say nothing, the student is in no group; if a district sends no programs at all,
 * nobody counts as not being in one.
 */
export function studentGroups(record: StudentRecord, asOf: Day): readonly GroupKey[] {
  const groupKeys: GroupKey[] = [];
  for (const [division, keys] of GROUP_KEYS) {
    const key = keys.get(groupIn(record, division, asOf) ?? "");
    if (key !== undefined) groupKeys.push(key);
  }
  return groupKeys;
}

/** The group of one division that a student is in on a day; null where records do not say. */
export function groupIn(
  { student, more: { programs } }: StudentRecord,
  division: StudentDivisionId,
  asOf: Day,
): string | null {
  switch (division) {
    case "race-ethnicity":
      return groupOf(division, student.raceEthnicity);
    case "sex":
      return groupOf(division, student.sex);
    case "english-learner":
    case "disability":
    case "economic-status":
    case "homeless":
      if (programs === null) return null;
      return programs.some(
        (participation) =>
          isCurrent(participation, asOf) && divisionOf(participation.program) === division,
      )
        ? "yes"
        : "no";
  }
}

/** What the records say, where it is a group of the division. */
const groupOf = (division: StudentDivisionId, said: string | null): string | null =>
  said !== null && GROUP_KEYS.get(division)?.has(said) === true ? said : null;

/** The key of each group of each division, written once. */
const GROUP_KEYS: ReadonlyMap<StudentDivisionId, ReadonlyMap<string, GroupKey>> = new Map(
  STUDENT_DIVISIONS.map(({ id: division, groups }) => [
    division,
    new Map(groups.map(({ id }) => [id, groupKey(division, id)])),
  ]),
);

const isCurrent = ({ beganOn, endedOn }: ProgramParticipation, asOf: Day): boolean =>
  beganOn <= asOf && (endedOn === null || asOf < endedOn);

/**
 * How systems name the programs behind a group. A disability is one under IDEA, as EDFacts counts
 * it; Section 504 alone does not count. Bilingual and ESL programs serve English learners. A meal
 * program counts if its name says that the meal is free or reduced, because students who pay in
 * full eat there too.
 */
const PROGRAM_NAMES: { readonly [division in ProgramDivision]: RegExp } = {
  "english-learner":
    /english (language )?learner|\b(ell?|esl|esol|eld|enl|lep)\b|limited english|english as a (second|new) language|bilingual|multilingual learner/,
  disability:
    /special ed|\b(sped|sp ed|iep|idea( part b)?$|swd|cwd)\b|individualized education|with disabilit|autism|intellectual disabilit|\bidea (eligib|part|program|indicator)/,
  "economic-status":
    /economic(ally)? disadvantage|low.income|free\b.*(lunch|meal)|reduced\b.*(lunch|meal)|\b(frl|frpl|frpm|frm|farms?)\b|direct(ly)? certif/,
  homeless: /homeless|mckinney/,
};

/**
 * Whether a student has a plan under Section 504 of the Rehabilitation Act (34 CFR part 104) on a
 * day, by the name of a program; empty if a district sends no programs. No figure uses it.
 */
export function section504({ more: { programs } }: Pick<StudentRecord, "more">, asOf: Day): string {
  if (programs === null) return "";
  return programs.some(
    (participation) => isCurrent(participation, asOf) && isSection504(participation.program),
  )
    ? "yes"
    : "no";
}

/** Whether the name of a program means a plan under Section 504. */
export const isSection504 = (program: string): boolean => {
  const name = program.toLowerCase();
  return !NOT_NOW.test(name) && /\b(s|sec(tion)? ?)?504\b/.test(name);
};

/**
 * Words for students who are not in the group, were in it once, or have something else with its
 * name.
 */
const NOT_NOW =
  /\b(not|non|never|former(ly)?|exit(ed|s)?|monitor(ed|ing)?|reclassified|redesignated|declined|paid|full.price|general education|gifted|seal of|immersion|dual language)\b/;

/** The division that a program's name means, if any. A district has few programs, so each name is looked at once. */
export function divisionOf(program: string): ProgramDivision | null {
  let division = DIVISIONS_MEANT.get(program);
  if (division === undefined) DIVISIONS_MEANT.set(program, (division = divisionMeant(program)));
  return division;
}

const DIVISIONS_MEANT = new Map<string, ProgramDivision | null>();

function divisionMeant(program: string): ProgramDivision | null {
  const name = program.toLowerCase();
  if (NOT_NOW.test(name)) return null;
  return PROGRAM_DIVISIONS.find((division) => PROGRAM_NAMES[division].test(name)) ?? null;
}
