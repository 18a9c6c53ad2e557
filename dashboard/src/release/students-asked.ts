/**
 * Which students a number counts, as the query of the student list. A row may be of any table: its
 * columns decide.
 */
interface NumberedRow {
  readonly school: string;
  readonly breakdown?: string;
  readonly group?: string;
  readonly requirement?: string;
  readonly status?: string;
  readonly standing?: string;
  readonly need?: string;
  readonly problem?: string;
  readonly measure?: string;
}

/** The parts of the list's address; none where no list has exactly these students. */
export type StudentsAsked = { readonly [part: string]: string };

/**
 * The name in the address for all reviews, or for all requirements: the tables of statuses and of
 * standings both call it `all`.
 */
const ALL_REVIEWS = "all-reviews";

export function studentsAsked(row: NumberedRow): StudentsAsked | null {
  const [what, group] = [answerAsked(row), groupAsked(row)];
  if (what === null || group === null) return null;
  return { ...(row.school === "" ? {} : { school: row.school }), ...group, ...what };
}

function answerAsked(row: NumberedRow): StudentsAsked | null {
  const { requirement = "", status, standing, need, problem } = row;
  if (problem !== undefined) return { problem };
  if (need !== undefined) return { requirement, need };
  if (standing !== undefined) return { requirement, status: standing };
  if (status !== undefined)
    return { requirement: requirement === "all" ? ALL_REVIEWS : requirement, status };
  return rateAsked(row);
}

/**
 * A rate that equals one part of a requirement's bar counts the students of that part. There is no
 * list of a student group.
 */
function rateAsked({ measure = "", breakdown, group = "" }: NumberedRow): StudentsAsked | null {
  if (breakdown === undefined) return null;
  switch (measure) {
    case "requirement-met":
      return breakdown === "requirement" ? { requirement: group, status: "met" } : null;
    case "requirements-met":
      return { requirement: "all", status: "met" };
    case "review-timeliness":
      return { requirement: ALL_REVIEWS, status: "on-time" };
    default:
      return null;
  }
}

function groupAsked({ breakdown = "all", group = "" }: NumberedRow): StudentsAsked | null {
  switch (breakdown) {
    case "all":
    case "requirement":
      return {};
    case "grade":
      return { grade: group };
    case "counselor":
      // Without a name it asks for students without a counselor.
      return { counselor: group };
    default:
      return null;
  }
}
